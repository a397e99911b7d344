import { createHash } from 'node:crypto';

/** The file name of a finding without ".json": stable, unique, and safe on every file system. */
export function corpusFileName(finding: string): string {
  const readable = finding.replaceAll(/[^A-Za-z0-9.@-]+/g, '_').slice(0, 120);
  return `${readable}-${createHash('sha256').update(finding).digest('hex').slice(0, 8)}`;
}
