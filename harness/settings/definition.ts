/** One setting: how it is written on the command line, parsed and defaulted. */
export interface Definition<T> {
  /** How `--help` shows the value; absent for a switch. */
  readonly argument?: string;
  readonly description: string;
  /** The flag may be given several times; its values are read together, one to a line. */
  readonly repeats?: true;
  readonly read: (text: string) => { readonly value: T } | { readonly problem: string };
  /** The default value, or a function that makes it. */
  readonly fallback: T | (() => T);
}

/** The settings of a command by their keys. */
export type Definitions<S> = { readonly [key in keyof S]: Definition<S[key]> };
