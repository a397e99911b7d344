import type { Document } from './documents.ts';

/** A command that a page shows. */
export interface ShownCommand {
  /** The words after `poolproof`, as a shell would split them. */
  readonly words: readonly string[];
  readonly line: string;
}

/** Every `poolproof …` that a page shows, in blocks and in the running text, whichever way it is started. */
export function commandsIn({ text }: Document): readonly ShownCommand[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => shellLines(block));
  const spans = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...spans].flatMap((line) => {
    const found = /^(?:npx (?:--no )?@poolproof\/cli|npm run --silent poolproof --|poolproof)(?: (.*))?$/.exec(
      line.trim(),
    );
    return found === null ? [] : [{ line, words: shellWords(found[1] ?? '') }];
  });
}

/** The commands of a block, without comments; a backslash at the end of a line continues it. */
export function shellLines(block: string): readonly string[] {
  return block
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)# .*$/, '').trim())
    .filter((line) => line !== '');
}

function shellWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
