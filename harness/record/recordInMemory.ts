import type {
  CaseLine,
  Finding,
  GateLine,
  PoolLine,
  ProbeLine,
  RecordFooter,
  RecordHeader,
  RunRecord,
} from './record.ts';
import type { RecordLine } from './recordLine.ts';

/** A record that is kept in memory alone, for short runs. `record` returns it once the footer was written. */
export function recordInMemory(): {
  readonly writer: { readonly write: (line: RecordLine) => void };
  readonly record: () => RunRecord;
} {
  const [headers, footers]: [RecordHeader[], RecordFooter[]] = [[], []];
  const [probes, pools, cases]: [ProbeLine[], PoolLine[], CaseLine[]] = [[], [], []];
  const [findings, gates]: [Finding[], GateLine[]] = [[], []];
  const write = (line: RecordLine): void => {
    switch (line.line) {
      case 'header':
        return void headers.push(line);
      case 'probe':
        return void probes.push(line);
      case 'pool':
        return void pools.push(line);
      case 'case':
        return void cases.push(line);
      case 'finding':
        return void findings.push(line);
      case 'footer':
        return void footers.push(line);
      case 'gate':
        return void gates.push(line);
    }
  };
  const record = (): RunRecord => {
    const [[header], [footer], [probe], [gate]] = [headers, footers, probes, gates];
    if (header === undefined || footer === undefined) throw new TypeError('The record has no footer yet.');
    return { header, pools, cases, findings, footer, ...(probe && { probe }), ...(gate && { gate }) };
  };
  return { writer: { write }, record };
}
