/** Texts taken apart into parts that they share: each text is its parts, by their places in the list, joined by line breaks. */
export interface SharedParts {
  readonly parts: readonly string[];
  readonly texts: readonly (readonly number[])[];
}

/** Takes texts apart so that lines which always follow one another are one part, and each part is there once. */
export function sharedParts(texts: readonly string[]): SharedParts {
  const numbers = new Map<string, number>();
  // Lines are told apart by number: there are hundreds of thousands, and each is looked at several times.
  const numberOf = (line: string): number => {
    const number = numbers.get(line) ?? numbers.size;
    if (number === numbers.size) numbers.set(line, number);
    return number;
  };
  const numbered = texts.map((text) => text.split('\n').map(numberOf));
  const lines = [...numbers.keys()];
  const isJoined = joinedLines(numbered, lines.length);
  const parts: string[] = [];
  // By its first line, which the others follow wherever it stands.
  const places = new Map<number | undefined, number>();
  const placeOf = (part: readonly number[]): number => {
    const place = places.get(part[0]) ?? parts.length;
    if (place < parts.length) return place;
    places.set(part[0], place);
    parts.push(part.map((line) => lines[line]).join('\n'));
    return place;
  };
  const taken = numbered.map((own) => joinedParts(own, isJoined).map(placeOf));
  return { parts, texts: taken };
}

type IsJoined = (line: number, next: number) => boolean;

const unseen = -2;
const none = -1;

/** Tells of two lines whether, wherever one of them stands, the other stands beside it. */
function joinedLines(texts: readonly (readonly number[])[], count: number): IsJoined {
  // Of each line the only neighbour that it ever has on a side; none where it has several, or none at an end.
  const after = new Int32Array(count).fill(unseen);
  const before = new Int32Array(count).fill(unseen);
  const note = (side: Int32Array, line: number, beside: number): void => {
    const known = side[line];
    side[line] = known === unseen || known === beside ? beside : none;
  };
  for (const lines of texts) {
    for (const [index, line] of lines.entries()) {
      note(after, line, lines[index + 1] ?? none);
      note(before, line, lines[index - 1] ?? none);
    }
  }
  return (line, next) => after[line] === next && before[next] === line;
}

function joinedParts(lines: readonly number[], isJoined: IsJoined): readonly (readonly number[])[] {
  const parts: number[][] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined && isJoined(previous, line)) parts.at(-1)?.push(line);
    else parts.push([line]);
  }
  return parts;
}
