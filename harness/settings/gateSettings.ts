import { declaredErrors } from '../../specs/errors.ts';
import type { Level } from '../../specs/evidence.ts';
import { didYouMean } from '../../specs/nearest.ts';
import type { Definitions } from './definition.ts';
import { nameOf, type Read, readWord, yesOrNo } from './readers.ts';

/** The settings of the gate, which decides the exit status of a run. */
export interface GateSettings {
  readonly failOn: Level;
  /** Short for `failOn: may`. */
  readonly strict: boolean;
  /** Names of errors. */
  readonly requireErrors: readonly string[];
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly pruneBaseline: boolean;
  readonly strictBaseline: boolean;
  readonly strictCoverage: boolean;
}

/** Every setting of the gate. */
export const gateDefinitions: Definitions<GateSettings> = {
  failOn: {
    argument: '<level>',
    description: 'the weakest level whose findings count against the gate: must, should or may',
    read: readWord(['must', 'should', 'may']),
    fallback: 'must',
  },
  strict: {
    description: 'every finding counts against the gate, as with --fail-on may',
    read: yesOrNo,
    fallback: false,
  },
  requireErrors: {
    argument: '<list>',
    description: 'errors, by number or name, that at least one answer has to match: 480,481,489',
    read: parseErrors,
    fallback: [],
  },
  baseline: {
    argument: '<file>',
    description: 'known findings: only new or expired ones count against the gate',
    read: nameOf('the name of a file'),
    fallback: undefined,
  },
  updateBaseline: { description: 'add the findings of the run to the baseline', read: yesOrNo, fallback: false },
  pruneBaseline: {
    description: 'remove from the baseline what the run shows to be fixed or gone',
    read: yesOrNo,
    fallback: false,
  },
  strictBaseline: {
    description: 'fail if the baseline holds findings that are fixed or gone',
    read: yesOrNo,
    fallback: false,
  },
  strictCoverage: {
    description: 'findings on members that the target does not implement count, in divergence and gate',
    read: yesOrNo,
    fallback: false,
  },
};

function parseErrors(text: string): ReturnType<Read<readonly string[]>> {
  const words = text.split(',').map((word) => word.trim());
  const found = words.map((word) => declaredErrors.find(({ code, name }) => name === word || String(code) === word));
  const unknown = words.filter((_, index) => found[index] === undefined);
  if (unknown.length === 0) return { value: found.flatMap((error) => error?.name ?? []) };
  const near = unknown
    .map((word) =>
      didYouMean(
        word,
        declaredErrors.map(({ name }) => name),
      ),
    )
    .join('');
  return { problem: `knows 480 to 490 and the declared errors by name, not "${unknown.join('", "')}"${near}` };
}
