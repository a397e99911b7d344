import { plural } from '../../specs/plural.ts';
import type { Progress } from '../execute/runSetting.ts';

/** Progress on standard error: one line that is written over on a terminal, a line now and then in a log. */
export function progressLine(wanted: boolean): {
  readonly show: (event: Progress) => void;
  readonly clear: () => void;
} {
  if (!wanted) return { show: () => {}, clear: () => {} };
  const live = process.stderr.isTTY === true && process.env.CI === undefined;
  let last = 0;
  let told = '';
  return {
    show: (event) => {
      const now = Date.now();
      if (now - last < (live ? 80 : 2000)) return;
      last = now;
      const text = sentence(event);
      if (text === told) return;
      told = text;
      process.stderr.write(live ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear: () => {
      if (live && told !== '') process.stderr.write('\r\x1b[2K');
      told = '';
    },
  };
}

function sentence(event: Progress): string {
  switch (event.kind) {
    case 'planned':
      return `${plural(event.cases, 'case')} planned in ${plural(event.lanes, 'lane')}`;
    case 'case':
      return `${event.phase}: ${event.done} of ${event.of} cases, ${event.findings} findings`;
    case 'shrinking':
      return `making findings small: ${event.done} of ${event.of}`;
  }
}
