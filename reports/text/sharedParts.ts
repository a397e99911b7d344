/** Texts taken apart into parts that they share: each text is its parts, by their places in the list, joined by line breaks. */
export interface SharedParts {
  readonly parts: readonly string[];
  readonly texts: readonly (readonly number[])[];
}

/** Takes texts apart so that lines which always follow one another are one part, and each part is there once. */
export function sharedParts(texts: readonly string[]): SharedParts {
  const lines = texts.map((text) => text.split('\n'));
  const isJoined = joinedLines(lines);
  const places = new Map<string, number>();
  const placeOf = (part: string): number => {
    const place = places.get(part) ?? places.size;
    places.set(part, place);
    return place;
  };
  const taken = lines.map((own) => joinedParts(own, isJoined).map(placeOf));
  return { parts: [...places.keys()], texts: taken };
}

/** Tells of two lines whether, wherever one of them stands, the other stands beside it. */
function joinedLines(texts: readonly (readonly string[])[]): (line: string, next: string) => boolean {
  // Of each line the only neighbour that it ever has on a side; null where it has several, or none at an end.
  const after = new Map<string, string | null>();
  const before = new Map<string, string | null>();
  const note = (side: Map<string, string | null>, line: string, beside: string | undefined): void => {
    const known = side.get(line);
    side.set(line, known === undefined || known === beside ? (beside ?? null) : null);
  };
  for (const lines of texts) {
    for (const [index, line] of lines.entries()) {
      note(after, line, lines[index + 1]);
      note(before, line, index === 0 ? undefined : lines[index - 1]);
    }
  }
  return (line, next) => after.get(line) === next && before.get(next) === line;
}

function joinedParts(lines: readonly string[], isJoined: (line: string, next: string) => boolean): readonly string[] {
  const parts: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (index > 0 && previous !== undefined && isJoined(previous, line)) parts.at(-1)?.push(line);
    else parts.push([line]);
  }
  return parts.map((part) => part.join('\n'));
}
