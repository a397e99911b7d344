/** What the names of environment variables for poolproof begin with. */
export const variablePrefix = 'POOLPROOF_';

/** The environment variable of a setting: `failFast` is `POOLPROOF_FAIL_FAST`. */
export function variableOf(key: string): string {
  return `${variablePrefix}${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
