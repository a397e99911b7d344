import { grouped, plural } from '../../specs/plural.ts';
import type { Progress } from '../execute/runSetting.ts';

/** Progress on standard error: one line that is updated in place on a terminal, a line every two seconds in a log. */
export function progressLine(isEnabled: boolean): {
  readonly show: (event: Progress) => void;
  readonly clear: () => void;
} {
  if (!isEnabled) return { show: () => {}, clear: () => {} };
  const live = process.stderr.isTTY === true && process.env.CI === undefined;
  let last = 0;
  let shown = '';
  return {
    show: (event) => {
      const now = Date.now();
      if (now - last < (live ? 80 : 2000)) return;
      last = now;
      const text = sentence(event);
      if (text === shown) return;
      shown = text;
      process.stderr.write(live ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear: () => {
      if (live && shown !== '') process.stderr.write('\r\x1b[2K');
      shown = '';
    },
  };
}

function sentence(event: Progress): string {
  switch (event.kind) {
    case 'planned':
      return `${plural(event.cases, 'case')} planned in ${plural(event.lanes, 'lane')}`;
    case 'case':
      return `${event.phase}: ${grouped(event.done)} of ${plural(event.of, 'case')}, ${grouped(event.deviating)} deviate`;
    case 'shrinking':
      return `shrinking findings: ${grouped(event.done)} of ${grouped(event.of)}`;
  }
}
