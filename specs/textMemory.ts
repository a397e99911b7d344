/**
 * What was found for texts that come again and again. All is forgotten once the texts have more than so many characters together,
 * so that a long run needs no more memory than a short one.
 */
export class TextMemory<Value> {
  private readonly known = new Map<string, Value>();
  private characters = 0;
  private readonly most: number;
  private readonly charactersOf: (text: string, found: Value) => number;

  constructor(mostCharacters: number, charactersOf: (text: string, found: Value) => number = (text) => text.length) {
    this.most = mostCharacters;
    this.charactersOf = charactersOf;
  }

  /** What is known for a text, else what is found for it now. */
  recall(text: string, find: (text: string) => Value): Value {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    const characters = this.charactersOf(text, found);
    this.characters += characters;
    if (this.characters > this.most) {
      this.known.clear();
      this.characters = characters;
    }
    this.known.set(text, found);
    return found;
  }
}
