import { appendFileSync, readFileSync } from 'node:fs';

// Loaded into a process by --import. When it ends, it writes the most memory that it has held, in kB, and the longest turn of its event
// loop, in milliseconds, to the file that a variable names. A signal is answered between two turns. A turn is measured in processor
// time, so that a busy machine makes none longer.
let [longest, before] = [0, 0];

function noteTurn() {
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  // What comes before the first turn loads the program.
  if (before > 0) longest = Math.max(longest, now - before);
  before = now;
}

setInterval(noteTurn, 10).unref();
process.once('exit', () => {
  noteTurn();
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  appendFileSync(process.env.POOLPROOF_MEASURES_FILE, `${peak} ${Math.round(longest)}\n`);
});
