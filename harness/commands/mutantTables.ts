import { plural } from '../../specs/plural.ts';
import type { OddVerdict } from '../kill/judgeOddServer.ts';
import type { Kill } from '../kill/kill.ts';

/** Rows of both tables. */
interface Tables {
  readonly mutants: readonly Kill[];
  readonly odd: readonly OddVerdict[];
}

/** Both tables as text; a table without rows is left out. */
export function tablesText({ mutants, odd }: Tables, seed: number): string {
  const parts = [
    ...(mutants.length === 0 ? [] : [killTableText(mutants, seed)]),
    ...(odd.length === 0 ? [] : [oddTableText(odd, seed)]),
  ];
  return parts.join('\n\n');
}

function killTableText(kills: readonly Kill[], seed: number): string {
  const width = Math.max(...kills.map(({ id }) => id.length));
  const count = (outcome: Kill['outcome']) => kills.filter((one) => one.outcome === outcome).length;
  const wrong = kills.filter(({ isRightMember }) => isRightMember === false).length;
  const elsewhere = kills.filter(({ isCaughtByOwn }) => isCaughtByOwn === false).length;
  const requests = kills.reduce((sum, one) => sum + one.requests, 0);
  return [
    ...kills.map((one) => killLine(one, width)),
    '',
    `${plural(kills.length, 'mutant')}: ${count('caught')} caught, ${count('survived')} survived, ${count('equivalent')} equivalent, ${count('disproved')} disproved, ${count('errored')} not judged.`,
    `${wrong} named a wrong member, ${elsewhere} were not caught by the cases about their member alone. ${requests} requests, seed ${seed}.`,
  ].join('\n');
}

function killLine({ id, outcome, by, isRightMember, requests }: Kill, width: number): string {
  const member = isRightMember === null ? '' : isRightMember ? 'right member' : 'WRONG MEMBER';
  const what = isWanting({ outcome }) ? outcome.toUpperCase() : outcome;
  return `${id.padEnd(width)}  ${what.padEnd(10)}  ${member.padEnd(12)}  ${`${requests}`.padStart(5)}  ${by ?? ''}`.trimEnd();
}

function oddTableText(odd: readonly OddVerdict[], seed: number): string {
  const width = Math.max(...odd.map(({ id }) => id.length));
  const count = (outcome: OddVerdict['outcome']) => odd.filter((one) => one.outcome === outcome).length;
  const requests = odd.reduce((sum, one) => sum + one.requests, 0);
  return [
    ...odd.flatMap((one) => oddLines(one, width)),
    '',
    `${plural(odd.length, 'odd server')}: ${count('silent')} without an undeserved finding, ${count('alarmed')} with one, ${count('errored')} not judged. ${requests} requests, seed ${seed}.`,
  ].join('\n');
}

/** The row of an odd server, and what was said of it that it does not deserve. */
export function oddLines({ id, outcome, alarms, requests }: OddVerdict, width: number): readonly string[] {
  const what = outcome === 'silent' ? outcome : outcome.toUpperCase();
  const head = `${id.padEnd(width)}  ${what.padEnd(7)}  ${`${requests}`.padStart(5)}`;
  return [head, ...alarms.map((alarm) => `    ${alarm}`)];
}

/** Whether a row of the kill table is a defect of the harness. */
export function isWanting({ outcome }: Pick<Kill, 'outcome'>): boolean {
  return outcome !== 'caught' && outcome !== 'equivalent';
}

/** Whether a row of the odd servers is one. */
export function isUnearned({ outcome }: OddVerdict): boolean {
  return outcome !== 'silent';
}
