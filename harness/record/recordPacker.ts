import { isJsonObject, isWrittenAlike } from '../../specs/json.ts';
import { TextMemory } from '../../specs/textMemory.ts';
import type { AnswerLine, CaseLine } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import { textRunsOf } from './textRuns.ts';

/** Lengths in characters of the JSON texts that are kept once and referred to after that. */
const shortestPart = 24;
const longestPart = 2_000;

/**
 * Most texts that are remembered; after that those without a part are forgotten, so that a long run needs no more memory. No file
 * has more parts either, all of which a reader holds.
 */
const maxSeen = 20_000;

/** With less room than this to gain, forgetting would soon begin again, and takes its time. */
const leastRoom = 1_000;

type Member = readonly [name: string, value: unknown];

/**
 * Writes record lines compactly. It stays JSON, a line for each case, with these differences, which RecordUnpacker undoes:
 * a value that was written before is `{"$ref": n}`, and the line `{"line": "part", "n": n, "is": value}` comes before its first
 * reference; a text that repeats itself is `{"$runs": […]}`; a member of the pool that is as it was sent is `{"$sent": name}`;
 * a body that says just the answer's error and message is `{"$body": spelling}`; an object with such a name is in `{"$object": …}`.
 */
export class RecordPacker {
  /** Texts that were written, with the reference to the part, or '' where there is none yet. */
  private seen = new Map<string, string>();
  private parts = 0;
  private definitions = '';
  // The same few hundred texts come again and again.
  private readonly names = new TextMemory<string>(100_000);
  private readonly texts = new TextMemory<string>(500_000);

  /** The lines that a record line takes in the file, each with its end of line. */
  pack(line: RecordLine): string {
    const members = Object.entries(line.line === 'case' ? withoutRepeatedParts(line) : line);
    const text = this.members(members);
    const { definitions } = this;
    this.definitions = '';
    return `${definitions}${text}\n`;
  }

  private value(value: unknown): string {
    if (typeof value === 'string') return this.text(value);
    if (value instanceof Marker) return value.json;
    if (Array.isArray(value)) return this.part(`[${value.map((item) => this.value(item)).join(',')}]`);
    if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value);
    const text = this.members(members);
    return this.part(isMarked(members) ? `{"$object":${text}}` : text);
  }

  private members(members: readonly Member[]): string {
    let text = '';
    for (const [name, value] of members) {
      if (value !== undefined)
        text += `${text === '' ? '' : ','}${this.names.recall(name, quoted)}:${this.value(value)}`;
    }
    return `{${text}}`;
  }

  private text(text: string): string {
    return this.part(text.length < shortestPart ? JSON.stringify(text) : this.texts.recall(text, textWithRuns));
  }

  private part(json: string): string {
    if (json.length < shortestPart || json.length > longestPart) return json;
    const known = this.seen.get(json);
    if (known === undefined) {
      this.remember(json);
      return json;
    }
    if (known !== '') return known;
    this.parts += 1;
    const reference = `{"$ref":${this.parts}}`;
    this.seen.set(json, reference);
    this.definitions += `{"line":"part","n":${this.parts},"is":${json}}\n`;
    return reference;
  }

  private remember(json: string): void {
    const isWorthIt = this.seen.size >= maxSeen && maxSeen - this.parts >= leastRoom;
    if (isWorthIt) this.seen = new Map([...this.seen].filter(([, reference]) => reference !== ''));
    if (this.seen.size < maxSeen) this.seen.set(json, '');
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function textWithRuns(text: string): string {
  const runs = textRunsOf(text);
  return runs === undefined ? JSON.stringify(text) : `{"$runs":${JSON.stringify(runs)}}`;
}

/** Stands for a value that follows from others on its line. */
class Marker {
  readonly json: string;

  constructor(name: '$sent' | '$body', value: string) {
    this.json = `{"${name}":${JSON.stringify(value)}}`;
  }
}

function isMarked(members: readonly Member[]): boolean {
  return members.length === 1 && members[0]?.[0].startsWith('$') === true;
}

function withoutRepeatedParts(line: CaseLine): object {
  const { request, changed, answer } = line;
  const sent = isJsonObject(request) ? request : {};
  const members = Object.entries(changed).map(([name, value]) => {
    const isAsSent = Object.hasOwn(sent, name) && isWrittenAlike(sent[name], value);
    return [name, isAsSent ? new Marker('$sent', name) : value] as const;
  });
  return { ...line, changed: Object.fromEntries(members), answer: withoutKnownBody(answer) };
}

/** How servers spell the member that holds an error's message. */
export const messageSpellings = ['message', 'Message'] as const;

/** The body of an error that says its name and its message and nothing else. */
export function bodyOfError(error: unknown, message: unknown, spelling: string): string {
  return JSON.stringify({ __type: error, [spelling]: message });
}

function withoutKnownBody(answer: AnswerLine): object {
  if (answer.kind === 'unanswered' || answer.error === null) return answer;
  const { error, message, body } = answer;
  const spelling = messageSpellings.find((each) => body === bodyOfError(error, message, each));
  return spelling === undefined ? answer : { ...answer, body: new Marker('$body', spelling) };
}
