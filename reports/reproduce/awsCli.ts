import { kebabPath } from '../../specs/member.ts';
import {
  createOperation,
  deleteOperation,
  describeOperation,
  signingName,
  testedOperation,
} from '../../specs/operation.ts';
import { singleQuote } from '../text/shellQuote.ts';
import { botocoreHabits } from './botocoreHabits.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  poolPlaceholder,
  type Scenario,
  type ScriptStep,
} from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { expandRuns } from './expandRuns.ts';
import { fillHelper, placeholdersIn, swapCase } from './fillHelper.ts';
import { heredoc } from './heredoc.ts';
import { poolTools, shellPoolCondition, verdictLines } from './shellVerdict.ts';
import { shorthand } from './shorthand.ts';
import { unsendable } from './unsendable.ts';

/** A bash script for the AWS CLI, version 1 or 2, or a comment that says why there is none. */
export function awsCli(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, bodies, describes } = scenario;
  const refusal = unsendable(scenario, botocoreHabits, cannotShow, '#');
  if (refusal !== null) return refusal;
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    '(',
    ...(aws ? [] : credentials),
    "export AWS_PAGER='' AWS_MAX_ATTEMPTS=1",
    'work=$(mktemp -d)',
    `idp() { aws ${signingName} "$@" --region ${region} --endpoint-url ${singleQuote(endpoint)} --output json >"$work/body" 2>"$work/error"; trouble=$?; }`,
    '# Sends $work/request as an operation: send COMMAND',
    'send() { idp "$1" --cli-input-json "file://$work/request"; }',
    ...(bodies.runs ? expandRuns : []),
    ...fillHelper(placeholdersIn(scenario)),
    ...poolTools(scenario),
    ...(describes ? describeHelper : []),
    ...acceptance,
    ...(scenario.creation === null
      ? ['pool=us-east-1_Poolproof; trap \'rm -rf "$work"\' EXIT']
      : createHelpers(scenario)),
    '',
    ...verdictLines(scenario, [...preparation(scenario), '', ...question(scenario)], condition(scenario)),
    ')',
    '',
  ].join('\n');
}

const credentials = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  'export AWS_ACCESS_KEY_ID="${AWS_ACCESS_KEY_ID:-local}" AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-local}"',
  'unset AWS_SESSION_TOKEN',
];

const acceptance = [
  'is_accepted() { [ "$trouble" = 0 ]; }',
  '# Ends the script where the client refused the request by itself, as releases do that do not know a member.',
  'check_sent() {',
  '  grep -Eq \'Parameter validation failed|Unknown options\' "$work/error" || return 0',
  '  echo "not sent: $(aws --version 2>&1 | cut -d\' \' -f1) refused the request by itself"; exit 2',
  '}',
];

const describeHelper = [
  '# Reads a pool and prints it without the attributes of its schema: describe ID FILE',
  'describe() {',
  `  idp ${commandOf(describeOperation)} --user-pool-id "$1"; read_status=$([ "$trouble" = 0 ] && echo 200)`,
  '  flat <"$work/body" | sed \'s/^UserPool[.]//\' >"$work/$2"; grep -v ^SchemaAttributes "$work/$2"',
  '}',
];

function commandOf(operation: ScriptStep['operation']): string {
  return operation === 'SetUserPoolMfaConfig' ? 'set-user-pool-mfa-config' : kebabPath(operation);
}

function createHelpers({ bodies, after, attempts }: Scenario): readonly string[] {
  const { redirect, lines } = heredoc(bodies.creation, 'JSON');
  return [
    'create() {',
    `  ${bodies.runs ? 'write_out' : 'cat'} >"$work/request" ${redirect}`,
    ...lines,
    `  send ${commandOf(createOperation)}; flat <"$work/body" | sed -nE 's/^UserPool[.]Id = "(.*)"$/\\1/p'`,
    '}',
    'clean_up() {',
    '  for id in $pool $other; do',
    ...after.map(
      ({ operation, body }) =>
        `    printf '%s' '${JSON.stringify(body)}' | sed "s/${poolPlaceholder}/$id/g" >"$work/request"; send ${commandOf(operation)}`,
    ),
    `    idp ${commandOf(deleteOperation)} --user-pool-id "$id"`,
    '  done',
    '  rm -rf "$work"',
    '}',
    "pool=''; other=''; trap clean_up EXIT",
    ...(attempts > 1 ? [`discard() { idp ${commandOf(deleteOperation)} --user-pool-id "$pool"; pool=''; }`] : []),
  ];
}

const opening = [
  'pool=$(create)',
  '[ -n "$pool" ] || { echo "No pool was created: $(cat "$work/error")" >&2; exit 2; }',
];

