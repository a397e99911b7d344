import type { Clause, ClauseId, Example } from '../../specs/clause.ts';
import { type Contract, contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { childrenOf, type MemberPath } from '../../specs/member.ts';
import { oncePer } from '../../specs/oncePer.ts';
import type { Shape } from '../../specs/shape.ts';
import { breachesOfRequest } from '../breaches/breachesOfRequest.ts';
import { type Case, type Prior, poolPlaceholder } from './case.ts';
import { documentCases } from './documentCases.ts';
import { echoCases } from './echoCases.ts';
import type { GenerationScene } from './scene.ts';

/** The hand-picked examples of the contract's rules and of what it says about state, the requests that pages print, and echoes. */
export function exampleCases(scene: GenerationScene): readonly Case[] {
  return casesFor(scene);
}

const casesFor = oncePer((scene: GenerationScene): readonly Case[] => {
  const contract = contractOf(scene.edition.date, scene.basis);
  const cases = contract.clauses.flatMap((clause) => casesOfClause(scene, contract, clause));
  return [
    ...cases.toSorted((left, right) => traces(left) - traces(right)),
    ...documentCases(scene),
    ...echoCases(scene),
  ];
});

// A rule may be broken on a new pool alone: what leaves nothing behind comes first, and what first changes the pool later.
function traces({ breaks, prior }: Case): number {
  return (breaks.length > 0 ? 0 : 2) + (prior === undefined ? 0 : 1);
}

function casesOfClause(scene: GenerationScene, contract: Contract, clause: Clause): readonly Case[] {
  switch (clause.constraint.kind) {
    case 'rule':
      return [
        ...sideOf(scene, clause, 'keeps', []),
        ...sideOf(scene, clause, 'breaks', certainBreach(contract, clause)),
      ];
    case 'state':
      return sideOf(scene, clause, 'keeps', []);
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

function sideOf(
  scene: GenerationScene,
  clause: Clause,
  side: 'keeps' | 'breaks',
  breaks: readonly ClauseId[],
): readonly Case[] {
  return clause.examples[side].flatMap((example, index) => {
    const told = exampleIn(scene, example);
    // An open rule may speak of a breach of the model on which sources differ, and a word may be a later edition's.
    if (told === undefined || breachesOfRequest(scene, told.request).length > 0) return [];
    const id = `examples/${clause.id}/${side}-${index + 1}`;
    // A rule is judged on the pool that would result: what an earlier case left there could keep it.
    const prior = breaks.length === 0 ? told.prior : { fresh: true as const, ...told.prior };
    return [
      {
        id,
        phase: 'examples',
        clause: clause.id,
        member: clause.member,
        breaks,
        ...told,
        ...(prior && { prior }),
      } as const,
    ];
  });
}

type Told = Pick<Case, 'request'> & { readonly prior?: Prior };

/** The example in the scene's Region and account; undefined where it speaks of members that the edition lacks. */
function exampleIn(scene: GenerationScene, { value, prior, mfa }: Example): Told | undefined {
  if (!isJsonObject(value)) return undefined;
  if (![value, prior ?? {}].every((request) => isKnown('', scene.edition.input, request))) return undefined;
  const request = { UserPoolId: poolPlaceholder, ...inScene(scene, value) };
  if (prior === undefined && mfa === undefined) return { request };
  const update = prior === undefined ? {} : { update: inScene(scene, prior) };
  return { request, prior: { ...update, ...(mfa === undefined ? {} : { mfa }) } };
}

function isKnown(path: MemberPath, shape: Shape, value: JsonValue): boolean {
  const children = childrenOf(path, shape);
  switch (shape.type) {
    case 'structure':
      return (
        !isJsonObject(value) ||
        Object.entries(value).every(([name, inner]) => {
          const child = children.find((each) => each.path === (path === '' ? name : `${path}.${name}`));
          return child !== undefined && isKnown(child.path, child.shape, inner);
        })
      );
    case 'list':
      return !Array.isArray(value) || value.every((item) => isKnown(`${path}[]`, shape.item, item));
    case 'map':
    case 'string':
    case 'integer':
    case 'boolean':
      return true;
  }
}

/** Examples are written for this Region and account. */
const written = { region: 'us-east-1', account: '123456789012' } as const;

/** Both Regions change places, so that an example of another Region stays one. */
function inScene(scene: GenerationScene, request: JsonObject): JsonObject {
  const swapped = JSON.stringify(request)
    .replaceAll(new RegExp(`${written.region}|${scene.region}`, 'g'), (region) =>
      region === written.region ? scene.region : written.region,
    )
    .replaceAll(written.account, scene.account);
  return JSON.parse(swapped) as JsonObject;
}
