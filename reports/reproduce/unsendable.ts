import { oneLine } from '../../harness/figures/visibleText.ts';
import { testedOperation } from '../../specs/operation.ts';
import type { RawContent, Scenario } from './buildScenario.ts';
import { type ClientHabits, findObstacles } from './findObstacles.ts';
import { hiddenReason } from './hiddenReason.ts';

const shown = 5;

/** Why a client has no script that shows a finding: lines of a comment, and what the script prints all the same. */
export interface Unsendable {
  readonly comment: readonly string[];
  readonly verdict: string;
}

/**
 * What stands in place of a script where a client would refuse the finding's request or change it, or would not show what the
 * finding is about (`isVisible` is false); undefined where its script shows the finding.
 */
export function unsendable(scenario: Scenario, client: ClientHabits, isVisible: boolean): Unsendable | undefined {
  const obstacles = obstaclesIn(scenario, client);
  const hidden = scenario.check === null || isVisible ? [] : [hiddenReason(scenario.check)];
  if (obstacles.length === 0 && hidden.length === 0) return undefined;
  if (obstacles.length === 0) return { comment: [...hidden, ending], verdict: notVisible };
  const comment = [
    'This client cannot send the request unchanged:',
    ...obstacles.slice(0, shown).map((obstacle) => `- ${oneLine(obstacle)}`),
    ...(obstacles.length > shown ? [`And ${obstacles.length - shown} more.`] : []),
    ending,
  ];
  return { comment, verdict: notSendable };
}

// Without quotes of any kind, so that every language can print them.
const notSendable = 'not sent: this client cannot send the request unchanged. Use the script for curl.';
const notVisible = 'not decided: this client does not show what the finding is about. Use the script for curl.';

const ending = 'Use the script for curl.';

function obstaclesIn(
  { route, before, question, input, connection }: Scenario,
  client: ClientHabits,
): readonly string[] {
  const updates = before.filter(({ operation }) => operation === testedOperation).map(({ body }) => body);
  const isUpdate = question.operation === testedOperation;
  return [
    ...(route === 'openapi'
      ? ['The target has each operation at a path of its own, and this client sends all operations to one path.']
      : []),
    ...(connection.headers ?? []).map(
      (name) => `The target takes the header ${name}, and this client sends none of its own.`,
    ),
    ...rawObstacles(question.raw),
    ...(question.raw !== null || !isUpdate ? [] : findObstacles(question.body, input, client)),
    ...updates.flatMap((body) => findObstacles(body, input, client)),
  ];
}

// Each part of an HTTP request that a client writes by itself.
function rawObstacles(raw: RawContent | null): readonly string[] {
  if (raw === null) return [];
  const { headers = {}, omits = [], method, path, signed, gzip, chunked, padding, bytes } = raw;
  const parts = [
    ...Object.entries(headers).map(([name, value]) => `The header ${name} is ${JSON.stringify(value)}`),
    ...omits.map((name) => `The header ${name} is left out`),
    ...(method === undefined ? [] : [`The method is ${method}`]),
    ...(path === undefined ? [] : [`The path is ${path}`]),
    ...(signed === undefined ? [] : [signed === false ? 'The request is not signed' : 'The signature is wrong']),
    ...(gzip === true ? ['The body is compressed'] : []),
    ...(chunked === true ? ['The body is sent in chunks'] : []),
    ...(padding === undefined ? [] : [`The body begins with ${padding} spaces`]),
    ...(bytes === undefined ? [] : ['The body is not text in UTF-8']),
  ];
  return (parts.length === 0 ? ['The text of the body matters'] : parts).map(
    (part) => `${part}, and this client writes that part of a request by itself.`,
  );
}
