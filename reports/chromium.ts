import { existsSync } from 'node:fs';
import { env } from 'node:process';

/** Where the browser for the tests of pages is: `POOLPROOF_CHROMIUM`, or the usual place; null where there is none. */
export function chromium(): string | null {
  const path = env.POOLPROOF_CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(path) ? path : null;
}
