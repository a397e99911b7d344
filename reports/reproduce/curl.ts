import { errorNamed } from '../../specs/errors.ts';
import { targetPrefix } from '../../specs/operation.ts';
import { shellQuote, singleQuote } from '../../specs/shellQuote.ts';
import { headerFromShell } from '../text/commands.ts';
import type { Scenario } from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { curlOptions, requestBytes } from './curlRequest.ts';
import { signingOptions } from './curlSigning.ts';
import { shellScript } from './shellScript.ts';

/** Bash scripts for curl 7.75 or newer. It can send every request, byte for byte where the body is not a JSON object. */
export const curl = shellScript({
  habits: null,
  settings: ({ endpoint, aws }) => [`endpoint=${singleQuote(endpoint)}`, ...(aws ? awsCredentials : madeUpCredentials)],
  helpers: (scenario) => [...sendHelpers(scenario), ...conditionHelpers(scenario)],
  named: (operation) => operation,
  answerFiles: ['body', 'head'],
  showPrior: 'echo "HTTP $http $(head -c 500 "$work/body")"',
  showAnswer: 'show_answer',
  showsJson: true,
  bytes: ({ question, bodies }) => requestBytes(question, bodies),
  ask: (scenario) => [
    scenario.question.raw === null
      ? `send ${scenario.question.operation}`
      : `exchange ${curlOptions(scenario).join(' \\\n    ')}`,
  ],
  answerCondition: curlAnswer,
});

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

function sendHelpers({ region, aws, route, patience, connection }: Scenario): readonly string[] {
  const [url, type] =
    route === 'openapi'
      ? [`"$endpoint/%23X-Amz-Target=${targetPrefix}.$1"`, 'application/json']
      : ['"$endpoint/"', 'application/x-amz-json-1.1'];
  const own = connectionOptions(connection).join('');
  return [
    '# Sends one request; the answer goes to $work/head and $work/body: exchange [curl options]',
    'exchange() {',
    '  : >"$work/head"; : >"$work/body"',
    `  http=$(curl -sS -g --path-as-is --max-time ${patience} -o "$work/body" -D "$work/head" -w '%{http_code}' -H 'Expect:'${own} "$@")`,
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

function connectionOptions({ headers = [], ca, insecure }: Scenario['connection']): readonly string[] {
  return [
    ...headers.map((name) => ` -H ${headerFromShell(name)}`),
    ...(ca === undefined ? [] : [` --cacert ${shellQuote(ca)}`]),
    ...(insecure === true ? [' -k'] : []),
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

function curlAnswer(check: AnswerCheck): string {
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
