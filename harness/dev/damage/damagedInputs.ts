import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FinishedCommand } from '../finishedCommand.ts';
import { runCommandLine } from '../runCommandLine.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { Damage } from './damages.ts';
import type { Input } from './handedInFiles.ts';

/** What came of an input, and what is against it; the lists of the latter should be empty. */
export interface InputOutcome extends FinishedCommand {
  readonly against: readonly string[];
}

/** Hands a damaged file to its command, in a folder with the reports of an earlier run. */
export async function handIn({ file, args, env = {} }: Input, { content }: Damage): Promise<InputOutcome> {
  const cwd = temporaryFolder();
  const path = join(cwd, file);
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(join(cwd, 'out'), { recursive: true });
  for (const name of ['report.json', 'report.html', 'record.jsonl', 'summary.md']) {
    writeFileSync(join(cwd, 'out', name), `old ${name}`);
  }
  if (content === 'a folder') mkdirSync(path);
  else writeFileSync(path, content);
  const before = contentsOf(cwd);
  const home = env.HOME === undefined ? {} : { HOME: cwd };
  const finished = await runCommandLine(args, { cwd, env: { XDG_STATE_HOME: join(cwd, 'state'), ...env, ...home } });
  const against = [...saidAgainst(finished), ...(finished.status === 2 ? changesBetween(before, contentsOf(cwd)) : [])];
  rmSync(cwd, { recursive: true });
  return { ...finished, against };
}

/** What is wrong with the end of a command that was handed a damaged file. */
function saidAgainst({ status, stdout, stderr }: FinishedCommand): readonly string[] {
  const told = stderr.slice(stderr.indexOf('error['));
  const isRefused = status === 2 || status === 3;
  const rules: readonly (readonly [string, boolean])[] = [
    ['ends with 0, 1, 2 or 3', status !== null && [0, 1, 2, 3].includes(status)],
    ['says why in a sentence, and what to do', !isRefused || /^error\[[\w-]+\]: [^\n]{10,}[.?:…]/.test(told)],
    ['gives a hint', status !== 2 || /\n {2}hint: [A-Z"][^\n]+[.?]?\n$/.test(told)],
    ['has no stack trace', !/\n\s+at .+:\d+:\d+|error\[(defect|system)\]/.test(stderr + stdout)],
    [
      'shows no value of JavaScript',
      !/\bundefined\b|\[object \w|\bNaN\b|Symbol\(|\bEISDIR\b|TypeError|RangeError/.test(stderr),
    ],
    ['says no more than can be read', stderr.length < 30_000],
    ['sends nothing to the terminal', !/[^\P{Cc}\n]/u.test(stderr)],
    ['prints no result beside an error', status !== 2 || stdout === ''],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isFile() ? readFileSync(path, 'latin1') : ''];
    }),
  );
}

function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).map((name) => `changes ${name}`);
}
