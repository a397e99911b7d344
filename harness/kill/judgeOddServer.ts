import { type Phase, phases } from '../../generators/cases/case.ts';
import type { Contract } from '../../specs/contract.ts';
import type { Level } from '../../specs/evidence.ts';
import { topLevelOf } from '../../specs/member.ts';
import { type RunResult, runPlan } from '../execute/runPlan.ts';
import type { Lane } from '../plan/plan.ts';
import type { Finding } from '../record/record.ts';
import { listen } from '../targets/listen.ts';
import { oddFetch } from '../targets/odd/oddFetch.ts';
import type { OddServer } from '../targets/odd/oddServer.ts';
import { sdkTransport } from '../transport/sdkTransport.ts';
import type { Transport } from '../transport/transport.ts';
import { defaultPlan, type KillOptions } from './kill.ts';
import { oddTransport } from './oddTransport.ts';
import { casesWhere, relatedCases } from './relatedCases.ts';

/** What decides which cases an odd server meets. */
export interface OddOptions extends KillOptions {
  /** True: the whole plan of a default run; false: the cases that are likeliest to meet the oddity. */
  readonly whole: boolean;
}

/** What a run said of one odd server. */
export interface OddVerdict {
  readonly id: string;
  readonly outcome: 'silent' | 'alarmed' | 'errored';
  /** Findings that the oddity does not earn, with their level, or what went wrong on our side. */
  readonly alarms: readonly string[];
  readonly requests: number;
  readonly ms: number;
}

/** Runs the cases against an odd server, and tells what was said of it that it does not deserve. */
export async function judgeOddServer(server: OddServer, contract: Contract, options: OddOptions): Promise<OddVerdict> {
  const started = performance.now();
  const lanes = options.whole ? defaultPlan(contract, options) : compactPlan(server, contract, options);
  const result = await runOnOddServer(server, contract, options, lanes);
  const alarms = result.findings.filter((finding) => !isEarned(server, finding)).map(alarmText);
  const defects = [
    ...result.errored.flatMap(({ case: { id }, verdict }) =>
      verdict.kind === 'errored' ? [`${id}: ${verdict.why}`] : [],
    ),
    ...(result.footer.interrupted === null ? [] : [result.footer.interrupted]),
  ];
  const outcome = defects.length > 0 ? 'errored' : alarms.length > 0 ? 'alarmed' : 'silent';
  const { requests } = result.footer;
  return {
    id: server.id,
    outcome,
    alarms: [...defects, ...alarms],
    requests,
    ms: Math.round(performance.now() - started),
  };
}

const weights: Readonly<Record<Level, number>> = { must: 2, should: 1, may: 0 };

function isEarned({ earned = [] }: OddServer, finding: Finding): boolean {
  return earned.some(({ clause, level }) => clause === finding.clause && weights[finding.level] <= weights[level]);
}

function alarmText({ id, level, case: one, expected, actual }: Finding): string {
  return `${level} ${id} (${one}): ${expected} ${actual}`;
}

/** Members whose examples touch every kind of value. */
const touchstones = ['PoolName', 'UserPoolTags', 'UserPoolAddOns'];

/** Phases with few cases, each of another kind. */
const shortPhases: readonly Phase[] = ['sequence', 'wire', 'errors'];

function compactPlan({ group, clause, member }: OddServer, contract: Contract, options: OddOptions): readonly Lane[] {
  const lanes = defaultPlan(contract, options);
  if (group === 'open-rule' || group === 'open-state') return relatedCases(lanes, { clause, member });
  const short = lanes.filter(({ phase }) => shortPhases.includes(phase));
  const examples = lanes.filter(({ phase }) => phase === 'examples');
  const bounds = lanes.filter(({ phase }) => phase === 'boundary');
  const topic = topLevelOf(member);
  return [
    ...short,
    ...casesWhere(examples, (one) => [...touchstones, topic].includes(topLevelOf(one.member))),
    ...(topic === '' ? [] : casesWhere(bounds, (one) => topLevelOf(one.member) === topic)),
  ];
}

async function runOnOddServer(
  server: OddServer,
  contract: Contract,
  { region, seed }: OddOptions,
  lanes: readonly Lane[],
): Promise<RunResult> {
  const { listener } = server.alteration;
  const on = (transport: Transport, concurrency: number) =>
    runPlan({
      contract,
      region,
      seed,
      lanes,
      transport,
      target: { id: server.id, kind: 'endpoint', endpoint: null },
      phases,
      concurrency,
      failFast: false,
      shrinks: false,
      record: { write: () => {} },
      interrupted: () => null,
      progress: () => {},
    });
  if (listener === undefined) return on(oddTransport(server, contract, region, answerTimeout), 1);
  const served = await listen(listener(oddFetch(server, contract, region)));
  const transport = sdkTransport({ region, endpoint: served.url, timeout: answerTimeout });
  try {
    return await on(transport, networkLanes);
  } finally {
    transport.close();
    await served.close();
  }
}

/** Milliseconds; several servers share a thread. */
const answerTimeout = 10_000;

/** Lanes at once over the network, so that connections are reused by others than those that opened them. */
const networkLanes = 3;
