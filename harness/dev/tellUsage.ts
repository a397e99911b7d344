import type { Taken } from './bench/growth.ts';

// Loaded before a program whose parent wants to know what it took.
process.once('beforeExit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const taken: Taken = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  process.send?.(taken, () => process.disconnect());
});
process.channel?.unref();
