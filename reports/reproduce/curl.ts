import { errorNamed } from '../../specs/errors.ts';
import { createOperation, deleteOperation, describeOperation, targetPrefix } from '../../specs/operation.ts';
import { singleQuote } from '../text/shellQuote.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  poolPlaceholder,
  type Scenario,
  type ScriptStep,
} from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { curlOptions, requestBytes } from './curlRequest.ts';
import { signingOptions } from './curlSigning.ts';
import { expandRuns } from './expandRuns.ts';
import { fillHelper, placeholdersIn, swapCase } from './fillHelper.ts';
import { heredoc } from './heredoc.ts';
import { poolTools, shellPoolCondition, verdictLines } from './shellVerdict.ts';

/** A bash script for curl 7.75 or newer. It can send every request, byte for byte where the body is not a JSON object. */
export function curl(scenario: Scenario): string {
  const { notes, endpoint, aws, bodies, creation } = scenario;
  return [
    ...notes.map((note) => `# ${note}`),
    '(',
    `endpoint=${singleQuote(endpoint)}`,
    ...(aws ? awsCredentials : madeUpCredentials),
    'work=$(mktemp -d)',
    ...sendHelpers(scenario),
    ...(bodies.runs ? expandRuns : []),
    ...fillHelper(placeholdersIn(scenario)),
    ...poolTools(scenario),
    ...(scenario.describes ? describeHelper : []),
    ...conditionHelpers(scenario),
    ...(creation === null ? ['pool=us-east-1_Poolproof; trap \'rm -rf "$work"\' EXIT'] : createHelpers(scenario)),
    '',
    ...verdictLines(scenario, [...preparation(scenario), '', ...question(scenario)], condition(scenario)),
    ')',
    '',
  ].join('\n');
}

const awsCredentials = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  'user="${AWS_ACCESS_KEY_ID:?is not set}:${AWS_SECRET_ACCESS_KEY:?is not set}"',
];

const madeUpCredentials = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  'user="${AWS_ACCESS_KEY_ID:-local}:${AWS_SECRET_ACCESS_KEY:-local}"',
];

// AWS alone is shown the token: any other server has no business with it.
const sessionToken =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  '    ${AWS_SESSION_TOKEN:+-H} ${AWS_SESSION_TOKEN:+"X-Amz-Security-Token: $AWS_SESSION_TOKEN"} \\';

function sendHelpers({ region, aws, route, patience }: Scenario): readonly string[] {
  const [url, type] =
    route === 'openapi'
      ? [`"$endpoint/%23X-Amz-Target=${targetPrefix}.$1"`, 'application/json']
      : ['"$endpoint/"', 'application/x-amz-json-1.1'];
  return [
    '# Sends one request; the answer goes to $work/head and $work/body: exchange [curl options]',
    'exchange() {',
    '  : >"$work/head"; : >"$work/body"',
    `  http=$(curl -sS -g --path-as-is --max-time ${patience} -o "$work/body" -D "$work/head" -w '%{http_code}' -H 'Expect:' "$@")`,
    '  trouble=$?',
    '}',
    '# Sends $work/request as an operation: send OPERATION',
    'send() {',
    `  exchange ${signingOptions(region)} \\`,
    ...(aws ? [sessionToken] : []),
    `    -H 'Content-Type: ${type}' -H "X-Amz-Target: ${targetPrefix}.$1" --data-binary @"$work/request" ${url}`,
    '}',
    'show_answer() { head -c 3000 "$work/head"; head -c 3000 "$work/body"; echo; [ "$trouble" = 0 ] || echo "No answer: curl $trouble"; }',
  ];
}

const describeHelper = [
  '# Reads a pool and prints it without the attributes of its schema: describe ID FILE',
  'describe() {',
  `  printf '{"UserPoolId":"%s"}' "$1" >"$work/request"; send ${describeOperation}; read_status=$http`,
  '  flat <"$work/body" | sed \'s/^UserPool[.]//\' >"$work/$2"; grep -v ^SchemaAttributes "$work/$2"',
  '}',
];

