#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// Nearly everything a run allocates is garbage at once, yet V8 would let the heap grow to several times what is in use,
// beginning while the modules load.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=40');

const { main } = await import('./commands/main.ts');
process.exitCode = await main(process.argv.slice(2));
