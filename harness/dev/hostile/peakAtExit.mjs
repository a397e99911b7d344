import { appendFileSync, readFileSync } from 'node:fs';

// Loaded into a process by --import: when it ends it writes the most memory that it has held, in kB, to the file that a variable names.
process.once('exit', () => {
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  appendFileSync(process.env.POOLPROOF_PEAK_FILE, `${peak}\n`);
});
