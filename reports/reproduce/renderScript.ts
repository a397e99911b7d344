import type { Scenario } from './buildScenario.ts';
import type { AnswerCheck, PoolCheck } from './check.ts';
import type { ClientHabits } from './findObstacles.ts';
import { actionHeading, type ScriptAction, scriptPlan } from './scriptPlan.ts';
import { unsendable } from './unsendable.ts';

/**
 * A client and the language of its scripts. Lines are given without indentation; a text of several lines that has to stay as it
 * is, such as a body in a raw string, is one line with line ends in it.
 */
export interface ScriptLanguage {
  /** What begins a comment line. */
  readonly sign: '#' | '//';
  /** What the client does to requests by itself; null for one that sends everything as it stands. */
  readonly habits: ClientHabits | null;
  /** Imports, client and helpers. */
  readonly start: (scenario: Scenario) => readonly string[];
  /** Prints a heading. */
  readonly print: (heading: string) => string;
  readonly act: (action: ScriptAction, scenario: Scenario) => readonly string[];
  /** Conditions that hold where the finding is shown; null where the client does not show what they are about. */
  readonly answerCondition: (check: AnswerCheck, scenario: Scenario) => string | null;
  readonly poolCondition: (check: PoolCheck) => string | null;
  /** Prints a verdict that is known beforehand, and ends with status 2. */
  readonly giveUp: (verdict: string) => readonly string[];
  /** Deletes the pools, tries as often as the scenario says, and prints the verdict. */
  readonly finish: (scenario: Scenario, parts: ScriptParts) => readonly string[];
}

/** The lines of a script's actions; `condition` is null where one run cannot decide. */
export interface ScriptParts {
  readonly opening: readonly string[];
  readonly attempt: readonly string[];
  readonly condition: string | null;
}

/** The script of a scenario in a language, or one that does nothing but say why there is none. */
export function renderScript(scenario: Scenario, language: ScriptLanguage): string {
  const { habits, sign } = language;
  const { check, notes, clientNotes } = scenario;
  const condition = check === null ? null : conditionIn(language, check, scenario);
  const comment = (lines: readonly string[]) => lines.map((line) => `${sign} ${line}`);
  const refusal = habits === null ? undefined : unsendable(scenario, habits, condition !== null);
  if (refusal !== undefined) return [...comment(refusal.comment), ...language.giveUp(refusal.verdict), ''].join('\n');
  const plan = scriptPlan(scenario);
  const linesOf = (actions: readonly ScriptAction[]) =>
    actions.flatMap((action) => actionLines(action, scenario, language));
  const parts = { opening: linesOf(plan.opening), attempt: linesOf(plan.attempt), condition };
  return [
    ...comment([...notes, ...(habits === null ? [] : clientNotes)]),
    ...language.start(scenario),
    ...language.finish(scenario, parts),
    '',
  ].join('\n');
}

/** Lines one level deeper. */
export function indent(lines: readonly string[], by = '  '): readonly string[] {
  return lines.map((line) => (line === '' ? line : `${by}${line}`));
}

function conditionIn(language: ScriptLanguage, check: AnswerCheck | PoolCheck, scenario: Scenario): string | null {
  return 'pool' in check ? language.poolCondition(check) : language.answerCondition(check, scenario);
}

function actionLines(action: ScriptAction, scenario: Scenario, { print, act }: ScriptLanguage): readonly string[] {
  const heading = actionHeading(action);
  return [...(heading === null ? [] : [print(heading)]), ...act(action, scenario)];
}
