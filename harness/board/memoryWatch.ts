import { readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const between = 250;

/** Watches how much memory this program and some others take together. */
export class MemoryWatch {
  private readonly others = new Set<number>();
  private readonly timer = setInterval(() => this.look(), between).unref();
  private most: number | null = null;

  /** Counts a program from now on, until the function that it returns is called. */
  readonly include = (pid: number): (() => void) => {
    this.others.add(pid);
    this.look();
    return () => this.others.delete(pid);
  };

  /** Ends the watch. The most that was taken at one time, in bytes; null where the system does not tell. */
  end(): number | null {
    clearInterval(this.timer);
    this.look();
    return this.most;
  }

  private look(): void {
    const sizes = [process.pid, ...this.others].map(residentBytes);
    if (sizes[0] === undefined) return;
    const sum = sizes.reduce((total: number, bytes) => total + (bytes ?? 0), 0);
    this.most = Math.max(this.most ?? 0, sum);
  }
}

/** The memory of a process, as Linux tells it; undefined for one that has ended, and on other systems. */
function residentBytes(pid: number): number | undefined {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
