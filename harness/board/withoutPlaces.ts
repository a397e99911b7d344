/** A text without addresses and long paths, which differ from machine to machine. */
export function withoutPlaces(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s:]+(:\d+)?/g, '(address)').replaceAll(/(?:\/[\w.@!-]+){3,}\/?/g, '(path)');
}
