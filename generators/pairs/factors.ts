import type { JsonValue } from '../../specs/json.ts';
import { childrenOf, type Member, type MemberPath, membersOf } from '../../specs/member.ts';
import { modelClauseId } from '../../specs/modelClauses.ts';
import type { Shape } from '../../specs/shape.ts';
import { breachesOfValue } from '../breaches/breachesOfValue.ts';
import type { GenerationScene } from '../cases/scene.ts';
import type { BoundaryValue } from '../values/boundaryValue.ts';
import { boundaryValues } from '../values/boundaryValues.ts';
import { textOfMember } from '../values/memberValues.ts';

/** One value of a member that stands for a bound: its lowest, its highest, a word of its enum. */
export interface Level {
  /** `min`, `max`, `true`, `ENFORCED`. */
  readonly name: string;
  readonly value: JsonValue;
}

/** A member of a structure with the values that are combined with those of its neighbours. */
export interface Factor {
  readonly path: MemberPath;
  readonly shape: Shape;
  readonly levels: readonly Level[];
  /** The breach of the member that is likeliest to slip through. */
  readonly breach: BoundaryValue | undefined;
}

/** The members whose bounds are combined with each other. */
export interface FactorGroup {
  /** The structure that they lie in, at whatever depth; `''` for the request itself. */
  readonly path: MemberPath;
  readonly factors: readonly Factor[];
}

/** Every structure of the edition with more than one member that has bounds, if it or one of these members is wanted. */
export function factorGroups(
  scene: GenerationScene,
  wantsGroup: (path: MemberPath) => boolean = () => true,
  wantsMember = wantsGroup,
): readonly FactorGroup[] {
  const { input } = scene.edition;
  const tops = childrenOf('', input).filter(({ path }) => path !== 'UserPoolId');
  const plain = tops.filter(({ shape }) => shape.type !== 'structure');
  const inner = membersOf(input).filter(({ path, shape }) => shape.type === 'structure' && isOutermost(path));
  const groups = [
    { path: '', leaves: plain },
    ...inner.map((member) => ({ path: member.path, leaves: leafMembers(member) })),
  ];
  return groups
    .filter(({ path, leaves }) => wantsGroup(path) || leaves.some((leaf) => wantsMember(leaf.path)))
    .map(({ path, leaves }) => ({ path, factors: factorsOf(scene, leaves) }))
    .filter(({ factors }) => factors.length > 1);
}

/** At the top, or in a list or map: a structure within a structure is combined with the outer one's members. */
function isOutermost(path: MemberPath): boolean {
  return !path.includes('.') || /(\[\]|\})$/.test(path);
}

function leafMembers(member: Member): readonly Member[] {
  if (member.shape.type !== 'structure') return [member];
  return childrenOf(member.path, member.shape).flatMap(leafMembers);
}

function factorsOf(scene: GenerationScene, leaves: readonly Member[]): readonly Factor[] {
  return leaves.map((leaf) => factorOf(scene, leaf)).filter(({ levels }) => levels.length > 0);
}

function factorOf(scene: GenerationScene, member: Member): Factor {
  const { path, shape } = member;
  const values = boundaryValues(scene, member);
  return { path, shape, levels: levelsOf(scene, member, values), breach: breachAmong(member, values) };
}

function levelsOf(scene: GenerationScene, { path, shape }: Member, values: readonly BoundaryValue[]): readonly Level[] {
  const bounds = values.flatMap((value) => asLevel(path, shape, value));
  if (shape.type !== 'string') return bounds;
  const plain = { name: 'plain', value: textOfMember(path, shape).plain(scene) };
  // Of a Region only the pool's own is sure to be taken, and nobody has seen what becomes of a sender that is no address, or of
  // an ARN too short to name something.
  if (/\.(Region|SnsRegion|From)$/.test(path)) return [plain];
  if (plain.value.startsWith('arn:')) return [plain, ...bounds.filter(({ name }) => name !== 'min')];
  return bounds.length > 0 ? bounds : [plain];
}

function asLevel(path: MemberPath, shape: Shape, { kind, variant, value }: BoundaryValue): readonly Level[] {
  const isLength = kind === 'min' || kind === 'max';
  if (kind === 'pattern' || value === undefined || (isLength && variant !== 'at')) return [];
  // Nor whether a word may stand in a list twice.
  if (Array.isArray(value) && new Set(value).size < value.length) return [];
  return breachesOfValue(path, shape, value).length > 0 ? [] : [{ name: isLength ? kind : variant, value }];
}

const likelyBreaches = ['max over', 'min under', 'enum near-case', 'type list', 'type string'];

function breachAmong({ path, shape }: Member, values: readonly BoundaryValue[]): BoundaryValue | undefined {
  return likelyBreaches
    .flatMap((name) => values.find(({ kind, variant }) => `${kind} ${variant}` === name) ?? [])
    .find(
      ({ kind, value }) =>
        value !== undefined && breachesOfValue(path, shape, value).includes(modelClauseId(path, kind)),
    );
}
