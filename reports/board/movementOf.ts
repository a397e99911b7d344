import type { Board, FindingLine, Movement } from './board.ts';

/** How the findings of a target differ from those of the previous board. */
export function movementOf(name: string, findings: readonly FindingLine[], previous: Board | null): Movement {
  if (previous === null) return { kind: 'first', added: [], removed: [] };
  const before = previous.targets.find((row) => row.name === name);
  if (before?.status !== 'tested') return { kind: 'new', added: [], removed: [] };
  const [old, now] = [idSet(before.findings), idSet(findings)];
  const added = [...now].filter((id) => !old.has(id));
  const removed = [...old].filter((id) => !now.has(id));
  return { kind: kindOf(added.length, removed.length), added, removed };
}

function idSet(findings: readonly FindingLine[]): ReadonlySet<string> {
  return new Set(findings.map(({ id }) => id));
}

function kindOf(added: number, removed: number): Movement['kind'] {
  if (added === 0) return removed === 0 ? 'unchanged' : 'better';
  return removed === 0 ? 'worse' : 'mixed';
}
