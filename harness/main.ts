#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Half of what a short command takes is compiling its own modules, and that need be done only once.
enableCompileCache();

// Nearly all that a run makes is done with at once. Left alone, the heap grows to several times what is in use, and it begins to
// while the modules are read.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=40');

const { main } = await import('./commands/main.ts');
process.exitCode = await main(process.argv.slice(2));
