import type { Command, Option } from 'commander';

/** The reference of a program in Markdown: a section for each command, with its arguments and options. */
export function commandReference(program: Command): string {
  return leafCommands(program)
    .map(([name, command]) => commandSection(name, command))
    .join('\n\n');
}

/** The commands that do something, subcommands included, by their full names such as `contract list`. */
export function leafCommands(command: Command, name = ''): readonly (readonly [name: string, command: Command])[] {
  return command.commands.flatMap((child) => {
    const childName = `${name} ${child.name()}`.trim();
    return child.commands.length === 0 ? [[childName, child] as const] : leafCommands(child, childName);
  });
}

function commandSection(name: string, command: Command): string {
  const usage = ['poolproof', name, ...command.registeredArguments.map(argumentText)].join(' ');
  const options = command.options.filter(({ hidden }) => !hidden);
  return [
    `### ${name}`,
    `\`${usage}${options.length === 0 ? '' : ' [options]'}\``,
    `${capitalizedSentence(command.description())}`,
    ...(options.length === 0 ? [] : [optionTable(options)]),
  ].join('\n\n');
}

function argumentText(argument: { readonly required: boolean; readonly variadic: boolean; name(): string }): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map(({ flags, description }) => `| \`${flags}\` | ${cell(description)} |`);
  return ['| option | meaning |', '| --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}

function capitalizedSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
