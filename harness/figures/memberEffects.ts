import { contractOf } from '../../specs/contract.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../specs/json.ts';
import { type MemberPath, membersOf } from '../../specs/member.ts';
import type { CaseLine, RecordHeader } from '../record/record.ts';
import { absenceOf } from './absence.ts';
import type { Collector } from './collector.ts';

/** Members that were tried, and those that showed an effect of their own. */
export interface MemberEffects {
  readonly tested: ReadonlySet<MemberPath>;
  readonly effective: ReadonlySet<MemberPath>;
  /**
   * Members of the request, whole, that the target does not implement: a valid value was accepted and not stored, a broken one was
   * accepted, no case saw the pool show a change of it, and nothing was refused for its sake.
   */
  readonly ineffective: ReadonlySet<MemberPath>;
}

/** The effects that cases show. A target that refuses everything checks nothing: refusals count beside an acceptance alone. */
export function memberEffects({ edition, basis }: Pick<RecordHeader, 'edition' | 'basis'>): Collector<MemberEffects> {
  const { byId, edition: model } = contractOf(edition, basis);
  const structures = new Set(
    membersOf(model.input).flatMap(({ path, shape }) => (shape.type === 'structure' ? [path] : [])),
  );
  const [tested, stored, refused] = [new Set<MemberPath>(), new Set<MemberPath>(), new Set<MemberPath>()];
  const absence = absenceOf((clause) => byId.get(clause)?.constraint);
  let discerning = false;
  const take = (line: CaseLine): void => {
    const { member, expectation, answer } = line;
    if (wasTried(line)) tested.add(member);
    discerning ||= expectation.kind === 'accepted' && isSuccess(answer);
    absence.take(line);
    const constraint = byId.get(line.clause)?.constraint;
    if (expectation.kind === 'rejected') {
      if (isExpectedRefusal(line) && !deviatesAt(line, member)) refused.add(member);
    } else if (constraint?.kind === 'state' && constraint.when === 'sent' && isSuccess(answer) && wasJudged(line)) {
      // The example of a member sends its neighbours too, and the next example finds them there.
      for (const path of valuesIn(line.changed, structures)) if (isSeenToChange(line, path)) stored.add(path);
    }
  };
  return {
    take,
    result: () => ({
      tested,
      effective: new Set(discerning ? [...stored, ...refused] : stored),
      ineffective: absence.result(),
    }),
  };
}

/**
 * Whether the pool showed another value of the member after the case than before it. A structure has no value of its own: it has an
 * effect where one of its members has.
 */
function isSeenToChange(line: CaseLine, member: MemberPath): boolean {
  const { changed, request } = line;
  const shown = valueIn(changed, member);
  if (shown === undefined || shown === null || !isJsonObject(request)) return false;
  const sent = valueIn(request, member);
  return isJsonObject(sent) === isJsonObject(shown) && JSON.stringify(sorted(sent)) === JSON.stringify(sorted(shown));
}

/** The places in what a pool shows that have a value of their own. */
function valuesIn(shown: JsonObject, structures: ReadonlySet<MemberPath>, path = ''): readonly MemberPath[] {
  return Object.entries(shown).flatMap(([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`;
    return structures.has(place) && isJsonObject(value) ? valuesIn(value, structures, place) : [place];
  });
}

function valueIn(object: JsonObject, path: MemberPath): JsonValue | undefined {
  return path
    .split('.')
    .reduce<JsonValue | undefined>((value, name) => (isJsonObject(value) ? value[name] : undefined), object);
}

// Lists may stand for sets, and the members of an object have no order.
function sorted(value: JsonValue | undefined): readonly string[] {
  if (!isJsonObject(value))
    return Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : [`${value}`];
  return Object.entries(value)
    .map((entry) => JSON.stringify(entry))
    .toSorted();
}

function wasTried({ verdict }: CaseLine): boolean {
  return verdict.kind !== 'skipped' && verdict.kind !== 'errored';
}

function isSuccess(answer: CaseLine['answer']): boolean {
  return answer.kind === 'answered' && answer.error === null && answer.status >= 200 && answer.status < 300;
}

function isExpectedRefusal({ expectation, answer }: CaseLine): boolean {
  const error = answer.kind === 'answered' ? answer.error : null;
  return expectation.kind === 'rejected' && error !== null && expectation.errors.includes(error);
}

function wasJudged({ verdict }: CaseLine): boolean {
  return verdict.kind === 'conforms' || verdict.kind === 'deviates';
}

function deviatesAt({ verdict }: CaseLine, member: MemberPath): boolean {
  return verdict.kind === 'deviates' && verdict.deviations.some((deviation) => deviation.member === member);
}
