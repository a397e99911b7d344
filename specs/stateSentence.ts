import type { Effect, StateConstraint } from './clause.ts';
import type { JsonValue } from './json.ts';
import { jsonEqual } from './json.ts';
import type { MemberPath } from './member.ts';

/** What becomes of a member, as one sentence; where documentation and measurement differ it says both. */
export function stateSentence(member: MemberPath, constraint: StateConstraint): string {
  const { observed, documented } = constraint;
  const when = describeOccasion(member, constraint);
  if (observed.kind === 'open' && documented.kind === 'open') return `What becomes of ${member} ${when} is not known.`;
  if (observed.kind === 'stored' && documented.kind === 'stored') return `${member} is shown as it was sent.`;
  if (jsonEqual({ ...observed }, { ...documented })) return `${member} ${describeEffect(observed)} ${when}.`;
  if (observed.kind === 'open')
    return `By the documentation ${member} ${describeEffect(documented)} ${when}; nobody has measured it.`;
  if (documented.kind === 'open')
    return `${member} ${describeEffect(observed)} ${when}; the documentation does not say so.`;
  return `${member} ${describeEffect(observed)} ${when}; by the documentation it ${describeEffect(documented)}.`;
}

function describeOccasion(member: MemberPath, { when, parent }: StateConstraint): string {
  switch (when) {
    case 'sent':
      return 'when it is sent';
    case 'omitted':
      return `when it is left out${describeParent(member, parent)}`;
    case 'empty':
      return 'when it is sent empty';
    case 'null':
      return 'when it is sent as null';
  }
}

function describeParent(member: MemberPath, parent: StateConstraint['parent']): string {
  const name = member.split('.').at(-2) ?? 'the request';
  if (parent === undefined) return '';
  return parent === 'sent' ? ` of a ${name} that is sent` : ` together with ${name}`;
}

function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'stored':
      return 'is shown as it was sent';
    case 'among':
      return 'shows each entry as it was sent';
    case 'kept':
      return 'keeps its value';
    case 'becomes':
      return effect.values.map(describeValue).join(' or ');
    case 'fresh':
      return 'returns to what a new pool has';
    case 'dropped':
      return 'loses its value';
    case 'either':
      return effect.of.map(describeEffect).join(' or ');
    case 'follows':
      return `shows what ${effect.leader} shows`;
    case 'open':
      return 'may become anything';
  }
}

function describeValue(value: JsonValue): string {
  return value === null ? 'is no longer shown' : `becomes ${JSON.stringify(value)}`;
}
