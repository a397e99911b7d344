/** The known names nearest to an unknown one, best match first, at most three. */
export function nearest(name: string, known: readonly string[]): readonly string[] {
  if (name.length > longestName) return [];
  const wanted = name.toLowerCase();
  return known
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(wanted.length / 3)))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** A longer text is no name with a mistake in it, and would take long to compare. */
const longestName = 200;

/** " Did you mean …?" for an unknown name, or nothing where no known one is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const names = nearest(name, known);
  return names.length === 0 ? '' : ` Did you mean ${alternatives(names.map((match) => `"${match}"`))}?`;
}

// "a", "a or b", "a, b or c"
function alternatives(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' or ');
}

// A name that lacks only its beginning or end is near, whatever its length.
function distanceTo(wanted: string, candidate: string): number {
  return wanted.length > 2 && candidate.includes(wanted) ? 1 : editDistance(wanted, candidate);
}

/** Levenshtein distance: how many letters to insert, delete or replace to turn one text into the other. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
