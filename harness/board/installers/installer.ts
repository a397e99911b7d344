import type { Package } from '../boardTarget.ts';
import type { ProgramResult } from '../runProgram.ts';

/** How packages of one registry are installed, each into a folder of its own. */
export interface Installer {
  /** The program that has to be there. */
  readonly client: string;
  /** Installs a package; the result is that of the command that failed, or of the last. `timeout` is in milliseconds. */
  readonly install: (wanted: Package, folder: string, timeout: number) => Promise<ProgramResult>;
  /** The version that a folder has; undefined if the package is not installed in it. */
  readonly installedVersion: (wanted: Package, folder: string) => Promise<string | undefined>;
  /** The newest version that can be installed here; undefined if the registry does not tell. */
  readonly newestVersion: (wanted: Package) => Promise<string | undefined>;
}
