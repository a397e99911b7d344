import { createOperation, deleteOperation, describeOperation } from '../../specs/operation.ts';
import { poolPlaceholder, type Scenario } from './buildScenario.ts';
import { expandRuns } from './expandRuns.ts';
import { fillHelper, placeholdersIn, swapCase } from './fillHelper.ts';
import { heredoc } from './heredoc.ts';
import type { ScriptLanguage, ScriptParts } from './renderScript.ts';
import type { ScriptAction } from './scriptPlan.ts';
import { poolTools, shellPoolCondition, verdictLines } from './shellVerdict.ts';

/** A client for bash. Its script has `send OPERATION`, which sends $work/request, fills $work/body, and sets `trouble` and `http`. */
export interface ShellClient extends Pick<ScriptLanguage, 'habits' | 'answerCondition'> {
  /** Address and credentials. */
  readonly settings: (scenario: Scenario) => readonly string[];
  /** `send`, `is_accepted` and what else its conditions call. */
  readonly helpers: (scenario: Scenario) => readonly string[];
  /** An operation as the client names it. */
  readonly named: (operation: string) => string;
  /** The files in $work that hold an answer; the first tells why a request was refused. */
  readonly answerFiles: readonly [string, ...(readonly string[])];
  /** What prints the answer to a request before the one in question. */
  readonly showPrior: string;
  readonly showAnswer: string;
  /** Whether the client shows the JSON of a pool as it came. */
  readonly showsJson: boolean;
  /** Writes $work/request, where it is not written as an object. */
  readonly bytes: (scenario: Scenario) => readonly string[];
  /** Sends the request in question. */
  readonly ask: (scenario: Scenario) => readonly string[];
}

/** The language of a client's bash scripts. */
export function shellScript(client: ShellClient): ScriptLanguage {
  return {
    sign: '#',
    habits: client.habits,
    start: (scenario) => shellStart(scenario, client),
    print: (heading) => `echo '== ${heading}'`,
    act: (action, scenario) => shellAction(action, scenario, client),
    answerCondition: client.answerCondition,
    poolCondition: (check) =>
      !client.showsJson && (check.kind === 'date-form' || check.kind === 'shown-type')
        ? null
        : shellPoolCondition(check),
    giveUp: (verdict) => ['(', `echo '${verdict}'; exit 2`, ')'],
    finish: (scenario, parts) => shellFinish(scenario, parts, client),
  };
}

function shellStart(scenario: Scenario, client: ShellClient): readonly string[] {
  return [
    '(',
    ...client.settings(scenario),
    'work=$(mktemp -d)',
    ...client.helpers(scenario),
    ...(scenario.bodies.runs ? expandRuns : []),
    ...fillHelper(placeholdersIn(scenario)),
    ...poolTools(scenario),
    ...(scenario.describes ? describeHelper(client) : []),
    ...(scenario.creation === null ? ['trap \'rm -rf "$work"\' EXIT'] : poolFunctions(scenario, client)),
    '',
  ];
}

function describeHelper({ named }: ShellClient): readonly string[] {
  return [
    '# Reads a pool and prints it without the attributes of its schema: describe ID FILE',
    'describe() {',
    `  printf '{"UserPoolId":"%s"}' "$1" >"$work/request"; send ${named(describeOperation)}; read_status=$http`,
    '  flat <"$work/body" | sed \'s/^UserPool[.]//\' >"$work/$2"; grep -v ^SchemaAttributes "$work/$2"',
    '}',
  ];
}

function poolFunctions({ bodies, after }: Scenario, { named }: ShellClient): readonly string[] {
  const { redirect, lines } = heredoc(bodies.creation, 'JSON');
  return [
    'create() {',
    `  ${bodies.runs ? 'write_out' : 'cat'} >"$work/request" ${redirect}`,
    ...lines,
    `  send ${named(createOperation)}`,
    '  flat <"$work/body" | sed -nE \'s/^UserPool[.](Id|UserPoolId) = "(.*)"$/\\2/p\' | head -n 1',
    '}',
    'clean_up() {',
    '  for id in $pool $other; do',
    ...after.map(
      ({ operation, body }) =>
        `    printf '%s' '${JSON.stringify(body)}' | sed "s/${poolPlaceholder}/$id/g" >"$work/request"; send ${named(operation)}`,
    ),
    `    printf '{"UserPoolId":"%s"}' "$id" >"$work/request"; send ${named(deleteOperation)}`,
    '  done',
    "  pool=''; other=''",
    '}',
    "pool=''; other=''; trap 'clean_up; rm -rf \"$work\"' EXIT",
  ];
}

const showRequest = "LC_ALL=C tr -c '\\11\\12\\15\\40-\\176' '?' <\"$work/request\" | head -c 3000; echo";

function shellAction(action: ScriptAction, scenario: Scenario, client: ShellClient): readonly string[] {
  switch (action.kind) {
    case 'assume-pool':
      return ['pool=us-east-1_Poolproof'];
    case 'create':
      return action.pool === 1 ? shellCreate('pool', client) : shellCreate('other', client);
    case 'swap-case':
      return swapCase;
    case 'read-arn':
      return ['describe "$pool" before >/dev/null; arn=$(sed -nE \'s/^Arn = "(.*)"$/\\1/p\' "$work/before")'];
    case 'prepare':
      return [
        ...bodyFile(action.text, scenario),
        showRequest,
        `send ${client.named(action.operation)}`,
        client.showPrior,
      ];
    case 'describe':
      return [action.pool === 1 ? `describe "$pool" ${action.when}` : `describe "$other" other-${action.when}`];
    case 'ask':
      return [
        ...(typeof action.question.body === 'string' ? client.bytes(scenario) : bodyFile(action.text, scenario)),
        showRequest,
        ...client.ask(scenario),
        "echo '== The answer'",
        client.showAnswer,
        ...(scenario.describes ? keepAnswer(client) : []),
      ];
  }
}

function shellCreate(name: string, { answerFiles: [reason] }: ShellClient): readonly string[] {
  return [
    `${name}=$(create); cat "$work/request"`,
    `[ -n "$${name}" ] || { echo "No pool was created: $(cat "$work/${reason}")" >&2; exit 2; }`,
  ];
}

/** Writes a body into $work/request with its placeholders filled. */
function bodyFile(text: string, { bodies }: Scenario): readonly string[] {
  const { redirect, lines } = heredoc(text, 'JSON');
  return [`${bodies.runs ? `write_out ${redirect} | fill` : `fill ${redirect}`} >"$work/request"`, ...lines];
}

// What reads the pool takes the place of the answer.
function keepAnswer({ answerFiles }: ShellClient): readonly string[] {
  return [
    ...answerFiles.map((file) => `cp "$work/${file}" "$work/answer-${file}"`),
    'answer_http=$http; answer_trouble=$trouble',
  ];
}

function restoreAnswer({ answerFiles }: ShellClient): readonly string[] {
  return [
    ...answerFiles.map((file) => `mv "$work/answer-${file}" "$work/${file}"`),
    'http=$answer_http; trouble=$answer_trouble',
  ];
}

function shellFinish(scenario: Scenario, parts: ScriptParts, client: ShellClient): readonly string[] {
  const lines = [...parts.opening, ...parts.attempt, ...(scenario.describes ? restoreAnswer(client) : [])];
  return [...verdictLines(scenario, lines, parts.condition), ')'];
}
