import { runDefinitions } from '../settings/runSettings.ts';
import { UserError } from '../userError.ts';

/** A message that names flags, in the words of the library: `--fail-fast` becomes `failFast`; what is no option stays. */
export function inOptionWords(text: string): string {
  return text.replace(/--([a-z]+(?:-[a-z]+)*)/g, (flag, name: string) => {
    const option = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return option in runDefinitions ? option : flag;
  });
}

/** The error in the words of the library, as far as it is a user's. */
export function errorInOptionWords(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  return new UserError(error.code, inOptionWords(error.message), inOptionWords(error.hint), error.status);
}
