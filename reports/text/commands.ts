import { worstFirst } from '../../harness/figures/worstFirst.ts';
import type { Finding, RecordHeader, RunRecord } from '../../harness/record/record.ts';
import { shellQuote } from '../../specs/shellQuote.ts';

/** How poolproof is started where nothing else is known. */
export const defaultProgram = 'poolproof';

/** The arguments of `poolproof` that give the same cases again, in a form that a shell can be given. */
export function runArguments(header: RecordHeader): readonly string[] {
  const {
    target,
    edition,
    basis,
    seed,
    cases,
    only,
    confirmedOnly,
    burst,
    corpus,
    poolOptions = [],
    region,
    phases,
    shard,
  } = header;
  return [
    'run',
    `--target ${shellQuote(targetArgument(target))}`,
    ...targetNameArguments(target),
    ...connectionArguments(header),
    `--edition ${edition}`,
    ...(basis === 'observed' ? [] : [`--basis ${basis}`]),
    `--seed ${seed}`,
    ...(region === 'us-east-1' ? [] : [`--region ${shellQuote(region)}`]),
    `--phases ${phases.join(',')}`,
    `--cases ${cases}`,
    ...(only === null ? [] : [`--only ${shellQuote(only)}`]),
    ...(confirmedOnly === true ? ['--confirmed-only'] : []),
    ...(burst === undefined ? [] : [`--burst ${burst}`]),
    ...(corpus === undefined ? [] : [`--corpus ${shellQuote(corpus)}`]),
    ...poolOptions.map((word) => shellQuote(word)),
    ...(shard === null ? [] : [`--shard ${shard.index}/${shard.of}`]),
  ];
}

/** A text with the commands that it quotes, `"poolproof clean"`, as they are started here. */
export function withProgram(text: string, program: string): string {
  return text.replace(/"poolproof(?=\s+[a-z-])/g, () => `"${program}`);
}

/** The command that gives the same cases again, on one line. `program` is how poolproof is started. */
export function runCommandText(header: RecordHeader, program: string): string {
  return [program, ...runArguments(header)].join(' ');
}

/** The command that sends the smallest request of a finding again, on one line. */
export function replayCommandLine(
  finding: Pick<Finding, 'id' | 'case'>,
  record: Pick<RunRecord, 'header' | 'path'>,
  program: string,
): string {
  return [program, ...replayArguments(finding, record)].join(' ');
}

/** The command that prints the worst finding of a record as an issue; another finding may be named in its place. */
export function issueCommandLine({ findings, path = defaultRecordPath }: RunRecord, program: string): string {
  const named = worstFirst(findings).slice(0, 1);
  return [
    `${program} report ${shellQuote(path)} --report issue`,
    ...named.map(({ id }) => `--finding ${shellQuote(id)}`),
  ].join(' ');
}

/** Where a run writes its record by default. */
export const defaultRecordPath = 'poolproof-report/record.jsonl';

/** The arguments that send the smallest request of a finding again. */
export function replayArguments(
  { id, case: shownBy }: Pick<Finding, 'id' | 'case'>,
  { header, path = defaultRecordPath }: Pick<RunRecord, 'header' | 'path'>,
): readonly string[] {
  const burst = /^errors\/burst\/(\d+)$/.exec(shownBy)?.[1];
  return [
    'replay',
    shellQuote(path),
    `--finding ${shellQuote(id)}`,
    ...connectionArguments(header),
    ...poolArguments(header),
    // A burst is sent only to those who ask for it.
    ...(burst === undefined ? [] : [`--burst ${burst}`]),
  ];
}

/** How the target was started and reached. The value of a header may be a secret: the shell takes it from a variable. */
function connectionArguments({ connection = {} }: RecordHeader): readonly string[] {
  const { start, readyTimeout, headers = [], ca, insecure } = connection;
  return [
    ...(start === undefined ? [] : [`--start ${shellQuote(start)}`]),
    ...(readyTimeout === undefined ? [] : [`--ready-timeout ${readyTimeout}`]),
    ...headers.map((name) => `--header ${headerFromShell(name)}`),
    ...(ca === undefined ? [] : [`--ca ${shellQuote(ca)}`]),
    ...(insecure === true ? ['--insecure'] : []),
  ];
}

/** A header as a word of a shell, with its value from a variable: `"X-Api-Key: ${X_API_KEY:?the value of the header}"`. */
export function headerFromShell(name: string): string {
  const variable = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return `"${name.replace(/["$`\\!]/g, '')}: \${${variable}:?the value of the header}"`;
}

// An existing pool is used for a replay as it was for the run.
function poolArguments({ poolOptions = [] }: RecordHeader): readonly string[] {
  const at = poolOptions.indexOf('--user-pool-id');
  const isWanted = (word: string) => word === '--allow-existing' || word === '--allow-users';
  return [
    ...(at === -1 ? [] : [`--user-pool-id ${shellQuote(poolOptions[at + 1] ?? '')}`]),
    ...poolOptions.filter(isWanted),
  ];
}

function targetArgument({ kind, endpoint, id }: RecordHeader['target']): string {
  switch (kind) {
    case 'mock':
    case 'aws':
      return kind;
    case 'endpoint':
    case 'record':
      return endpoint ?? id;
  }
}

// By the address alone a baseline would not know the target again.
function targetNameArguments({ kind, endpoint, id }: RecordHeader['target']): readonly string[] {
  if (kind !== 'endpoint' || endpoint === null || id === endpointHost(endpoint)) return [];
  return [`--target-name ${shellQuote(id)}`];
}

function endpointHost(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).host : undefined;
}