function preparation(scenario: Scenario): readonly string[] {
  const { creation, describes, before, bodies } = scenario;
  const placeholders = placeholdersIn(scenario);
  const needsOther = before.some(({ pool }) => pool === 2);
  return [
    ...(creation === null ? [] : opening),
    ...(placeholders.has(otherCasePlaceholder) ? swapCase : []),
    ...(placeholders.has(arnPlaceholder)
      ? ['describe "$pool" before >/dev/null; arn=$(sed -nE \'s/^Arn = "(.*)"$/\\1/p\' "$work/before")']
      : []),
    ...before.flatMap((step, index) => ['', ...cliStep(step, bodies.before[index] ?? '', bodies.runs)]),
    ...(describes ? ['', "echo '== The pool before the request'", 'describe "$pool" before'] : []),
    ...(describes && needsOther
      ? ["echo '== The other pool before the request'", 'describe "$other" other-before']
      : []),
  ];
}

function cliStep({ operation, pool }: ScriptStep, text: string, runs: boolean): readonly string[] {
  if (operation === createOperation) return pool === 1 ? [] : ["echo '== Another pool is made'", 'other=$(create)'];
  return [
    `echo '== First ${operation}${pool === 2 ? ' on the other pool' : ''} with'`,
    ...bodyFile(text, runs),
    'cat "$work/request"',
    `send ${commandOf(operation)}; echo "Exit status $trouble"; cat "$work/error"; check_sent`,
  ];
}

function bodyFile(text: string, runs: boolean): readonly string[] {
  const { redirect, lines } = heredoc(text, 'JSON');
  return [`${runs ? `write_out ${redirect} | fill` : `fill ${redirect}`} >"$work/request"`, ...lines];
}

function question(scenario: Scenario): readonly string[] {
  const { question: asked, describes, bodies, before, input } = scenario;
  const needsOther = before.some(({ pool }) => pool === 2);
  const options =
    typeof asked.body === 'string' || asked.operation !== testedOperation ? null : shorthand(asked.body, input);
  return [
    `echo '== The request in question: ${asked.operation} with'`,
    ...bodyFile(bodies.request, bodies.runs),
    'head -c 3000 "$work/request"',
    ...(options === null ? [`send ${commandOf(asked.operation)}`] : inShorthand(options)),
    "echo '== The answer'",
    'echo "Exit status $trouble"; cat "$work/error" "$work/body" | head -c 3000 | grep -v \'^$\'; check_sent',
    ...(describes
      ? [
          'cp "$work/error" "$work/answer-error"; answer_trouble=$trouble',
          "echo '== The pool after the request'",
          'describe "$pool" after',
          ...(needsOther ? ["echo '== The other pool after the request'", 'describe "$other" other-after'] : []),
          'mv "$work/answer-error" "$work/error"; trouble=$answer_trouble',
        ]
      : []),
  ];
}

function inShorthand(options: readonly string[]): readonly string[] {
  return [`idp ${commandOf(testedOperation)} --user-pool-id "$pool"`, ...options.map((option) => `  ${option}`)].map(
    (line, index) => (index < options.length ? `${line} \\` : line),
  );
}

/** Why this client does not show what a check looks at; null where it does. */
function cannotShow({ check, answer }: Pick<Scenario, 'check' | 'answer'>): string | null {
  if (check === null || 'pool' in check) return null;
  switch (check.kind) {
    case 'accepted':
    case 'error':
    case 'no-answer':
    case 'message':
      return null;
    case 'status':
      return answer === '' ? null : 'This client shows the name of an error and not its HTTP status.';
    case 'body':
    case 'type':
    case 'no-message':
    case 'no-request-id':
    case 'content-type':
      return 'The finding is about the form of the answer, which this client does not show.';
  }
}

function condition({ check }: Scenario): string | null {
  if (check === null) return null;
  return 'pool' in check ? shellPoolCondition(check) : answerCondition(check);
}

function answerCondition(check: AnswerCheck): string {
  switch (check.kind) {
    case 'accepted':
      return 'is_accepted';
    case 'error':
      return `grep -q ${singleQuote(`(${check.name}) when calling`)} "$work/error"`;
    case 'status':
      return `grep -q '(${check.status}) when calling' "$work/error"`;
    case 'message':
      return `grep -qF ${singleQuote(check.text)} "$work/error"`;
    case 'no-answer':
      return '[ "$trouble" != 0 ] && ! grep -q \'when calling\' "$work/error"';
    case 'body':
    case 'type':
    case 'no-message':
    case 'no-request-id':
    case 'content-type':
      return 'false';
  }
}
