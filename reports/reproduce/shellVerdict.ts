import { singleQuote } from '../../specs/shellQuote.ts';
import type { Scenario } from './buildScenario.ts';
import type { PoolCheck } from './check.ts';
import { flatten, isMissing, poolHelpers } from './shellHelpers.ts';

/** The shell helpers that reading pools and answers takes. */
export function poolTools({ describes, check }: Scenario): readonly string[] {
  return [
    ...flatten,
    ...(describes && check !== null && 'pool' in check ? poolHelpers : []),
    ...(check?.kind === 'absent' ? isMissing : []),
  ];
}

/**
 * The end of a shell script: the lines that make the attempt, then one line "shown" or "not shown" with status 1 or 0.
 * `condition` is a shell command that succeeds where the finding is shown; null where no script can tell.
 */
export function verdictLines(
  { attempts, creation }: Scenario,
  attempt: readonly string[],
  condition: string | null,
): readonly string[] {
  if (condition === null) return [...attempt, '', "echo 'not decided by this script'; exit 0"];
  const verdict = (shown: string) => `if ${condition}; then ${shown}; fi`;
  if (attempts === 1) return [...attempt, '', verdict('echo shown; exit 1'), "echo 'not shown'; exit 0"];
  return [
    '# It comes and goes, so it is tried several times, each time on a new pool.',
    `turn=0; while [ $((turn += 1)) -le ${attempts} ]; do`,
    ...attempt,
    verdict('echo shown; exit 1'),
    ...(creation === null ? [] : ['clean_up']),
    'done',
    "echo 'not shown'; exit 0",
  ];
}

/** A line that a value of JSON is printed as. Others, such as NaN, no client reads. */
const jsonLine = ' = (".*"|[[{][]}]?|true|false|null|-?[0-9][0-9.eE+-]*)$';

/** A line that every pool has. */
const poolLine = '^(Id|UserPoolId|Name|Arn) = ';

/** A shell command that succeeds where a pool shows the finding. */
export function shellPoolCondition(check: PoolCheck): string {
  const [before, after] = check.pool === 2 ? ['other-before', 'other-after'] : ['before', 'after'];
  if (check.kind === 'unreadable')
    return [
      '[ "$read_status" != 200 ]',
      `grep -qvE ${singleQuote(jsonLine)} "$work/${after}"`,
      `! grep -qE ${singleQuote(poolLine)} "$work/${after}"`,
    ].join(' || ');
  const name = singleQuote(check.member);
  const [old, now] = [`$(part ${before} ${name})`, `$(part ${after} ${name})`];
  switch (check.kind) {
    case 'absent':
      return `is_accepted && is_missing ${after} ${name}`;
    case 'unchanged':
      return `is_accepted && [ "${old}" = "${now}" ]`;
    case 'changed':
      return `[ "${old}" != "${now}" ]`;
    case 'shows':
      return `is_accepted && [ "${now}" = ${singleQuote(check.lines.join('\n'))} ]`;
    case 'date-form':
      return dateCondition(check.form, now);
    case 'shown-type':
      return `grep -qE ${singleQuote(`^${linePattern(check.member)}${valuePatterns[check.type] ?? ''}`)} "$work/${after}"`;
    case 'backwards':
      return `awk -v old="${numberIn(old)}" -v now="${numberIn(now)}" 'BEGIN { exit !(now + 0 < old + 0) }'`;
  }
}

/** How the lines of a value of each type go on behind its place. */
const valuePatterns: Readonly<Record<string, string>> = {
  list: '(\\[[0-9]+\\]| = \\[\\]$)',
  object: '(\\.| = [{][}]$)',
  string: ' = "',
  number: ' = -?[0-9]',
  fraction: ' = -?[0-9]+[.eE]',
  boolean: ' = (true|false)$',
};

/** The beginning of the lines of a place, whichever item of a list or key of a map it is in. */
function linePattern(member: string): string {
  return member.replaceAll('.', '\\.').replaceAll('[]', '\\[[0-9]+\\]').replaceAll('{value}', '\\..*');
}

function dateCondition(form: 'text' | 'milliseconds', now: string): string {
  return form === 'text'
    ? `case "${now}" in *'= "'*) ;; *) false ;; esac`
    : `awk -v date="${numberIn(now)}" 'BEGIN { exit !(date + 0 > 100000000000) }'`;
}

function numberIn(part: string): string {
  return `$(echo "${part}" | sed 's/.*= //')`;
}
