import { declaredErrors } from '../../specs/errors.ts';
import type { Level } from '../../specs/evidence.ts';
import { didYouMean } from './nearest.ts';
import { oneOf, type Read, yesOrNo } from './readers.ts';
import type { Definitions } from './settings.ts';

/** What a run has to meet, as the command line is told it. */
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
}

/** Every setting of the gate. */
export const gateDefinitions: Definitions<GateSettings> = {
  failOn: {
    argument: '<level>',
    says: 'the weakest level whose findings count against the gate: must, should or may',
    read: oneOf(['must', 'should', 'may']),
    fallback: 'must',
  },
  strict: { says: 'every finding counts against the gate, as with --fail-on may', read: yesOrNo, fallback: false },
  requireErrors: {
    argument: '<list>',
    says: 'errors, by number or name, that some answer has to have matched: 480,481,489',
    read: errorsOf,
    fallback: [],
  },
  baseline: {
    argument: '<file>',
    says: 'known findings: only new or expired ones count against the gate',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  updateBaseline: { says: 'add what the run shows to the baseline', read: yesOrNo, fallback: false },
  pruneBaseline: {
    says: 'take out of the baseline what the run shows to be fixed or gone',
    read: yesOrNo,
    fallback: false,
  },
  strictBaseline: {
    says: 'a baseline that holds what is fixed or gone shuts the gate',
    read: yesOrNo,
    fallback: false,
  },
};

function errorsOf(text: string): ReturnType<Read<readonly string[]>> {
  const words = text.split(',').map((word) => word.trim());
  const found = words.map((word) => declaredErrors.find(({ code, name }) => name === word || String(code) === word));
  const strange = words.filter((_, index) => found[index] === undefined);
  if (strange.length === 0) return { value: found.flatMap((error) => error?.name ?? []) };
  const near = strange
    .map((word) =>
      didYouMean(
        word,
        declaredErrors.map(({ name }) => name),
      ),
    )
    .join('');
  return { problem: `knows 480 to 490 and the declared errors by name, not "${strange.join('", "')}"${near}` };
}
