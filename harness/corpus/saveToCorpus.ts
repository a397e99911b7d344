import { join } from 'node:path';
import type { Finding, RunRecord } from '../record/record.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import { type CorpusEntry, corpusEntry } from './corpusEntry.ts';
import { corpusFileName } from './corpusFileName.ts';
import { readCorpus } from './readCorpus.ts';
import { reasonNotSaved } from './reasonNotSaved.ts';

/**
 * Saves the smallest request of every finding, one file each, unless the folder already has one that is no longer. Returns a
 * sentence about the findings that no request alone reproduces and that are not saved; "" if there are none.
 */
export function saveToCorpus(folder: string, { header, findings }: RunRecord): string {
  const known = new Map(readCorpus(folder).map(({ name, entry }) => [name, entry]));
  for (const finding of findings) {
    const entry = corpusEntry(finding, header);
    if (entry === undefined) continue;
    const name = corpusFileName(finding.id);
    const before = known.get(name);
    if (before !== undefined && entrySize(before) <= entrySize(entry)) continue;
    writeFileAtomically(join(folder, `${name}.json`), `${JSON.stringify(entry, null, 2)}\n`);
  }
  return notSavedNotice(findings);
}

function notSavedNotice(findings: readonly Finding[]): string {
  const reasons = Map.groupBy(
    findings.flatMap((finding) => reasonNotSaved(finding) ?? []),
    (reason) => reason,
  );
  const counts = [...reasons].map(([reason, all]) => `${all.length} found ${reason}`);
  return counts.length === 0
    ? ''
    : `Not saved in the corpus, as no request alone reproduces them: ${counts.join(', ')}.`;
}

/** The length of everything that must be sent, in characters. */
function entrySize({ request, prior, steps, parallel, raw }: CorpusEntry): number {
  return JSON.stringify([request, prior, steps, parallel, raw]).length;
}
