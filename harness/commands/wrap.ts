/** Text broken at spaces into lines of a width, every line after the first indented; a longer word is cut. */
export function wrap(text: string, indent: string, width = 100): string {
  const room = width - indent.length;
  const lines = [''];
  for (const word of text.split(' ').flatMap((one) => pieces(one, room))) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

function pieces(word: string, room: number): readonly string[] {
  return word.length <= room ? [word] : [word.slice(0, room), ...pieces(word.slice(room), room)];
}
