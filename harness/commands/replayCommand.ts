import type { Command } from 'commander';
import type { Case } from '../../generators/cases/case.ts';
import { severalFaults } from '../../generators/cases/severalFaults.ts';
import { contractOf } from '../../specs/contract.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { runAny } from '../execute/runByForm.ts';
import type { CaseOutcome } from '../execute/runUpdate.ts';
import { describeAnswer, openPool, removePool } from '../execute/scratchPool.ts';
import { findingId } from '../findings/findings.ts';
import type { CaseLine, Finding, RecordHeader, RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import { type ConnectionOptions, connectionOf } from '../settings/connectionSettings.ts';
import { didYouMean } from '../settings/nearest.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, type Definitions, readSettings } from '../settings/settings.ts';
import { stillBroken } from '../shrink/fewerFaults.ts';
import { UserError } from '../userError.ts';
import { openNamed } from './openNamed.ts';
import { burstOf, plannedCase, requireBurst, type ToldAgain } from './plannedCase.ts';
import { printResult } from './print.ts';

interface ReplaySettings extends Pick<RunSettings, 'timeout'>, ToldAgain, ConnectionOptions {
  readonly target: string | undefined;
  readonly case: string | undefined;
  readonly finding: string | undefined;
}

const definitions: Definitions<ReplaySettings> = {
  case: { argument: '<id>', says: 'the case to send again', read: (text) => ({ value: text }), fallback: undefined },
  finding: {
    argument: '<id>',
    says: 'the finding whose smallest request to send again (default: the first)',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  target: { ...runDefinitions.target, says: 'where to send it (default: where the run sent it)', fallback: undefined },
  burst: { ...runDefinitions.burst, says: 'the --burst of the run, for a case that it alone has' },
  corpus: { ...runDefinitions.corpus, says: 'the --corpus of the run, for a case that came from it' },
  timeout: runDefinitions.timeout,
  header: runDefinitions.header,
  ca: runDefinitions.ca,
  insecure: runDefinitions.insecure,
};

/** `poolproof replay`: sends one case again and prints request, answer and expectation. */
export function replayCommand(program: Command, exit: (status: number) => void): void {
  const command = program
    .command('replay')
    .argument('<record>', 'the record.jsonl of a run')
    .description('send one case or finding of a run again');
  addOptions(command, definitions);
  command.action(async (path: string, flags: Record<string, unknown>) =>
    exit(await replay(path, readSettings(definitions, flags))),
  );
}

async function replay(path: string, settings: ReplaySettings): Promise<number> {
  const record = readRecord(path);
  const { edition, basis, region, target } = record.header;
  const contract = contractOf(edition, basis);
  const wanted = wantedFrom(record, settings);
  const where = settings.target ?? target.endpoint ?? target.id;
  const { timeout } = settings;
  const options = { target: where, region, timeout, concurrency: 4, connection: connectionOf(where, settings) };
  const { transport } = await openNamed(options, contract);
  const pool = await openPool({ transport, contract });
  if ('trouble' in pool) {
    throw new UserError(
      'unreachable-target',
      `Target at ${where} gave no pool: ${describeAnswer(pool.answer)}.`,
      'Start it, or pick another with --target.',
      3,
    );
  }
  try {
    const outcome = await runAny({ contract, transport, region }, pool, wanted.case);
    printResult(told(outcome, wanted));
    return outcome.verdict.kind === 'deviates' ? 1 : outcome.verdict.kind === 'errored' ? 3 : 0;
  } finally {
    await removePool(transport, pool.id);
    transport.close();
  }
}

interface Wanted {
  readonly case: Case;
  /** The finding that should show again, where one was asked for. */
  readonly finding: string | undefined;
}

function wantedFrom(record: RunRecord, settings: ReplaySettings): Wanted {
  const { case: id } = settings;
  return id === undefined
    ? findingWanted(record, settings)
    : { case: plannedCase(record, id, settings), finding: undefined };
}

function findingWanted({ header, findings, cases }: RunRecord, { finding: id, burst }: ReplaySettings): Wanted {
  const found = id === undefined ? findings[0] : findings.find((one) => one.id === id);
  if (found === undefined) {
    const ids = findings.map((one) => one.id);
    const fact = id === undefined ? 'The record has no findings.' : `The record has no finding "${id}".`;
    throw new UserError(
      'no-such-finding',
      fact,
      `Name a case with --case, or one of its ${ids.length} findings with --finding.${didYouMean(id ?? '', ids)}`,
    );
  }
  const updates = burstOf(found.case);
  if (updates !== undefined) requireBurst(updates, burst);
  const origin = caseIn(cases, found.case);
  const raw = typeof found.request === 'string' ? { raw: found.raw ?? { body: found.request } } : {};
  const request: JsonObject = typeof found.request === 'string' ? {} : found.request;
  return {
    case: {
      id: found.case,
      phase: found.phase,
      clause: origin?.clause ?? found.clause,
      member: origin?.member ?? found.member,
      breaks: breaksOf(header, found, origin),
      request,
      prior: found.prior,
      ...raw,
      ...stepsOf(found),
      ...(updates === undefined ? {} : { burst: true }),
    },
    finding: found.id,
  };
}

// Of several faults those that do not matter were taken out, and the case named them all.
function breaksOf({ edition }: RecordHeader, { request }: Finding, origin: CaseLine | undefined): Case['breaks'] {
  if (origin?.clause !== severalFaults || typeof request === 'string') return origin?.breaks ?? [];
  return stillBroken(editionOf(edition), origin.breaks, request);
}

function caseIn(cases: RunRecord['cases'], id: string): CaseLine | undefined {
  for (const line of cases) if (line.id === id) return line;
  return undefined;
}

/** A sequence or a race as a case again. */
function stepsOf({ prior, last, parallel, request }: Finding): Pick<Case, 'steps' | 'parallel'> {
  if (parallel !== undefined) return { parallel };
  if (last === undefined || typeof request === 'string') return {};
  const { UserPoolId: _named, ...body } = request;
  return { steps: [...(prior.steps ?? []), { ...last, body }] };
}

function told({ case: one, request, expectation, answer, verdict }: CaseOutcome, { finding }: Wanted): string {
  const expected =
    expectation.kind === 'rejected'
      ? `rejected with ${expectation.errors.join(' or ')}`
      : expectation.kind === 'open'
        ? `open: ${expectation.why}`
        : 'accepted';
  const deviations = verdict.kind === 'deviates' ? verdict.deviations : [];
  const again =
    finding === undefined
      ? []
      : [
          deviations.some((one) => findingId(one) === finding)
            ? `The finding ${finding} shows again.`
            : `The finding ${finding} does not show any more.`,
        ];
  return [
    `case      ${one.id}`,
    ...(one.prior?.update === undefined ? [] : [`prior     ${JSON.stringify(one.prior.update)}`]),
    ...(one.steps ?? one.parallel ?? []).map(
      ({ operation, pool, body }) =>
        `${one.parallel ? 'at once ' : 'step    '}  ${operation} on pool ${pool} ${JSON.stringify(body)}`,
    ),
    ...(one.prior?.mfa === undefined ? [] : [`prior mfa ${JSON.stringify(one.prior.mfa)}`]),
    `request   ${typeof request === 'string' ? request : JSON.stringify(request)}`,
    `expected  ${expected}`,
    `answer    ${describeAnswer(answer)}`,
    `verdict   ${verdict.kind}${'why' in verdict ? `: ${verdict.why}` : ''}`,
    ...deviations.map(({ clause, kind, actual }) => `          ${kind} of ${clause}: ${actual}`),
    ...again,
  ].join('\n');
}
