import { setFlagsFromString } from 'node:v8';

/** From here on prefers low memory to speed: reports read records of any size, and allocate faster than V8 would collect. */
export function spareMemory(): void {
  setFlagsFromString('--optimize-for-size');
}
