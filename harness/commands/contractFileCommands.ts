import type { Command } from 'commander';
import { editionOf, rowsOf } from '../../specs/editions/index.ts';
import { plural } from '../../specs/plural.ts';
import { type Drift, drift } from '../contracts/drift.ts';
import { editionFile } from '../contracts/editionFile.ts';
import { exportOpenApi } from '../contracts/exportOpenApi.ts';
import { exportSmithy } from '../contracts/exportSmithy.ts';
import { importEdition } from '../contracts/importEdition.ts';
import type { ImportedEdition } from '../contracts/modelSource.ts';
import { writeFileAtomically } from '../record/recordFile.ts';
import type { Definitions } from '../settings/definition.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { printError, printResult } from './print.ts';

/** `poolproof contract import`: converts a published model into an edition. */
export function importCommand(contract: Command): void {
  const command = contract
    .command('import')
    .argument('<file>', 'a Smithy JSON AST, a service-2.json of botocore or an OpenAPI document')
    .description('convert a published model into an edition of poolproof')
    .option('-o, --output <file>', 'output file (default: standard output)');
  command.action((path: string, { output }: { readonly output?: string }) => {
    const imported = importEdition(path);
    writeOrPrint(editionFile(imported), output);
    printError(importSummary(imported, drift(imported)));
  });
}

function importSummary(
  { source, form, rows, errors }: ImportedEdition,
  { nearest, differences, dialect }: Drift,
): string {
  const members = `${Object.keys(rows).length} members and ${errors.length} errors`;
  const same = differences.length === 0 ? `It is the same as edition ${nearest}` : undefined;
  const close = `The nearest edition is ${nearest}, from which it differs in ${plural(differences.length, 'member')}`;
  const forms =
    dialect.length === 0 ? '' : `, except for ${plural(dialect.length, 'pattern')} that Smithy writes differently`;
  return `Read ${members} from "${source}" (${form}). ${same ?? close}${forms}.`;
}

interface ExportSettings extends Pick<RunSettings, 'edition'> {
  readonly format: (typeof formats)[number];
}

const formats = ['openapi', 'smithy', 'rows'] as const;

const definitions: Definitions<ExportSettings> = {
  edition: runDefinitions.edition,
  format: {
    argument: '<name>',
    description: `output format: ${formats.join(', ')}`,
    read: formatOf,
    fallback: 'openapi',
  },
};

/** `poolproof contract export`: an edition for other tools. */
export function exportCommand(contract: Command): void {
  const command = contract
    .command('export')
    .description('write an edition as an OpenAPI document, a Smithy JSON AST or rows')
    .option('-o, --output <file>', 'output file (default: standard output)');
  addOptions(command, definitions);
  command.action(({ output, ...flags }: Record<string, unknown>) => {
    const settings = readSettings(definitions, flags);
    writeOrPrint(exportedText(settings), typeof output === 'string' ? output : undefined);
  });
}

function exportedText({ edition: date, format }: ExportSettings): string {
  const edition = editionOf(date);
  switch (format) {
    case 'openapi':
      return `${JSON.stringify(exportOpenApi(edition), undefined, 2)}\n`;
    case 'smithy':
      return `${JSON.stringify(exportSmithy(edition), undefined, 2)}\n`;
    case 'rows':
      return editionFile({ source: edition.source, errors: edition.errors, rows: rowsOf(date) });
  }
}

function writeOrPrint(text: string, output: string | undefined): void {
  if (output === undefined) printResult(text);
  else writeFileAtomically(output, text);
}

function formatOf(text: string): { readonly value: ExportSettings['format'] } | { readonly problem: string } {
  const value = formats.find((format) => format === text);
  return value === undefined ? { problem: `has to be one of ${formats.join(', ')}, not "${text}"` } : { value };
}
