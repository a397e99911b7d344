import type { Command } from 'commander';
import { otherCasePlaceholder } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { type ExpectedCase, expectationTeller } from '../generate/expectedCase.ts';
import { malformedRequestTests } from '../generate/malformedRequestTests.ts';
import { oneOf } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, type Definitions, readSettings } from '../settings/settings.ts';
import { printResult } from './print.ts';
import { lanesFor } from './runCommand.ts';

interface GenerateSettings
  extends Pick<RunSettings, 'edition' | 'basis' | 'region' | 'phases' | 'seed' | 'cases' | 'only'> {
  readonly format: 'jsonl' | 'smithy';
  readonly expectation: ExpectedCase['expectation']['kind'] | undefined;
}

const { edition, basis, region, phases, seed, cases, only } = runDefinitions;

const kinds: readonly ExpectedCase['expectation']['kind'][] = ['accepted', 'rejected', 'open'];

const definitions: Definitions<GenerateSettings> = {
  edition,
  basis,
  region,
  phases,
  seed,
  cases,
  only,
  format: {
    argument: '<format>',
    says: 'jsonl, or smithy for the refused ones as malformed-request tests',
    read: oneOf(['jsonl', 'smithy']),
    fallback: 'jsonl',
  },
  expectation: {
    argument: '<kind>',
    says: 'only cases of which this is expected: accepted, rejected or open',
    read: oneOf(kinds),
    fallback: undefined,
  },
};

/** `poolproof generate`: the cases with what is expected of them, for harnesses in other languages. */
export function generateCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('generate')
    .description('print the cases of a run with their expectations, without sending them');
  addOptions<GenerateSettings>(command, definitions);
  command.action((flags: Record<string, unknown>) => {
    const settings = readSettings<GenerateSettings>(definitions, flags);
    // Whoever reads may have had enough: head, for one.
    process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 3));
    const contract = contractOf(settings.edition, settings.basis);
    if (settings.format === 'smithy') {
      printResult(JSON.stringify(malformedRequestTests(contract, settings.region, wantedCases(settings)), null, 2));
    } else {
      for (const one of wantedCases(settings)) printResult(JSON.stringify(one));
    }
    exit(0);
  });
}

function* wantedCases(settings: GenerateSettings): Generator<ExpectedCase & { readonly lane: string }, void> {
  const expected = expectationTeller(contractOf(settings.edition, settings.basis), settings.region);
  for (const { name, cases } of lanesFor(settings)) {
    for (const one of cases) {
      // Only who knows the pool's id can write it in the other case.
      if (one.request.UserPoolId === otherCasePlaceholder) continue;
      const told = { lane: name, ...expected(one) };
      if (settings.expectation === undefined || told.expectation.kind === settings.expectation) yield told;
    }
  }
}
