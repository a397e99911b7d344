import { reporters } from '../../../reports/index.ts';
import { editionDates } from '../../../specs/edition.ts';
import { editionOf } from '../../../specs/editions/index.ts';
import { declaredErrors } from '../../../specs/errors.ts';
import { membersOf } from '../../../specs/member.ts';
import { createProgram } from '../../commands/createProgram.ts';
import { commandReference } from './commandReference.ts';

const program = await createProgram(() => {});

/** What pages take from the definitions in the code, by the name in their markers. */
export const generatedParts: Readonly<Record<string, () => string>> = {
  commands: () => commandReference(program),
  errors: () =>
    table(
      ['number', 'error', 'HTTP status of the service', 'retryable'],
      declaredErrors.map(({ code, name, status, retryable }) => [
        code ?? 'none',
        name,
        status,
        retryable ? 'yes' : 'no',
      ]),
    ),
  editions: () =>
    table(
      ['edition', 'members', 'declared errors', 'read from'],
      editionDates.map((date) => {
        const { input, errors, source } = editionOf(date);
        return [date, membersOf(input).length, errors.length, source];
      }),
    ),
  reports: () =>
    table(
      ['name', 'file', 'content'],
      Object.entries(reporters).map(([name, { fileName, description }]) => [
        `\`${name}\``,
        fileName === null ? 'standard output' : `\`${fileName}\``,
        description,
      ]),
    ),
};

const part = /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** A page with its generated parts regenerated. Throws for a marker of no known part. */
export function fillGenerated(text: string): string {
  return text.replaceAll(part, (_, start: string, name: string, end: string) => {
    const generate = generatedParts[name];
    if (generate === undefined) throw new TypeError(`There is no generated part "${name}".`);
    return `${start}${generate()}\n${end}`;
  });
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
