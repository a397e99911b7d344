import type { Acceptance, Finding } from '../record/record.ts';
import type { Gate } from './gate.ts';
import { oneLine } from './visibleText.ts';

/** How a finding stands beside the baseline, with what the baseline says of it. */
export interface Standing {
  readonly word: 'new' | 'expired' | 'known';
  /** Since when, why and until when it is accepted; empty for a new one. */
  readonly says: string;
}

/** The standing of every finding by its id; empty where there is no baseline. */
export type Standings = ReadonlyMap<string, Standing>;

/** How the findings of a run stand beside its baseline. */
export function baselineStandings(gate: Gate): Standings {
  if (gate.baseline === null) return new Map();
  const sayings = new Map((gate.accepted ?? []).map((each) => [each.finding, acceptanceText(each)]));
  return new Map(
    (['new', 'expired', 'known'] as const).flatMap((word) =>
      gate[word].map((id) => [id, { word, says: sayings.get(id) ?? '' }] as const),
    ),
  );
}

/** Findings in the order given, except that those which the baseline accepts or which are left out come last. */
export function acceptedLast(findings: readonly Finding[], gate: Gate): readonly Finding[] {
  const standings = baselineStandings(gate);
  const leftOut = new Set(gate.notImplemented);
  const isLast = ({ id }: Finding): boolean => standings.get(id)?.word === 'known' || leftOut.has(id);
  return [...findings.filter((finding) => !isLast(finding)), ...findings.filter(isLast)];
}

/** Whether the findings of a clause that deviates shut the gate; where it has none of its own, whether any finding does. */
export function countsAgainst(findings: readonly Finding[], { against }: Gate): boolean {
  return findings.length === 0 ? against.length > 0 : findings.some(({ id }) => against.includes(id));
}

function acceptanceText({ firstSeen, reason, ticket, expires }: Acceptance): string {
  const parts = [
    `known since ${firstSeen}`,
    ...(reason === '' ? [] : [oneLine(reason)]),
    ...(ticket === '' ? [] : [oneLine(ticket)]),
    ...(expires === undefined ? [] : [`accepted until ${expires}`]),
  ];
  return parts.join(' · ');
}
