import type { Command } from 'commander';
import { otherCasePlaceholder } from '../../generators/cases/case.ts';
import { contractOf } from '../../specs/contract.ts';
import { type ExpectedCase, expectationTeller } from '../generate/expectedCase.ts';
import { malformedRequestTests } from '../generate/malformedRequestTests.ts';
import { planLanes } from '../session/planLanes.ts';
import type { Definitions } from '../settings/definition.ts';
import { readWord } from '../settings/readers.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { printResult } from './print.ts';

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
    description: 'jsonl, or smithy for the rejected ones as malformed-request tests',
    read: readWord(['jsonl', 'smithy']),
    fallback: 'jsonl',
  },
  expectation: {
    argument: '<kind>',
    description: 'only cases with this expectation: accepted, rejected or open',
    read: readWord(kinds),
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
    // The reader may close the pipe early, as head does.
    process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(0);
    });
    const contract = contractOf(settings.edition, settings.basis);
    if (settings.format === 'smithy') {
      printResult(JSON.stringify(malformedRequestTests(contract, settings.region, selectedCases(settings)), null, 2));
    } else {
      for (const line of selectedCases(settings)) printResult(JSON.stringify(line));
    }
    exit(0);
  });
}

function* selectedCases(settings: GenerateSettings): Generator<ExpectedCase & { readonly lane: string }, void> {
  const expected = expectationTeller(contractOf(settings.edition, settings.basis), settings.region);
  for (const { name, cases } of planLanes(settings)) {
    for (const testCase of cases) {
      // The pool's id in other letter case can only be written once the pool exists.
      if (testCase.request.UserPoolId === otherCasePlaceholder) continue;
      const line = { lane: name, ...expected(testCase) };
      if (settings.expectation === undefined || line.expectation.kind === settings.expectation) yield line;
    }
  }
}
