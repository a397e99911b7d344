// Preloaded into a run by its parent process, to which it reports CPU time and peak memory at the end (`ResourceUsage`). Plain
// JavaScript, so that the run loads nothing on its account: Node.js would need what strips types, which a start from the cache does not.
process.once('beforeExit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 }, () => process.disconnect());
});
process.channel?.unref();
