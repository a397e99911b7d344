import { type ErrorName, errorNamed, errorNumbered } from '../../../specs/errors.ts';
import { testedOperation } from '../../../specs/operation.ts';
import { awsWire, openApiWire, type Wire } from './wire.ts';

/** The dialects in which an error can be answered. */
export const dialects = { aws: awsWire, openapi: openApiWire } as const satisfies Readonly<Record<string, Wire>>;

export type Dialect = keyof typeof dialects;

/** An error that the mock is set to answer to every UpdateUserPool. */
export interface Fault {
  readonly error: ErrorName;
  /** The first request only, every one, or this share of them: 0.25 is every fourth. */
  readonly times: 'once' | 'always' | number;
  /** Milliseconds that an answer with the fault takes. */
  readonly delay: number;
}

/** The fault that a request meets, or undefined. */
export type Faults = (operation: string) => Fault | undefined;

/** By this header a single request asks the mock for an error: `<error>` or `<error>;<dialect>`. The answer repeats it. */
export const faultHeader = 'x-poolproof-fault';

/** A fault as it occurs over the requests of a server; a share is kept exactly, without chance. */
export function scheduledFaults(fault: Fault): Faults {
  let asked = 0;
  return (operation) => {
    if (operation !== testedOperation) return undefined;
    asked += 1;
    return isDue(fault, asked) ? fault : undefined;
  };
}

function isDue({ times }: Fault, nth: number): boolean {
  if (times === 'once') return nth === 1;
  return times === 'always' || Math.floor(nth * times) > Math.floor((nth - 1) * times);
}

/** What a request asks for by its header: an error and a dialect. */
export function readFaultHeader(
  header: string | null,
): { readonly error: ErrorName; readonly dialect: Dialect } | undefined {
  const [name = '', dialect] = (header ?? '').split(';');
  const error = errorNamed(name)?.name;
  return error === undefined ? undefined : { error, dialect: dialect === 'openapi' ? 'openapi' : 'aws' };
}

/** Reads `<error>[:once|always|<share>[:<milliseconds>]]`; the error by its name or its number. */
export function readFault(text: string): { readonly value: Fault } | { readonly problem: string } {
  const [name = '', often = 'always', delay = '0', ...more] = text.split(':');
  const error = (errorNamed(name) ?? errorNumbered(Number(name)))?.name;
  const times = often === 'once' || often === 'always' ? often : Number(often);
  if (error === undefined) return { problem: `knows no error "${name}": give a name or a number from 480 to 490` };
  const isShare = typeof times === 'string' || (times > 0 && times <= 1);
  return isShare && /^\d{1,6}$/.test(delay) && more.length === 0
    ? { value: { error, times, delay: Number(delay) } }
    : { problem: `has to be <error>[:once|always|<share up to 1>[:<milliseconds>]], not "${text}"` };
}
