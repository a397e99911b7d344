#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Half of what a short command takes is compiling its own modules, and that need be done only once.
enableCompileCache();
const { main } = await import('./cli/main.ts');

process.exitCode = await main(process.argv.slice(2));
