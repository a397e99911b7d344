import { oneLine } from '../../harness/figures/visibleText.ts';
import type { Finding, RecordHeader } from '../../harness/record/record.ts';
import { invocation } from '../../harness/version.ts';
import { shellQuote } from './shellQuote.ts';

/** The arguments of `poolproof` that give the same cases again, in a form that a shell can be given. */
export function runArguments(header: RecordHeader): readonly string[] {
  const {
    target,
    edition,
    basis,
    seed,
    cases,
    only,
    burst,
    corpus,
    told: poolOptions = [],
    region,
    phases,
    shard,
  } = header;
  return [
    'run',
    `--target ${shellQuote(targetArgument(target))}`,
    ...targetNameArguments(target),
    `--edition ${edition}`,
    ...(basis === 'observed' ? [] : [`--basis ${basis}`]),
    `--seed ${seed}`,
    ...(region === 'us-east-1' ? [] : [`--region ${shellQuote(region)}`]),
    `--phases ${phases.join(',')}`,
    `--cases ${cases}`,
    ...(only === null ? [] : [`--only ${shellQuote(only)}`]),
    ...(burst === undefined ? [] : [`--burst ${burst}`]),
    ...(corpus === undefined ? [] : [`--corpus ${shellQuote(oneLine(corpus, 400))}`]),
    ...poolOptions.map((word) => shellQuote(oneLine(word, 400))),
    ...(shard === null ? [] : [`--shard ${shard.index}/${shard.of}`]),
  ];
}

/** Where a run writes its record by default. */
export const defaultRecordPath = 'poolproof-report/record.jsonl';

/** The command that sends the smallest request of a finding again. `recordPath` is the record's file. */
export function replayArguments(
  { id, case: shownBy }: Pick<Finding, 'id' | 'case'>,
  recordPath: string | undefined = defaultRecordPath,
): readonly string[] {
  const burst = /^errors\/burst\/(\d+)$/.exec(shownBy)?.[1];
  return [
    `${invocation} replay`,
    shellQuote(oneLine(recordPath, 400)),
    `--finding ${shellQuote(oneLine(id, 400))}`,
    // A burst is sent only to those who ask for it.
    ...(burst === undefined ? [] : [`--burst ${burst}`]),
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
