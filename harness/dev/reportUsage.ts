import type { ResourceUsage } from './bench/benchGrowth.ts';

// Preloaded into a run by its parent process, to which it reports CPU time and peak memory at the end.
process.once('beforeExit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage: ResourceUsage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  process.send?.(usage, () => process.disconnect());
});
process.channel?.unref();
