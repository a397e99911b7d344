import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RecordFile } from '../../reports/board/index.ts';

/** Compresses a record into the file `<name>.jsonl.gz` beside it. */
export function compressRecord(record: string, name: string): RecordFile {
  const content = gzipSync(readFileSync(record), { level: 9 });
  const file = `${name}.jsonl.gz`;
  writeFileSync(join(dirname(record), file), content);
  return { file, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}
