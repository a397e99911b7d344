import { cpus, release, totalmem, type } from 'node:os';
import type { Machine } from '../../reports/board/index.ts';

/** The machine that this program runs on. */
export function thisMachine(): Machine {
  const processors = cpus();
  return {
    system: `${type()} ${release().split('-')[0]}`,
    processor: processors[0]?.model ?? 'unknown processor',
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}
