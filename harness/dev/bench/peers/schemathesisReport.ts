import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../../../specs/json.ts';
import type { MemberPath } from '../../../../specs/member.ts';

/** One failed check of a run of Schemathesis. */
export interface FailedCheck {
  /** `negative_data_rejection`. */
  readonly check: string;
  /** What it tells its user. */
  readonly message: string;
  /** What its report says of the case: `PoolName: Larger than maxLength`. */
  readonly description: string;
  /** The member that the case is about; undefined where the report does not say. */
  readonly member: MemberPath | undefined;
}

/** The failed checks in a report of Schemathesis in its NDJSON format, in the order in which they were made. */
export function schemathesisFailures(report: string): readonly FailedCheck[] {
  return report
    .split('\n')
    .map((line) => objectAt(parsedJson(line), 'ScenarioFinished'))
    .flatMap((scenario) => failuresOfScenario(objectAt(scenario, 'recorder')));
}

function failuresOfScenario(recorder: JsonObject): readonly FailedCheck[] {
  const cases = objectAt(recorder, 'cases');
  return Object.entries(objectAt(recorder, 'checks')).flatMap(([id, checks]) =>
    (Array.isArray(checks) ? checks : []).filter(isFailed).map((check) => failedCheck(check, objectAt(cases, id))),
  );
}

function isFailed(check: JsonValue): check is JsonObject {
  return isJsonObject(check) && check.status === 'failure';
}

function failedCheck(check: JsonObject, made: JsonObject): FailedCheck {
  const { message } = objectAt(objectAt(check, 'failure_info'), 'failure');
  const { location, description = '' } = objectAt(objectAt(objectAt(objectAt(made, 'value'), 'meta'), 'phase'), 'data');
  return {
    check: String(check.name),
    message: String(message),
    description: String(description),
    member: typeof location === 'string' ? memberAtPointer(location) : undefined,
  };
}

/** Whether a failed check names a member: by its place or, less strictly, by its own name anywhere in its words. */
export function namesMember({ message, description, member }: FailedCheck, sought: MemberPath): boolean {
  const [, name = sought] = /(\w+)(?:\[\]|\{\w+\})*$/.exec(sought) ?? [];
  return member === sought || message.includes(name) || description.includes(name);
}

/** The member that a pointer into the schema leads to: `Policies` of `/properties/Policies/type`. */
export function memberAtPointer(pointer: string): MemberPath {
  let path = '';
  const steps = pointer.split('/').slice(1).values();
  for (const step of steps) {
    if (step === 'properties') path += `${path === '' ? '' : '.'}${steps.next().value ?? ''}`;
    else path += endings[step] ?? '';
  }
  return path;
}

const endings: Readonly<Record<string, string>> = {
  items: '[]',
  additionalProperties: '{value}',
  propertyNames: '{key}',
};

function objectAt(value: JsonValue | undefined, name: string): JsonObject {
  const inner = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(inner) ? inner : {};
}
