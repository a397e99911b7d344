/** Characters from which on a part of a secret counts as one. */
const shortest = 8;

/** Half of it: of every part, one of the pieces that begin at its multiples is whole. */
const step = shortest / 2;

/** Finds every part of some texts that is eight characters long or longer, in any letter case, and puts a mark in its place. */
export function secretParts(
  secrets: readonly string[],
  { mark, isPublic }: { readonly mark: string; readonly isPublic: (text: string) => boolean },
): (text: string) => string {
  const parts = new Set(
    secrets
      .map(lowered)
      .flatMap(windowsOf)
      .filter((part) => isTelling(part) && !isPublic(part)),
  );
  if (parts.size === 0) return (text) => text;
  const pieces = new Set([...parts].flatMap((part) => piecesOf(part)));
  return (text) => withMarks(text, foundIn(lowered(text), parts, pieces), mark);
}

function windowsOf(secret: string): readonly string[] {
  return Array.from({ length: Math.max(0, secret.length - shortest + 1) }, (_, at) => secret.slice(at, at + shortest));
}

function piecesOf(part: string): readonly string[] {
  return Array.from({ length: step + 1 }, (_, at) => part.slice(at, at + step));
}

// Zeros, dashes and digits in their order are everywhere: 123456789012 is the account of every example.
function isTelling(part: string): boolean {
  return new Set(part).size > 2 && !'012345678901234567890'.includes(part);
}

/** ASCII letters alone: others may change the length of a text. */
function lowered(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

type Span = readonly [start: number, end: number];

function foundIn(text: string, parts: ReadonlySet<string>, pieces: ReadonlySet<string>): readonly Span[] {
  const found: [start: number, end: number][] = [];
  for (let at = 0; at + step <= text.length; at += step) {
    if (!pieces.has(text.slice(at, at + step))) continue;
    for (let start = Math.max(0, at - step); start <= at; start += 1) {
      if (!parts.has(text.slice(start, start + shortest))) continue;
      const last = found.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], start + shortest);
      else found.push([start, start + shortest]);
    }
  }
  return found;
}

function withMarks(text: string, spans: readonly Span[], mark: string): string {
  if (spans.length === 0) return text;
  let [result, end] = ['', 0];
  for (const [from, to] of spans) {
    result += text.slice(end, from) + mark;
    end = to;
  }
  return result + text.slice(end);
}
