import { describeContract } from '@poolproof/cli/mocha';
import { startEmulator } from './emulator.js';

// One test for each clause about the name of a pool. Widen `only` as the emulator grows; without it, every clause has a test.
describeContract({ start: startEmulator, only: 'PoolName', phases: ['examples', 'boundary'] });
