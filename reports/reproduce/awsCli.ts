import { signingName, testedOperation } from '../../specs/operation.ts';
import { singleQuote } from '../../specs/shellQuote.ts';
import { botocoreHabits } from './botocoreHabits.ts';
import type { Scenario } from './buildScenario.ts';
import type { AnswerCheck } from './check.ts';
import { commandName } from './methodName.ts';
import { shellScript } from './shellScript.ts';
import { shorthand } from './shorthand.ts';

/** Bash scripts for the AWS CLI, version 1 or 2. */
export const awsCli = shellScript({
  habits: botocoreHabits,
  settings: ({ aws }) => [...(aws ? [] : credentials), "export AWS_PAGER='' AWS_MAX_ATTEMPTS=1"],
  helpers: ({ endpoint, region }) => [
    `idp() { aws ${signingName} "$@" --region ${region} --endpoint-url ${singleQuote(endpoint)} --output json >"$work/body" 2>"$work/error"`,
    "  trouble=$?; http=''; [ $trouble != 0 ] || http=200; }",
    '# Sends $work/request as an operation: send COMMAND',
    'send() { idp "$1" --cli-input-json "file://$work/request"; }',
    ...acceptance,
  ],
  named: commandName,
  answerFiles: ['error', 'body'],
  showPrior: 'echo "Exit status $trouble"; cat "$work/error"; check_sent',
  showAnswer: 'echo "Exit status $trouble"; cat "$work/error" "$work/body" | head -c 3000 | grep -v \'^$\'; check_sent',
  showsJson: false,
  bytes: () => [],
  ask: askByCli,
  answerCondition: awsCliAnswer,
});

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

function askByCli({ question: { operation, body }, input }: Scenario): readonly string[] {
  const options = typeof body === 'string' || operation !== testedOperation ? null : shorthand(body, input);
  return options === null ? [`send ${commandName(operation)}`] : inShorthand(options);
}

function inShorthand(options: readonly string[]): readonly string[] {
  return [`idp ${commandName(testedOperation)} --user-pool-id "$pool"`, ...options.map((option) => `  ${option}`)].map(
    (line, index) => (index < options.length ? `${line} \\` : line),
  );
}

function awsCliAnswer(check: AnswerCheck, { answer }: Scenario): string | null {
  switch (check.kind) {
    case 'accepted':
      return 'is_accepted';
    case 'error':
      return `grep -q ${singleQuote(`(${check.name}) when calling`)} "$work/error"`;
    case 'status':
      // It shows the status in place of a name alone.
      return answer === '' ? `grep -q '(${check.status}) when calling' "$work/error"` : null;
    case 'message':
      return `grep -qF ${singleQuote(check.text)} "$work/error"`;
    case 'no-answer':
      return '[ "$trouble" != 0 ] && ! grep -q \'when calling\' "$work/error"';
    case 'body':
    case 'type':
    case 'no-message':
    case 'no-request-id':
    case 'content-type':
      return null;
  }
}
