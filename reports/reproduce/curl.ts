import { Buffer } from 'node:buffer';
import { jsonText } from '../text/jsonText.ts';
import { singleQuote } from '../text/shellQuote.ts';
import { heredoc } from './heredoc.ts';
import { poolPlaceholder, type Scenario } from './scenario.ts';

/** A bash script for curl 7.75 or newer. It can send every request, byte for byte where the body is no JSON object. */
export function curl({ notes, endpoint, region, aws, before, request, after }: Scenario): string {
  return [
    ...notes.map((note) => `# ${note}`),
    '(',
    `endpoint=${singleQuote(endpoint)}`,
    ...(aws ? awsCredentials : madeUpCredentials),
    ...helpers(region, aws),
    '',
    'created=$(printf \'%s\' \'{"PoolName":"poolproof-repro"}\' | send CreateUserPool)',
    'pool=$(printf \'%s\\n\' "$created" | sed -nE \'s/.*"(Id|UserPoolId)" *: *"([^"]+)".*/\\2/p\' | head -n 1)',
    '[ -n "$pool" ] || { printf \'No pool was created: %s\\n\' "$created" >&2; exit 1; }',
    'delete_pool() {',
    ...after.map(({ operation, body }) => `  printf '%s' '${JSON.stringify(body)}' | fill | send ${operation}`),
    `  printf '%s' '{"UserPoolId":"${poolPlaceholder}"}' | fill | send DeleteUserPool`,
    '}',
    'trap delete_pool EXIT',
    ...before.flatMap(({ operation, body }) => ['', ...sendObject(jsonText(body), operation)]),
    '',
    '# The request in question.',
    ...(typeof request === 'string' ? sendText(request) : sendObject(jsonText(request), 'UpdateUserPool -i')),
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
    '    -H "X-Amz-Target: AWSCognitoIdentityProviderService.$operation" \\',
    '    --data-binary @- "$endpoint/"',
    '  echo',
    '}',
    `fill() { LC_ALL=C sed "s/${poolPlaceholder}/$pool/g"; }`,
  ];
}

function sendObject(text: string, operation: string): readonly string[] {
  const { redirect, lines } = heredoc(text, 'JSON');
  return [`fill ${redirect} | send ${operation}`, ...lines];
}

// A here-document ends in a newline that the body may not have, so the exact count of bytes is kept.
function sendText(body: string): readonly string[] {
  const bytes = Buffer.from(body, 'utf8');
  if (bytes.length === 0) return ['send UpdateUserPool -i </dev/null'];
  const places = body.split(poolPlaceholder).length - 1;
  const size = bytes.length - places * poolPlaceholder.length;
  const keep = `head -c "$((${size} + ${places} * \${#pool}))" | send UpdateUserPool -i`;
  if (!/[^\P{C}\n\t]/u.test(body)) {
    const { redirect, lines } = heredoc(body, 'BODY');
    return [`fill ${redirect} | ${keep}`, ...lines];
  }
  const { redirect, lines } = heredoc(base64Lines(bytes), 'BASE64');
  return [`base64 --decode ${redirect} | fill | ${keep}`, ...lines];
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\n');
}
