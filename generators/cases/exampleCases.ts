import type { Clause, ClauseId, Example } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath, topLevelOf } from '../../specs/member.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import type { Shape } from '../../specs/shape.ts';
import { breachesOfRequest } from '../breaches/breachesOfRequest.ts';
import { snsRegion } from '../values/names.ts';
import { type Case, type Prior, poolPlaceholder } from './case.ts';
import { documentCases } from './documentCases.ts';
import { echoCases } from './echoCases.ts';
import { type GenerationScene, isSeoul } from './scene.ts';

/** The hand-picked examples of the contract's rules and of what it says about state, the requests that pages print, and echoes. */
export function exampleCases(scene: GenerationScene): readonly Case[] {
  return casesOfScene(scene);
}

const casesOfScene = memoizeByObject((scene: GenerationScene): readonly Case[] => {
  const contract = contractOf(scene.edition.date, scene.basis);
  const cases = contract.clauses.flatMap((clause) => casesOfClause(scene, contract, clause));
  return [
    ...cases.toSorted((left, right) => changesLeftBehind(left) - changesLeftBehind(right)),
    ...documentCases(scene),
    ...echoCases(scene),
  ];
});

// A rule may only be breakable on a new pool: cases that leave nothing behind come first, those that change the pool later.
function changesLeftBehind({ breaks, prior }: Case): number {
  return (breaks.length > 0 ? 0 : 2) + (prior === undefined ? 0 : 1);
}

function casesOfClause(scene: GenerationScene, contract: Contract, clause: Clause): readonly Case[] {
  switch (clause.constraint.kind) {
    case 'rule':
      return [
        ...casesOfExamples(scene, clause, 'keeps', []),
        ...casesOfExamples(scene, clause, 'breaks', certainBreach(contract, clause)),
      ];
    case 'state':
      return casesOfExamples(scene, clause, 'keeps', []);
    case 'wire':
    case 'type':
    case 'required':
    case 'enum':
    case 'min':
    case 'max':
    case 'pattern':
      return [];
  }
}

/** An open rule is never broken, and a rule on which sources contradict each other is not broken for certain. */
function certainBreach({ clauses }: Contract, { id, constraint }: Clause): readonly ClauseId[] {
  const contested = clauses.some(
    (other) => other.constraint.kind === 'rule' && other.constraint.unsettles?.includes(id),
  );
  return constraint.kind === 'rule' && constraint.outcome === 'rejected' && !contested ? [id] : [];
}

const openSnsRegion = 'sms-configuration.sns-region.other-region';

function casesOfExamples(
  scene: GenerationScene,
  clause: Clause,
  side: 'keeps' | 'breaks',
  breaks: readonly ClauseId[],
): readonly Case[] {
  if (clause.id === openSnsRegion && isSeoul(scene)) return [];
  return clause.examples[side].flatMap((example, index) => {
    const translated = exampleForScene(scene, example);
    // An open rule may be about a breach of the model on which sources differ, and a word may be a later edition's.
    if (translated === undefined || breachesOfRequest(scene, translated.request).length > 0) return [];
    const id = `examples/${clause.id}/${side}-${index + 1}`;
    // A rule is judged on the pool that would result: what an earlier case left there could keep it.
    const prior = breaks.length === 0 ? translated.prior : { fresh: true as const, ...translated.prior };
    const one = {
      id,
      phase: 'examples',
      clause: clause.id,
      member: clause.member,
      breaks,
      ...translated,
      ...(prior && { prior }),
    } as const;
    return breaks.length === 0 ? [one] : [one, ...besideTags(one)];
  });
}

/** The same with tags, which have nothing to do with any rule on other members: a server may store them first. */
function besideTags(one: Case): readonly Case[] {
  if (topLevelOf(one.member) === 'UserPoolTags' || Object.hasOwn(one.request, 'UserPoolTags')) return [];
  const request = { ...one.request, UserPoolTags: { Refused: 'with-all-else' } };
  return [{ ...one, id: `${one.id}-beside-tags`, request }];
}

type RequestAndPrior = Pick<Case, 'request'> & { readonly prior?: Prior };

/** The example in the scene's Region and account; undefined where it is about members that the edition lacks. */
function exampleForScene(scene: GenerationScene, { value, prior, mfa }: Example): RequestAndPrior | undefined {
  if (!isJsonObject(value)) return undefined;
  if (![value, prior ?? {}].every((request) => hasOnlyKnownMembers('', scene.edition.input, request))) return undefined;
  const request = { UserPoolId: poolPlaceholder, ...translateToScene(scene, value) };
  if (prior === undefined && mfa === undefined) return { request };
  const update = prior === undefined ? {} : { update: translateToScene(scene, prior) };
  return { request, prior: { ...update, ...(mfa === undefined ? {} : { mfa }) } };
}

function hasOnlyKnownMembers(path: MemberPath, shape: Shape, value: JsonValue): boolean {
  const children = childrenOf(path, shape);
  switch (shape.type) {
    case 'structure':
      return (
        !isJsonObject(value) ||
        Object.entries(value).every(([name, inner]) => {
          const child = children.find((each) => each.path === (path === '' ? name : `${path}.${name}`));
          return child !== undefined && hasOnlyKnownMembers(child.path, child.shape, inner);
        })
      );
    case 'list':
      return !Array.isArray(value) || value.every((item) => hasOnlyKnownMembers(`${path}[]`, shape.item, item));
    case 'map':
    case 'string':
    case 'integer':
    case 'boolean':
      return true;
  }
}

/** Examples are written for this Region and account. */
const exampleScene = { region: 'us-east-1', account: '123456789012' } as const;

/** Both Regions change places, so that an example of another Region stays one. */
function translateToScene(scene: GenerationScene, request: JsonObject): JsonObject {
  const swapped = JSON.stringify(request)
    .replaceAll(new RegExp(`${exampleScene.region}|${scene.region}`, 'g'), (region) =>
      region === exampleScene.region ? scene.region : exampleScene.region,
    )
    .replaceAll(exampleScene.account, scene.account)
    // A pool in Seoul does not send from its own Region.
    .replaceAll(`"SnsRegion":"${scene.region}"`, `"SnsRegion":"${snsRegion.plain(scene)}"`);
  return JSON.parse(swapped) as JsonObject;
}
