import { poolPlaceholder } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { isJsonObject } from '../../specs/json.ts';
import { findingId } from '../findings/findingId.ts';
import { confirmedField } from '../findings/findingLine.ts';
import type { CaseLine, Deviation, Finding, RunRecord } from './record.ts';

/**
 * The record of a run that was killed: its footer is made from what is there, and deviations that no finding line names yet
 * become findings, not shrunk and not reproduced, so that no report is greener than the cases are.
 */
export function cutOffRecord(record: Omit<RunRecord, 'footer'>): RunRecord {
  const { header } = record;
  const contract = contractOf(header.edition, header.basis);
  const byId = new Map(record.findings.map((finding) => [finding.id, finding]));
  const written = new Set(byId.keys());
  const poolIds = new Set([...(record.pools ?? [])].map(({ id }) => id));
  let cases = 0;
  for (const line of record.cases) {
    cases += 1;
    for (const deviation of line.verdict.kind === 'deviates' ? line.verdict.deviations : []) {
      const id = findingId(deviation);
      if (written.has(id)) continue;
      const known = byId.get(id);
      const finding =
        known ?? unshrunk(id, { ...line, request: withPlaceholderForOwn(line, poolIds) }, deviation, contract);
      byId.set(id, known === undefined ? finding : { ...known, count: known.count + 1 });
    }
  }
  const findings = [...byId.values()];
  const footer = {
    line: 'footer',
    cases,
    findings: findings.length,
    requests: 0,
    durationMs: 0,
    phases: [],
    interrupted: 'the run was killed before its end',
    cutOff: true,
  } as const;
  return { ...record, findings, footer };
}

function unshrunk(
  id: string,
  { id: name, phase, request, answer }: CaseLine,
  { answerClass: _inId, ...deviation }: Deviation,
  contract: ReturnType<typeof contractOf>,
): Finding {
  const clause = contract.byId.get(deviation.clause);
  const evidence = clause?.evidence ?? [];
  return {
    line: 'finding',
    id,
    ...deviation,
    case: name,
    phase,
    count: 1,
    says: clause?.says ?? deviation.expected,
    request,
    prior: {},
    answer,
    state: [],
    reproduced: false,
    evidence,
    ...confirmedField(evidence, contract),
  };
}

function withPlaceholderForOwn({ request }: CaseLine, poolIds: ReadonlySet<string>): CaseLine['request'] {
  const isOwn = isJsonObject(request) && typeof request.UserPoolId === 'string' && poolIds.has(request.UserPoolId);
  return isOwn ? { ...request, UserPoolId: poolPlaceholder } : request;
}
