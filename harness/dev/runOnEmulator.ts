import { main } from '../commands/main.ts';
import { startEmulator } from './emulator.ts';

/** `npm run emulator`: the main job against cognito-local, which is started for it and stopped after it. */
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
