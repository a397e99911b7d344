import type { Command } from 'commander';

/** Adds a subcommand to the program; it reports the exit status by `exit`. */
export type Subcommand = (program: Command, exit: (status: number) => void) => void;

/** Loads a subcommand, by its name and in the order of the overview. */
export const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  run: async () => (await import('./runCommand.ts')).runCommand,
  replay: async () => (await import('./replayCommand.ts')).replayCommand,
  report: async () => (await import('./reportCommand.ts')).reportCommand,
  matrix: async () => (await import('./matrixCommand.ts')).matrixCommand,
  trend: async () => (await import('./trendCommand.ts')).trendCommand,
  merge: async () => (await import('./mergeCommand.ts')).mergeCommand,
  compare: async () => (await import('./compareCommand.ts')).compareCommand,
  redact: async () => (await import('./redactCommand.ts')).redactCommand,
  serve: async () => (await import('./serveCommand.ts')).serveCommand,
  mutants: async () => (await import('./mutantsCommand.ts')).mutantsCommand,
  generate: async () => (await import('./generateCommand.ts')).generateCommand,
  contract: async () => (await import('./contractCommand.ts')).contractCommand,
  survey: async () => (await import('./surveyCommand.ts')).surveyCommand,
  clean: async () => (await import('./cleanCommand.ts')).cleanCommand,
  restore: async () => (await import('./restoreCommand.ts')).restoreCommand,
  policy: async () => (await import('./policyCommand.ts')).policyCommand,
  preflight: async () => (await import('./preflightCommand.ts')).preflightCommand,
};
