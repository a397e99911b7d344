// What is gained has to be more than what a script's helper costs.
const leastGain = 120;
const words = /<[0-9]+ times /;
// A unit of up to a dozen characters, or one beyond the basic plane, sixteen times or more.
const run = /([^>\n\ud800-\udfff]{1,12}?|[\ud800-\udbff][\udc00-\udfff])\1{15,}/g;

/**
 * The texts of one script with every long run said in words, `<20001 times a>`, which a helper of the script writes out
 * again; `runs` tells whether there are any. Where a text has such words of its own, all stay as they are.
 */
export function shortenRuns(texts: readonly string[]): { readonly texts: readonly string[]; readonly runs: boolean } {
  if (texts.some((text) => words.test(text))) return { texts, runs: false };
  const short = texts.map((text) => text.replace(run, shortRun));
  return { texts: short, runs: short.some((text) => words.test(text)) };
}

function shortRun(whole: string, unit: string): string {
  const short = `<${whole.length / unit.length} times ${unit}>`;
  return whole.length - short.length < leastGain ? whole : short;
}
