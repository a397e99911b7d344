import { join } from 'node:path';
import type { BoardTarget, Installation } from './boardTarget.ts';
import { installers } from './installers/installers.ts';
import type { PrepareSettings } from './prepareTarget.ts';

/** The targets as a table: name, pinned version, how it is installed, whether it is, licence; with the newest version if asked for. */
export async function listTargets(targets: readonly BoardTarget[], settings: PrepareSettings): Promise<string> {
  const rows = await Promise.all(targets.map((target) => listedTarget(target, settings)));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function listedTarget(
  { name, licence, installation }: BoardTarget,
  settings: PrepareSettings,
): Promise<readonly string[]> {
  switch (installation.kind) {
    case 'built-in':
      return [name, '', 'part of poolproof', '', licence];
    case 'address':
      return [name, '', `$${installation.variable}`, settings.variable(installation.variable) ?? 'no address', licence];
    case 'npm':
    case 'pypi':
    case 'cargo':
    case 'go':
      return [
        name,
        installation.version,
        installation.kind,
        await packageStatus(name, installation, settings),
        licence,
      ];
  }
}

async function packageStatus(
  name: string,
  wanted: Extract<Installation, { readonly name: string }>,
  { cache, versions }: PrepareSettings,
): Promise<string> {
  const installer = installers[wanted.kind];
  const installed = await installer.installedVersion(wanted, join(cache, `${name}-${wanted.version}`));
  const newest = versions === 'latest' ? await installer.newestVersion(wanted) : undefined;
  const note = newest === undefined || newest === wanted.version ? '' : `, newest is ${newest}`;
  return `${installed === undefined ? 'not installed' : 'installed'}${note}`;
}
