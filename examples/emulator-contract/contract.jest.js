import { describeContract } from '@poolproof/cli/jest';
import { startEmulator } from './emulator.js';

// The same under Jest: `npm run test:jest`. It is awaited, since Jest can skip a test only while it is registered.
await describeContract({ start: startEmulator, only: 'PoolName', phases: ['examples', 'boundary'] });
