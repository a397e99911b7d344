import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { presets } from './presets.ts';

/**
 * The version of a target as the command that starts it names it, `npx @stoplight/prism-cli@5.16.0` or an image with a tag, or as
 * the installed package says that the command or the preset runs. Undefined where neither tells. `folder` is where it is started.
 */
export function packageVersion(target: string, start: string | undefined, folder: string): string | undefined {
  if (start === undefined) return installedVersion(presets[target]?.package, folder);
  const words = start
    .split(/[\s'"]+/)
    .flatMap((word) => word.split(/(?<![=])=(?!=)/))
    .filter((word) => word !== '');
  return (
    firstVersion(words, versionInName) ??
    firstVersion(words, imageTag) ??
    firstVersion(words, (word) => versionOfFile(word, folder))
  );
}

function firstVersion(words: readonly string[], read: (word: string) => string | undefined): string | undefined {
  for (const word of words) {
    const version = read(word);
    if (version !== undefined) return version;
  }
  return undefined;
}

// A package with a version, in the words of npm or of pip.
function versionInName(word: string): string | undefined {
  return /^@?[\w./-]+(?:\[[\w,]+\])?(?:@|==)v?(\d[\w.+-]*)$/.exec(word)?.[1];
}

function imageTag(word: string): string | undefined {
  return /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+:v?(\d[\w.-]*)$/.exec(word)?.[1];
}

function installedVersion(name: string | undefined, folder: string): string | undefined {
  return name === undefined ? undefined : versionIn(join(folder, 'node_modules', name, 'package.json'));
}

/** Programs that run the target's program: their version is not the target's, though they may come from a package as well. */
const runners = new Set(['node', 'npx', 'npm', 'bun', 'bunx', 'deno', 'tsx']);

// A script, or a command that npm has linked to one: the package that it belongs to.
function versionOfFile(word: string, folder: string): string | undefined {
  if (runners.has(basename(word))) return undefined;
  const linked = join(folder, 'node_modules', '.bin', word);
  const file = word.includes('/') ? resolve(folder, word) : linked;
  if (!existsSync(file) || !realpathSync(file).includes(`${join('/', 'node_modules')}/`)) return undefined;
  for (let place = dirname(realpathSync(file)); dirname(place) !== place; place = dirname(place)) {
    const version = versionIn(join(place, 'package.json'));
    if (version !== undefined) return version;
  }
  return undefined;
}

function versionIn(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  try {
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version?: unknown };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
