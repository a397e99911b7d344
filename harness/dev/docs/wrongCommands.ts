import type { Command } from 'commander';
import { createProgram } from '../../commands/createProgram.ts';
import { leafCommands } from './commandReference.ts';
import { commandsIn, type ShownCommand } from './commandsIn.ts';
import type { Document } from './documents.ts';

const commands = leafCommands(await createProgram(() => {}));

/** The commands of a page that the program does not have, or that it would refuse for an option. */
export function wrongCommands(page: Document): readonly string[] {
  return commandsIn(page).flatMap((shown) => problemsOf(shown).map((problem) => `${page.path}: ${problem}`));
}

function problemsOf({ line, words }: ShownCommand): readonly string[] {
  if (words.every((word) => word.startsWith('--'))) return [];
  const found = commands.find(([name]) => `${words.join(' ')} `.startsWith(`${name} `));
  if (found === undefined) {
    const isGroup = commands.some(([name]) => name.startsWith(`${words.join(' ')} `));
    return isGroup ? [] : [`"${line}" is not a command`];
  }
  return words
    .filter((word) => /^--?[a-z]/.test(word) && !hasOption(found[1], word))
    .map((word) => `"${line}": ${found[0]} has no option ${word}`);
}

function hasOption({ options }: Command, word: string): boolean {
  return word === '--help' || options.some(({ long, short }) => long === word || short === word);
}
