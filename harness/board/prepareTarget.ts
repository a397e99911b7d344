import { join } from 'node:path';
import type { BoardTarget, Installation } from './boardTarget.ts';
import { installers } from './installers/installers.ts';
import type { ProgramResult } from './runProgram.ts';
import { withoutPlaces } from './withoutPlaces.ts';

/** A target that can be run, or the reason why it cannot. */
export type PreparedTarget =
  | {
      readonly kind: 'ready';
      readonly target: BoardTarget;
      /** The version that is installed; null if it is unknown. */
      readonly version: string | null;
      /** The newest version that can be installed here; null if it is unknown. */
      readonly newest: string | null;
      /** Where it is installed; '' if nothing is. */
      readonly folder: string;
      /** The address of a server that runs already; undefined if the board starts it. */
      readonly address: string | undefined;
    }
  | {
      readonly kind: 'unavailable';
      readonly target: BoardTarget;
      readonly version: string | null;
      readonly newest: string | null;
      readonly reason: string;
    };

/** How targets are prepared. */
export interface PrepareSettings {
  /** The folder that every target has a folder of its own in. */
  readonly cache: string;
  /** Whether the newest version is used in place of the pinned one. */
  readonly versions: 'pinned' | 'latest';
  /** True asks no registry and installs nothing. */
  readonly offline: boolean;
  /** Milliseconds that the installation of one target may take. */
  readonly installTimeout: number;
  /** The value of an environment variable. */
  readonly variable: (name: string) => string | undefined;
}

/** Installs a target unless it is installed already. A target that cannot be installed is no error. */
export async function prepareTarget(target: BoardTarget, settings: PrepareSettings): Promise<PreparedTarget> {
  const { installation } = target;
  switch (installation.kind) {
    case 'built-in':
      return { kind: 'ready', target, version: null, newest: null, folder: '', address: undefined };
    case 'address':
      return atAddress(target, installation, settings);
    case 'npm':
    case 'pypi':
    case 'cargo':
    case 'go':
      return installPinned(target, installation, settings);
  }
}

function atAddress(
  target: BoardTarget,
  { variable, reason }: Extract<Installation, { readonly kind: 'address' }>,
  settings: PrepareSettings,
): PreparedTarget {
  const unknown = { target, version: null, newest: null };
  const address = settings.variable(variable);
  if (address !== undefined && address !== '') return { kind: 'ready', ...unknown, folder: '', address };
  return { kind: 'unavailable', ...unknown, reason: `${reason}; set ${variable} to the address of a running server` };
}

async function installPinned(
  target: BoardTarget,
  pinned: Extract<Installation, { readonly name: string }>,
  { cache, versions, offline, installTimeout }: PrepareSettings,
): Promise<PreparedTarget> {
  const installer = installers[pinned.kind];
  const newest = offline ? null : ((await installer.newestVersion(pinned)) ?? null);
  const wanted = versions === 'latest' && newest !== null ? { ...pinned, version: newest } : pinned;
  const folder = join(cache, `${target.name}-${wanted.version}`);
  const before = await installer.installedVersion(wanted, folder);
  if (before !== undefined) return { kind: 'ready', target, version: before, newest, folder, address: undefined };
  if (offline)
    return {
      kind: 'unavailable',
      target,
      version: wanted.version,
      newest,
      reason: 'not installed, and the board was made offline',
    };
  const result = await installer.install(wanted, folder, installTimeout);
  const version = await installer.installedVersion(wanted, folder);
  if (version !== undefined) return { kind: 'ready', target, version, newest, folder, address: undefined };
  const reason = `${installer.client} could not install ${wanted.name} ${wanted.version}: ${lastWords(result)}`;
  return { kind: 'unavailable', target, version: wanted.version, newest, reason };
}

/** The last line that a program printed, without addresses, which differ from machine to machine. */
function lastWords({ stdout, stderr }: ProgramResult): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLast((line) => /error|forbidden|not found|refused/i.test(line)) ?? lines.at(-1) ?? 'no output';
  return withoutPlaces(last.trim()).slice(0, 300);
}
