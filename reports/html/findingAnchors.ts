import type { Finding } from '../../harness/record/record.ts';

/** The anchor of each finding by its id: `finding-` and the id, with what a link cannot carry as a dash, unique. */
export function findingAnchors(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of findings) {
    const base = `finding-${id.replace(/[^\w./-]+/g, '-').slice(0, 200)}`;
    let anchor = base;
    for (let next = 2; taken.has(anchor); next += 1) anchor = `${base}-${next}`;
    taken.add(anchor);
    anchors.set(id, anchor);
  }
  return anchors;
}
