import { Buffer } from 'node:buffer';
import { targetPrefix, testedOperation } from '../../specs/operation.ts';
import { jsonText } from '../text/jsonText.ts';
import { singleQuote } from '../text/shellQuote.ts';
import { poolPlaceholder, type Scenario } from './buildScenario.ts';
import { expandRuns } from './expandRuns.ts';
import { heredoc } from './heredoc.ts';
import { shortenRuns } from './shortenRuns.ts';

/** A bash script for curl 7.75 or newer. It can send every request, byte for byte where the body is no JSON object. */
export function curl({ notes, endpoint, region, aws, before, request, after, bodies }: Scenario): string {
  const { texts, last, runs } = curlTexts(before, request, bodies);
  return [
    ...notes.map((note) => `# ${note}`),
    '(',
    `endpoint=${singleQuote(endpoint)}`,
    ...(aws ? awsCredentials : madeUpCredentials),
    ...helpers(region, aws),
    ...(runs ? expandRuns : []),
    '',
    'created=$(printf \'%s\' \'{"PoolName":"poolproof-repro"}\' | send CreateUserPool)',
    'pool=$(printf \'%s\\n\' "$created" | sed -nE \'s/.*"(Id|UserPoolId)" *: *"([^"]+)".*/\\2/p\' | head -n 1)',
    '[ -n "$pool" ] || { printf \'No pool was created: %s\\n\' "$created" >&2; exit 1; }',
    'delete_pool() {',
    ...after.map(({ operation, body }) => `  printf '%s' '${JSON.stringify(body)}' | fill | send ${operation}`),
    `  printf '%s' '{"UserPoolId":"${poolPlaceholder}"}' | fill | send DeleteUserPool`,
    '}',
    'trap delete_pool EXIT',
    ...before.flatMap(({ operation }, index) => ['', ...sendObject(texts[index] ?? '', operation, runs)]),
    '',
    '# The request in question.',
    ...(typeof request === 'string' ? sendText(request, last, runs) : sendObject(last, `${testedOperation} -i`, runs)),
    '',
    `printf '%s' '{"UserPoolId":"${poolPlaceholder}"}' | fill | send DescribeUserPool`,
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

function helpers(region: string, aws: boolean): readonly string[] {
  return [
    '# Sends standard input as the body of an operation: send OPERATION [curl options]',
    'send() {',
    '  operation=$1; shift',
    `  curl -sS "$@" --aws-sigv4 "aws:amz:${region}:cognito-idp" --user "$user" \\`,
    ...(aws ? [sessionToken] : []),
    "    -H 'Content-Type: application/x-amz-json-1.1' \\",
    `    -H "X-Amz-Target: ${targetPrefix}.$operation" \\`,
    '    --data-binary @- "$endpoint/"',
    '  echo',
    '}',
    `fill() { LC_ALL=C sed "s/${poolPlaceholder}/$pool/g"; }`,
  ];
}

function sendObject(text: string, operation: string, runs: boolean): readonly string[] {
  const { redirect, lines } = heredoc(text, 'JSON');
  return [`${runs ? `write_out ${redirect} | fill` : `fill ${redirect}`} | send ${operation}`, ...lines];
}

function curlTexts(before: Scenario['before'], request: Scenario['request'], written: Scenario['bodies']) {
  if (typeof request !== 'string') return { texts: written.before, last: written.request, runs: written.runs };
  const bodies = before.map(({ body }) => jsonText(body));
  const { texts, runs } = shortenRuns([heredocBody(request), ...bodies]);
  return { texts: texts.slice(1), last: texts[0] ?? '', runs };
}

/** The request as the script's here-document has it: what a terminal would not show goes as base64. */
function heredocBody(request: string): string {
  return hasControls(request) ? Buffer.from(request, 'utf8').toString('base64') : request;
}

function hasControls(text: string): boolean {
  return /[^\P{C}\n\t]/u.test(text);
}

// A here-document ends in a newline that the body may not have, so the exact count of bytes is kept.
function sendText(body: string, written: string, runs: boolean): readonly string[] {
  const size = Buffer.byteLength(body);
  if (size === 0) return [`send ${testedOperation} -i </dev/null`];
  const places = body.split(poolPlaceholder).length - 1;
  const keep = `head -c "$((${size - places * poolPlaceholder.length} + ${places} * \${#pool}))" | send ${testedOperation} -i`;
  const coded = hasControls(body);
  const { redirect, lines } = heredoc(coded && !runs ? brokenLines(written) : written, coded ? 'BASE64' : 'BODY');
  const stages = [...(runs ? ['write_out'] : []), ...(coded ? ['base64 --decode'] : []), 'fill'];
  return [`${stages[0]} ${redirect} | ${[...stages.slice(1), keep].join(' | ')}`, ...lines];
}

function brokenLines(base64: string): string {
  return base64.replace(/.{76}(?=.)/g, '$&\n');
}
