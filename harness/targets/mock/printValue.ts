import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import { memoizeByText } from '../../../specs/memoize.ts';
import type { Shape } from '../../../specs/shape.ts';

/** Java names of the structures that the service prints as items of a list, by the name of the list. */
const itemTypes: Readonly<Record<string, string>> = {
  RecoveryMechanisms: 'RecoveryOptionType',
  Schema: 'SchemaAttributeType',
};

/** A value as the service prints it into a validation message: the way of Java's toString. */
export function printValue(name: string, shape: Shape, value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'null';
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members).map(
        ([member, child]) => `${memberName(member)}=${printValue(member, child, objectMembers(value)[member])}`,
      );
      return `${itemTypes[name] ?? name}(${members.join(', ')})`;
    }
    case 'map': {
      const entries = Object.entries(objectMembers(value)).map(
        ([key, item]) => `${key}=${printValue(key, shape.value, item)}`,
      );
      return `{${entries.join(', ')}}`;
    }
    case 'list':
      return `[${(Array.isArray(value) ? value : []).map((item) => printValue(name, shape.item, item)).join(', ')}]`;
    case 'string':
    case 'integer':
    case 'boolean':
      return String(value);
  }
}

/** Members that the service calls otherwise in its messages than on the wire. */
const internalNames: Readonly<Record<string, string>> = { InviteMessageTemplate: 'inviteMessage' };

/** A member as the service prints it in a message: `minimumLength`, `smsMessage`, `inviteMessage`. */
export function memberName(name: string): string {
  return escapedNames(name);
}

const escapedNames = memoizeByText((name) => internalNames[name] ?? escapeName(name));

function escapeName(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

function objectMembers(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}
