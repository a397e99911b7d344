import { testedOperation } from '../../specs/operation.ts';
import { singleQuote } from '../text/shellQuote.ts';
import { botocoreHabits } from './botocoreHabits.ts';
import { poolPlaceholder, type Scenario, type Step } from './buildScenario.ts';
import { expandRuns } from './expandRuns.ts';
import { heredoc } from './heredoc.ts';
import { shorthand } from './shorthand.ts';
import { unsendable } from './unsendable.ts';

/** A bash script for the AWS CLI, version 1 or 2, or a comment that says why there is none. */
export function awsCli(scenario: Scenario): string {
  const { notes, clientNotes, endpoint, region, aws, before, request, after, input, bodies } = scenario;
  const refusal = unsendable(scenario, botocoreHabits, '#');
  if (refusal !== null || typeof request === 'string') return refusal ?? '';
  const { runs } = bodies;
  const options = shorthand(request, input);
  return [
    ...[...notes, ...clientNotes].map((note) => `# ${note}`),
    '(',
    ...(aws ? [] : credentials),
    "export AWS_PAGER='' AWS_MAX_ATTEMPTS=1",
    `idp() { aws cognito-idp "$@" --region ${region} --endpoint-url ${singleQuote(endpoint)}; }`,
    ...(runs ? expandRuns : []),
    `fill() { ${runs ? 'write_out | ' : ''}sed "s/${poolPlaceholder}/$pool/g" >"$request"; }`,
    '',
    'request=$(mktemp)',
    'pool=$(idp create-user-pool --pool-name poolproof-repro --query UserPool.Id --output text)',
    '[ -n "$pool" ] && [ "$pool" != None ] || { echo \'No pool was created.\' >&2; exit 1; }',
    'clean_up() {',
    ...after.map(({ body }) => `  idp update-user-pool --cli-input-json '${inlineBody(body)}'`),
    '  idp delete-user-pool --user-pool-id "$pool"',
    '  rm -f "$request"',
    '}',
    'trap clean_up EXIT',
    ...before.flatMap((step, index) => ['', ...cliSend(step.operation, bodies.before[index] ?? '')]),
    '',
    '# The request in question. A success prints nothing.',
    ...(options === null ? cliSend(testedOperation, bodies.request) : inShorthand(options)),
    'echo "Exit status: $?"',
    '',
    'idp describe-user-pool --user-pool-id "$pool"',
    ')',
    '',
  ].join('\n');
}

const credentials = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
  'export AWS_ACCESS_KEY_ID="${AWS_ACCESS_KEY_ID:-local}" AWS_SECRET_ACCESS_KEY="${AWS_SECRET_ACCESS_KEY:-local}"',
  'unset AWS_SESSION_TOKEN',
];

const commands: Readonly<Record<Step['operation'], string>> = {
  UpdateUserPool: 'update-user-pool',
  SetUserPoolMfaConfig: 'set-user-pool-mfa-config',
};

function inShorthand(options: readonly string[]): readonly string[] {
  return ['idp update-user-pool --user-pool-id "$pool"', ...options.map((option) => `  ${option}`)].map(
    (line, index) => (index < options.length ? `${line} \\` : line),
  );
}

function cliSend(operation: Step['operation'], text: string): readonly string[] {
  const { redirect, lines } = heredoc(text, 'JSON');
  return [`fill ${redirect}`, ...lines, `idp ${commands[operation]} --cli-input-json "file://$request"`];
}

function inlineBody(body: Step['body']): string {
  return JSON.stringify(body).replace(poolPlaceholder, `'"$pool"'`);
}
