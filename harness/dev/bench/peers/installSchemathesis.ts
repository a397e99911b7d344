import { homedir } from 'node:os';
import { join } from 'node:path';
import { pypiInstaller } from '../../../board/installers/pypiInstaller.ts';

const wanted = { name: 'schemathesis', version: '4.32.5' };

/** A program that is installed, or why it is not. */
export type InstalledPeer =
  | { readonly kind: 'installed'; readonly program: string; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string; readonly reason: string };

/** Installs Schemathesis into a virtual environment of its own, unless it is there already. */
export async function installSchemathesis(): Promise<InstalledPeer> {
  const name = `Schemathesis ${wanted.version}`;
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'poolproof', 'bench', `schemathesis-${wanted.version}`);
  const installed = { kind: 'installed', program: join(folder, 'bin/st'), name } as const;
  if ((await pypiInstaller.installedVersion(wanted, folder)) === wanted.version) return installed;
  const { status, stderr } = await pypiInstaller.install(wanted, folder, 600_000);
  if (status === 0) return installed;
  return { kind: 'missing', name, reason: stderr.trim().split('\n').at(-1) ?? '' };
}
