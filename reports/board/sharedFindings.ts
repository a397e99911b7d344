import type { BoardRow, SharedFindings, TestedRow } from './board.ts';

/** What a target has in common with the one that it is built on; null if it stands alone or the other was not tested. */
export function sharedFindings({ builtOn, findings }: TestedRow, rows: readonly BoardRow[]): SharedFindings | null {
  const base = rows.find(({ name }) => name === builtOn);
  if (base?.status !== 'tested') return null;
  const ids = new Set(base.findings.map(({ id }) => id));
  const shared = findings.filter(({ id }) => ids.has(id)).length;
  return { with: base.name, shared, own: findings.length - shared };
}
