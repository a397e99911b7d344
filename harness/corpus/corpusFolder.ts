import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../specs/json.ts';
import type { Finding, RunRecord } from '../record/record.ts';
import { writeWhole } from '../record/recordFile.ts';
import { UserError } from '../userError.ts';
import { type CorpusEntry, corpusEntry } from './corpusEntry.ts';
import { corpusProblems } from './corpusProblems.ts';
import { reasonNotKept } from './reasonNotKept.ts';

/** An entry with the name of its file, without ".json". */
export interface NamedEntry {
  readonly name: string;
  readonly entry: CorpusEntry;
}

/** The entries of a corpus folder by name; none where there is no folder yet. Files that do not end in ".json" are left alone. */
export function readCorpus(folder: string): readonly NamedEntry[] {
  if (!existsSync(folder)) return [];
  const problems: string[] = [];
  const entries = filesIn(folder).flatMap((file): readonly NamedEntry[] => {
    const value = parsed(join(folder, file));
    const found = value === undefined ? ['it is no JSON: torn, or foreign'] : corpusProblems(value);
    problems.push(...found.map((problem) => `"${join(folder, file)}": ${problem}.`));
    return found.length === 0 ? [{ name: file.replace(/\.json$/, ''), entry: value as unknown as CorpusEntry }] : [];
  });
  if (problems.length === 0) return entries;
  throw new UserError(
    'wrong-corpus',
    `The corpus has files that are no findings of poolproof.\n  ${problems.join('\n  ')}`,
    'Delete them, bring them back from your repository, or give another folder with --corpus.',
  );
}

/**
 * Keeps the smallest request of every finding, one file for each; one that is there already stays if it is no longer. Tells in
 * a sentence what no request alone shows, and is not kept; "" where there is nothing of the kind.
 */
export function keepInCorpus(folder: string, { header, findings }: RunRecord): string {
  const known = new Map(readCorpus(folder).map(({ name, entry }) => [name, entry]));
  for (const finding of findings) {
    const entry = corpusEntry(finding, header);
    if (entry === undefined) continue;
    const name = fileNameOf(finding.id);
    const before = known.get(name);
    if (before !== undefined && sizeOf(before) <= sizeOf(entry)) continue;
    writeWhole(join(folder, `${name}.json`), `${JSON.stringify(entry, null, 2)}\n`);
  }
  return leftOut(findings);
}

function leftOut(findings: readonly Finding[]): string {
  const reasons = Map.groupBy(
    findings.flatMap((finding) => reasonNotKept(finding) ?? []),
    (reason) => reason,
  );
  const told = [...reasons].map(([reason, all]) => `${all.length} found ${reason}`);
  return told.length === 0 ? '' : `Not kept in the corpus, as no request alone shows it: ${told.join(', ')}.`;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(
      'wrong-corpus',
      `The corpus "${folder}" cannot be read: ${cause}.`,
      'Give a folder with --corpus.',
    );
  }
}

function parsed(path: string): JsonValue | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch {
    return undefined;
  }
}

/** What has to be sent, in characters. */
function sizeOf({ request, prior, steps, parallel, raw }: CorpusEntry): number {
  return JSON.stringify([request, prior, steps, parallel, raw]).length;
}

/** The same finding always has the same name, and on every file system one of its own. */
export function fileNameOf(finding: string): string {
  const readable = finding.replaceAll(/[^A-Za-z0-9.@-]+/g, '_').slice(0, 120);
  return `${readable}-${createHash('sha256').update(finding).digest('hex').slice(0, 8)}`;
}
