import { main } from '../commands/main.ts';
import { startEmulator } from './startEmulator.ts';

/** `npm run emulator`: a run against cognito-local, which is started for it and stopped afterwards. */
const emulator = await startEmulator();
try {
  process.exitCode = await main([
    'run',
    '--target',
    emulator.url,
    '--target-name',
    'cognito-local',
    ...process.argv.slice(2),
  ]);
} finally {
  await emulator.close();
}