function createHelpers({ bodies, after, creation, attempts }: Scenario): readonly string[] {
  const { redirect, lines } = heredoc(bodies.creation, 'JSON');
  const needsMore = Object.keys(creation ?? {}).length > 2;
  return [
    'create() {',
    `  ${bodies.runs ? 'write_out' : 'cat'} >"$work/request" ${redirect}`,
    ...lines,
    `  send ${createOperation}`,
    '  flat <"$work/body" | sed -nE \'s/^UserPool[.](Id|UserPoolId) = "(.*)"$/\\2/p\' | head -n 1',
    '}',
    'clean_up() {',
    '  for id in $pool $other; do',
    ...after.map(
      ({ operation, body }) =>
        `    printf '%s' '${JSON.stringify(body)}' | sed "s/${poolPlaceholder}/$id/g" >"$work/request"; send ${operation}`,
    ),
    `    printf '{"UserPoolId":"%s"}' "$id" >"$work/request"; send ${deleteOperation}`,
    '  done',
    '  rm -rf "$work"',
    '}',
    "pool=''; other=''; trap clean_up EXIT",
    ...(attempts > 1
      ? [`discard() { printf '{"UserPoolId":"%s"}' "$pool" >"$work/request"; send ${deleteOperation}; pool=''; }`]
      : []),
    ...(needsMore ? [`# The pool is made with: ${JSON.stringify(creation)}`] : []),
  ];
}

const opening = [
  'pool=$(create)',
  '[ -n "$pool" ] || { echo "No pool was created: $(cat "$work/body")" >&2; exit 2; }',
];

function preparation(scenario: Scenario): readonly string[] {
  const { creation, describes, before, bodies } = scenario;
  const placeholders = placeholdersIn(scenario);
  const needsOther = [...before, scenario.question].some((step) => 'pool' in step && step.pool === 2);
  return [
    ...(creation === null ? [] : opening),
    ...(placeholders.has(otherCasePlaceholder) ? swapCase : []),
    ...(placeholders.has(arnPlaceholder)
      ? ['describe "$pool" before >/dev/null; arn=$(sed -nE \'s/^Arn = "(.*)"$/\\1/p\' "$work/before")']
      : []),
    ...before.flatMap((step, index) => ['', ...sendStep(step, bodies.before[index] ?? '', bodies.runs)]),
    ...(describes ? ['', "echo '== The pool before the request'", 'describe "$pool" before'] : []),
    ...(describes && needsOther
      ? ["echo '== The other pool before the request'", 'describe "$other" other-before']
      : []),
  ];
}

function sendStep({ operation, pool }: ScriptStep, text: string, runs: boolean): readonly string[] {
  if (operation === createOperation) return pool === 1 ? [] : ["echo '== Another pool is made'", 'other=$(create)'];
  return [
    `echo '== First ${operation}${pool === 2 ? ' on the other pool' : ''} with'`,
    ...bodyFile(text, runs, 'JSON'),
    'cat "$work/request"',
    `send ${operation}`,
    'echo "HTTP $http $(head -c 500 "$work/body")"',
  ];
}

/** Writes a body into $work/request with its placeholders filled. */
function bodyFile(text: string, runs: boolean, name: string): readonly string[] {
  const { redirect, lines } = heredoc(text, name);
  return [`${runs ? `write_out ${redirect} | fill` : `fill ${redirect}`} >"$work/request"`, ...lines];
}

function question(scenario: Scenario): readonly string[] {
  const { question: asked, describes, bodies } = scenario;
  const needsOther = scenario.before.some(({ pool }) => pool === 2);
  const body =
    typeof asked.body === 'string' ? requestBytes(asked, bodies) : bodyFile(bodies.request, bodies.runs, 'JSON');
  return [
    `echo '== The request in question: ${asked.operation} with'`,
    ...body,
    "LC_ALL=C tr -c '\\11\\12\\15\\40-\\176' '?' <\"$work/request\" | head -c 3000; echo",
    asked.raw === null ? `send ${asked.operation}` : `exchange ${curlOptions(scenario).join(' \\\n    ')}`,
    "echo '== The answer'",
    'show_answer',
    // What reads the pool takes the place of the answer.
    ...(describes
      ? [
          'cp "$work/head" "$work/answer-head"; cp "$work/body" "$work/answer-body"; answer_status=$http; answer_trouble=$trouble',
          "echo '== The pool after the request'",
          'describe "$pool" after',
          ...(needsOther ? ["echo '== The other pool after the request'", 'describe "$other" other-after'] : []),
          'mv "$work/answer-head" "$work/head"; mv "$work/answer-body" "$work/body"; http=$answer_status; trouble=$answer_trouble',
        ]
      : []),
  ];
}

