import { oneLine } from '../../harness/figures/visibleText.ts';
import type { Finding, RecordHeader, RunRecord } from '../../harness/record/record.ts';
import { shellQuote } from './shellQuote.ts';

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
    ...(corpus === undefined ? [] : [`--corpus ${shellQuote(oneLine(corpus, 400))}`]),
    ...poolOptions.map((word) => shellQuote(oneLine(word, 400))),
    ...(shard === null ? [] : [`--shard ${shard.index}/${shard.of}`]),
  ];
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
    shellQuote(oneLine(path, 400)),
    `--finding ${shellQuote(oneLine(id, 400))}`,
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
    ...(start === undefined ? [] : [`--start ${shellQuote(oneLine(start, 2_000))}`]),
    ...(readyTimeout === undefined ? [] : [`--ready-timeout ${readyTimeout}`]),
    ...headers.map(headerArgument),
    ...(ca === undefined ? [] : [`--ca ${shellQuote(oneLine(ca, 400))}`]),
    ...(insecure === true ? ['--insecure'] : []),
  ];
}

function headerArgument(name: string): string {
  const variable = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return `--header "${name.replace(/["$`\\!]/g, '')}: \${${variable}:?the value of the header}"`;
}

// An existing pool is used for a replay as it was for the run.
function poolArguments({ poolOptions = [] }: RecordHeader): readonly string[] {
  const at = poolOptions.indexOf('--user-pool-id');
  const isWanted = (word: string) => word === '--allow-existing' || word === '--allow-users';
  return [
    ...(at === -1 ? [] : [`--user-pool-id ${shellQuote(oneLine(poolOptions[at + 1] ?? '', 100))}`]),
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
      return oneLine(endpoint ?? id, 400);
  }
}

// By the address alone a baseline would not know the target again.
function targetNameArguments({ kind, endpoint, id }: RecordHeader['target']): readonly string[] {
  if (kind !== 'endpoint' || endpoint === null || id === endpointHost(endpoint)) return [];
  return [`--target-name ${shellQuote(oneLine(id, 60))}`];
}

function endpointHost(endpoint: string): string | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint).host : undefined;
}
