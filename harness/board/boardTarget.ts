/** A package of a registry, pinned to a version. */
export interface Package {
  /** How the registry's own client names it: `moto[server]`, `@stoplight/prism-cli`, `github.com/sivchari/kumo/cmd/kumo`. */
  readonly name: string;
  readonly version: string;
}

/** How the program of a target comes onto this machine. */
export type Installation =
  | ({ readonly kind: 'npm' | 'pypi' | 'cargo' | 'go' } & Package)
  /** Part of this checkout, such as the mock. */
  | { readonly kind: 'built-in' }
  /** Not installable by name and version: tested if the environment variable has the address of a running server. */
  | { readonly kind: 'address'; readonly variable: string; readonly reason: string };

/** Where a target is started. */
export interface StartPlace {
  /** The folder that the program was installed in. */
  readonly folder: string;
  /** A free port of 127.0.0.1. */
  readonly port: number;
  /** An empty folder for what the target stores. */
  readonly data: string;
}

/** An emulator that the board tests. */
export interface BoardTarget {
  /** The name in records, reports and badges. */
  readonly name: string;
  readonly licence: string;
  readonly homepage: string;
  readonly installation: Installation;
  /** The shell command that starts the server; undefined for a target that runs elsewhere. */
  readonly start: ((place: StartPlace) => string) | undefined;
  /** The commands that install and start it by hand, on the address below. */
  readonly byHand: string;
  /** The address that it has when started by hand; the scripts of its findings are sent there. */
  readonly address: string;
  /** The target whose code answers for Cognito, if it is another's. */
  readonly builtOn?: string;
  /** What a reader has to know about how it is run. */
  readonly note?: string;
  /** Further options of its run. */
  readonly options?: readonly string[];
}
