import { type JsonObject, type JsonValue, jsonEqual } from '../../specs/json.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import { breachesOfValue } from '../breaches/breachesOfValue.ts';
import { withCompanionsForAnyState } from '../companions/index.ts';
import { type Factor, type FactorGroup, factorGroups, type Level } from '../pairs/factors.ts';
import { type Choice, coveringRows, type Row } from '../pairs/rows.ts';
import { mergeObjects } from '../values/mergeObjects.ts';
import { lastValueAt, requestHolding, withValueAt } from '../values/placeInRequest.ts';
import { type Case, type Prior, poolPlaceholder } from './case.ts';
import { type CaseFilter, everyCase } from './caseFilter.ts';
import type { GenerationScene } from './scene.ts';
import { softwareToken } from './softwareToken.ts';

/**
 * Bounds of a structure's members in pairs: every two of them that go together stand side by side in one request at least.
 * Then each member broken once, while the others stand at their bounds.
 */
export function pairCases(scene: GenerationScene, wanted: CaseFilter = everyCase): readonly Case[] {
  return factorGroups(scene, (path) => wanted(path, acceptance), wanted).flatMap((group) => casesOfGroup(scene, group));
}

/** What a request that breaks nothing is about. */
const acceptance = 'wire.success-status';

function casesOfGroup(scene: GenerationScene, group: FactorGroup): readonly Case[] {
  const rows = coveringRows(
    group.factors,
    (choice) => complete(scene, choice),
    (request, { path, levels }) => levels.find(({ value }) => isAt(request, path, value)),
  );
  return [
    ...rows.map((row) => validPairCase(group, row)),
    ...rows.filter(({ request }) => request.UserPoolTier === 'LITE').map((row) => litePairCase(group, row)),
    ...group.factors.flatMap((factor) => brokenPairCases(group, rows, factor)),
  ];
}

function validPairCase({ path }: FactorGroup, { first, second, request }: Row): Case {
  return {
    id: `boundary/pair/${pairName(first)}/${pairName(second)}`,
    phase: 'boundary',
    clause: acceptance,
    member: path,
    breaks: [],
    request,
    ...mfaPrior(request),
  };
}

/** Settings of the higher plans, of which nobody has seen what the lowest one makes of them. */
const ofHigherPlans = ['Policies', 'UserPoolAddOns', 'DcrConfiguration', 'AcrConfiguration'];

/** The same on a new pool, which has no setting of a higher plan that would have to be taken back: all that is left is certain. */
function litePairCase(group: FactorGroup, row: Row): Case {
  const pair = validPairCase(group, row);
  const kept = Object.entries(pair.request).filter(([name]) => !ofHigherPlans.includes(name));
  return {
    ...pair,
    id: `${pair.id}/on-lite`,
    request: Object.fromEntries(kept),
    prior: { ...pair.prior, fresh: true },
  };
}

function pairName([{ path }, { name }]: readonly [Factor, Level]): string {
  return `${path}=${name}`;
}

/** The request with these values and all that has to go with them; undefined where one of them had to give way. */
function complete(scene: GenerationScene, choice: Choice): JsonObject | undefined {
  const chosen = [...choice].map(([{ path }, { value }]) => [path, value] as const);
  const hosts = [...choice].map(([factor, level]) => hostFor(scene, factor, level)).reduce(mergeObjects, {});
  const placed = chosen.reduce((request, [path, value]) => withValueAt(request, path, value), hosts);
  const request = { UserPoolId: poolPlaceholder, ...withCompanionsForAnyState(placed, scene) };
  return chosen.every(([path, value]) => isAt(request, path, value)) ? request : undefined;
}

const hosts = new WeakMap<Level, JsonObject>();

function hostFor(scene: GenerationScene, { path }: Factor, level: Level): JsonObject {
  const host = hosts.get(level) ?? requestHolding(scene, path, level.value);
  hosts.set(level, host);
  return host;
}

function isAt(request: JsonObject, path: string, value: JsonValue): boolean {
  return jsonEqual(lastValueAt(request, path) ?? null, value);
}

/** A pool asks for a second factor only where it has one. */
function mfaPrior({ MfaConfiguration }: JsonObject): { readonly prior?: Prior } {
  return MfaConfiguration === undefined || MfaConfiguration === 'OFF' ? {} : { prior: { mfa: softwareToken } };
}

/** The fullest request that has the member, with one breach in it. */
function brokenPairCases({ factors }: FactorGroup, rows: readonly Row[], factor: Factor): readonly Case[] {
  const { path, shape, breach } = factor;
  const fullness = (request: JsonObject) =>
    factors.filter((each) => lastValueAt(request, each.path) !== undefined).length;
  const [host] = rows
    .map(({ request }) => request)
    .filter((request) => lastValueAt(request, path) !== undefined && mfaPrior(request).prior === undefined)
    .toSorted((left, right) => fullness(right) - fullness(left));
  if (host === undefined || breach?.value === undefined) return [];
  const { kind, variant, value } = breach;
  const clause = modelClauseId(path, kind);
  return [
    {
      id: `boundary/pair/${path}=${kind}-${variant}/others-at-bounds`,
      phase: 'boundary',
      clause,
      member: path,
      breaks: [clause, ...breachesOfValue(path, shape, value).filter((other) => other !== clause)],
      request: withValueAt(host, path, value),
    },
  ];
}