const errorName = [
  '# Prints the name of the error that came: from __type, code or the error header.',
  'error_name() {',
  '  { flat <"$work/body" | sed -nE \'s/^__type = "(.*)"$/\\1/p\'',
  '    flat <"$work/body" | sed -nE \'s/^code = "(.*)"$/\\1/p\'',
  "    header x-amzn-errortype; } | head -n 1 | sed -E 's/:.*//; s/.*#//'",
  '}',
];

const header = [
  '# Prints a header of the answer: header NAME',
  'header() { tr -d \'\\r\' <"$work/head" | awk -v name="$1" \'BEGIN { FS = ": *" } tolower($1) == name { sub(/^[^:]*: */, ""); print }\'; }',
];

const isAccepted = [
  'is_accepted() { [ "$trouble" = 0 ] && case $http in 2??) ! flat <"$work/body" | grep -q \'^__type = "\' ;; *) false ;; esac; }',
];

function conditionHelpers({ check }: Scenario): readonly string[] {
  const kind = check?.kind ?? 'none';
  const needsName = kind === 'error';
  const needsHeader = needsName || kind === 'type' || kind === 'content-type' || kind === 'no-request-id';
  const needsAcceptance = ['accepted', 'absent', 'unchanged', 'shows'].includes(kind);
  return [...(needsHeader ? header : []), ...(needsName ? errorName : []), ...(needsAcceptance ? isAccepted : [])];
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
      return errorCondition(check.name);
    case 'status':
      return `[ "$http" = ${check.status} ]`;
    case 'no-answer':
      return '[ "$trouble" != 0 ]';
    case 'message':
      return `flat <"$work/body" | grep -qxF ${singleQuote(`message = ${JSON.stringify(check.text)}`)}`;
    case 'body':
      return bodyCondition(check.form);
    case 'type':
      return typeCondition(check.form);
    case 'no-message':
      return '! flat <"$work/body" | grep -qE \'^[Mm]essage = "[^"]\'';
    case 'no-request-id':
      return '[ -z "$(header x-amzn-requestid)$(header x-amz-request-id)" ]';
    case 'content-type':
      return `[ "$(header content-type | sed 's/;.*//')" = ${singleQuote(check.is === 'absent' ? '' : check.is)} ]`;
  }
}

// The numbers 480 to 490 name an error by themselves.
function errorCondition(name: string): string {
  const code = errorNamed(name)?.code;
  const named = `[ "$(error_name)" = ${singleQuote(name)} ]`;
  return typeof code === 'number' ? `${named} || [ "$http" = ${code} ]` : named;
}

const firstSign = '"$(tr -d \' \\t\\r\\n\' <"$work/body" | head -c 1)"';

function bodyCondition(form: 'markup' | 'empty' | 'not-json' | 'content'): string {
  switch (form) {
    case 'markup':
      return `[ ${firstSign} = '<' ]`;
    case 'empty':
      return `[ -z ${firstSign} ]`;
    case 'not-json':
      return `case ${firstSign} in ''|'{'|'['|'"'|'<') false ;; esac`;
    case 'content':
      return "case \"$(tr -d ' \\t\\r\\n' <\"$work/body\" | head -c 3)\" in ''|'{}') false ;; esac";
  }
}

function typeCondition(form: 'absent' | 'namespaced' | 'two-names'): string {
  switch (form) {
    case 'absent':
      return '! flat <"$work/body" | grep -q \'^__type = "[^"]\'';
    case 'namespaced':
      return 'flat <"$work/body" | grep -q \'^__type = ".*[#:]\'';
    case 'two-names':
      return '[ "$(flat <"$work/body" | sed -nE \'s/^__type = "(.*#)?([^:"]*).*/\\2/p\')" != "$(header x-amzn-errortype | sed -E \'s/:.*//; s/.*#//\')" ]';
  }
}
