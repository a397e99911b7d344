export type { Basis, Clause, ClauseId, Constraint, Effect, Example, Examples, WireCheck } from './clause.ts';
export type { Condition, Reads } from './condition.ts';
export { type Contract, contractOf } from './contract.ts';
export {
  listsWithoutOrder,
  type Mirror,
  mirrorOf,
  mirrors,
  renames,
  type ShownAs,
  shownAs,
  shownFor,
} from './couplings.ts';
export { type Edition, type EditionDate, editionDates } from './edition.ts';
export { editionOf, newestEdition } from './editions/index.ts';
export { commonErrors, declaredErrors, type ErrorFact, type ErrorName, errorNamed, errorNumbered } from './errors.ts';
export { confirmedOn, type Evidence, type EvidenceBasis, type Level, levelOf } from './evidence.ts';
export { isOfType } from './isOfType.ts';
export { isJsonObject, type JsonObject, type JsonValue, jsonEqual, parsedJson } from './json.ts';
export { childrenOf, kebabPath, type Member, type MemberPath, membersOf, topLevelOf } from './member.ts';
export { settingsElsewhere } from './membersNamedBy.ts';
export { modelClauses } from './modelClauses.ts';
export { type Ask, type OpenQuestion, openQuestions } from './openQuestions.ts';
export { type OutsideResource, outsideResources } from './outsideResources.ts';
export { patterns } from './patterns.ts';
export { type ReasonWhyNot, reasonsWhyNot } from './reasonsWhyNot.ts';
export { type Seed, seeds } from './seeds.ts';
export type { Shape, StructureShape } from './shape.ts';
