import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { Case } from '../../generators/cases/case.ts';
import { severalBreachesClause } from '../../generators/cases/severalBreachesClause.ts';
import { asSentence } from '../../specs/asSentence.ts';
import { contractOf } from '../../specs/contract.ts';
import { editionOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { didYouMean } from '../../specs/nearest.ts';
import type { CaseOutcome } from '../execute/caseOutcome.ts';
import { removePool } from '../execute/removePool.ts';
import { runCase } from '../execute/runCase.ts';
import { createPool, describeAnswer, type PoolFailure } from '../execute/scratchPool.ts';
import { findingId } from '../findings/findingId.ts';
import type { CaseLine, Finding, RecordHeader, RunRecord } from '../record/record.ts';
import { readRecord } from '../record/recordFile.ts';
import type { ConnectionOptions } from '../settings/connectionSettings.ts';
import type { Definitions } from '../settings/definition.ts';
import { checkExistingPoolSettings } from '../settings/existingPoolRules.ts';
import { type RunSettings, runDefinitions } from '../settings/runSettings.ts';
import { addOptions, readSettings } from '../settings/settings.ts';
import { stillBroken } from '../shrink/withoutBreach.ts';
import { UserError } from '../userError.ts';
import { burstOf, caseById, type RepeatedOptions, requireBurst } from './caseById.ts';
import { printResult } from './print.ts';
import { withReplaySession } from './withReplaySession.ts';

interface ReplaySettings
  extends Pick<RunSettings, 'timeout' | 'start' | 'readyTimeout' | 'userPoolId' | 'allowExisting' | 'allowUsers'>,
    RepeatedOptions,
    ConnectionOptions {
  readonly target: string | undefined;
  readonly case: string | undefined;
  readonly finding: string | undefined;
}

const definitions: Definitions<ReplaySettings> = {
  case: {
    argument: '<id>',
    description: 'the case to send again',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  finding: {
    argument: '<id>',
    description: 'the finding whose smallest request is sent again (default: the first)',
    read: (text) => ({ value: text }),
    fallback: undefined,
  },
  target: {
    ...runDefinitions.target,
    description: 'where to send it (default: where the run sent it)',
    fallback: undefined,
  },
  burst: { ...runDefinitions.burst, description: 'the --burst of the run, for a case of that phase' },
  corpus: { ...runDefinitions.corpus, description: 'the --corpus of the run, for a case that came from it' },
  timeout: runDefinitions.timeout,
  start: runDefinitions.start,
  readyTimeout: runDefinitions.readyTimeout,
  userPoolId: runDefinitions.userPoolId,
  allowExisting: runDefinitions.allowExisting,
  allowUsers: runDefinitions.allowUsers,
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
  const replayed = caseToReplay(record, settings);
  const where = settings.target ?? target.endpoint ?? target.id;
  checkExistingPoolSettings({ ...settings, target: where, shard: null });
  const sessionSettings = { ...settings, target: where, region, out: dirname(path) };
  return withReplaySession(sessionSettings, record, contract, async (session) => {
    const setting = { ...session, contract, region, creation: replayed.creation ?? {} };
    const pool = await createPool(setting);
    if ('failure' in pool) throw noPool(where, pool);
    try {
      const outcome = await runCase(setting, pool, replayed.case);
      printResult(session.redact(outcomeText(outcome, replayed)));
      return outcome.verdict.kind === 'deviates' ? 1 : outcome.verdict.kind === 'errored' ? 3 : 0;
    } finally {
      await removePool(session.transport, pool.id);
    }
  });
}

function noPool(where: string, { answer }: PoolFailure): UserError {
  return new UserError(
    'unreachable-target',
    `The target at ${where} did not create a pool: ${asSentence(describeAnswer(answer))}`,
    'Start it, or choose another with --target.',
    3,
  );
}

interface ReplayedCase {
  readonly case: Case;
  /** The finding that should be reproduced, where one was asked for. */
  readonly finding: string | undefined;
  /** What its pool is created with. */
  readonly creation?: JsonObject | undefined;
}

function caseToReplay(record: RunRecord, settings: ReplaySettings): ReplayedCase {
  const { case: id } = settings;
  return id === undefined
    ? caseOfFinding(record, settings)
    : { case: caseById(record, id, settings), finding: undefined };
}

function caseOfFinding({ header, findings, cases }: RunRecord, { finding: id, burst }: ReplaySettings): ReplayedCase {
  const found = id === undefined ? findings[0] : findings.find((finding) => finding.id === id);
  if (found === undefined) {
    const ids = findings.map((finding) => finding.id);
    const fact = id === undefined ? 'The record has no findings.' : `The record has no finding "${id}".`;
    throw new UserError(
      'no-such-finding',
      fact,
      `Name a case with --case, or one of its ${ids.length} findings with --finding.${didYouMean(id ?? '', ids)}`,
    );
  }
  const updates = burstOf(found.case);
  if (updates !== undefined) requireBurst(updates, burst);
  const origin = caseLineById(cases, found.case);
  const raw = typeof found.request === 'string' ? { raw: found.raw ?? { body: found.request } } : {};
  const request: JsonObject = typeof found.request === 'string' ? {} : found.request;
  return {
    case: {
      id: found.case,
      phase: found.phase,
      clause: origin?.clause ?? found.clause,
      member: origin?.member ?? found.member,
      breaks: breaksOfFinding(header, found, origin),
      request,
      prior: found.prior,
      ...raw,
      ...caseSteps(found),
      ...(updates === undefined ? {} : { burst: true }),
    },
    finding: found.id,
    creation: found.creation,
  };
}

// Shrinking removed the faults that do not matter, while the case names them all.
function breaksOfFinding(
  { edition }: RecordHeader,
  { request }: Finding,
  origin: CaseLine | undefined,
): Case['breaks'] {
  if (origin?.clause !== severalBreachesClause || typeof request === 'string') return origin?.breaks ?? [];
  return stillBroken(editionOf(edition), origin.breaks, request);
}

function caseLineById(cases: RunRecord['cases'], id: string): CaseLine | undefined {
  for (const line of cases) if (line.id === id) return line;
  return undefined;
}

/** The steps of a sequence or race, as the case had them. */
function caseSteps({ prior, last, parallel, request }: Finding): Pick<Case, 'steps' | 'parallel'> {
  if (parallel !== undefined) return { parallel };
  if (last === undefined || typeof request === 'string') return {};
  const { UserPoolId: _named, ...body } = request;
  return { steps: [...(prior.steps ?? []), { ...last, body }] };
}

function outcomeText(
  { case: testCase, request, expectation, answer, verdict }: CaseOutcome,
  { finding }: ReplayedCase,
): string {
  const expected =
    expectation.kind === 'rejected'
      ? `rejected with ${expectation.errors.join(' or ')}`
      : expectation.kind === 'open'
        ? `open: ${expectation.why}`
        : 'accepted';
  const deviations = verdict.kind === 'deviates' ? verdict.deviations : [];
  const reproduction =
    finding === undefined
      ? []
      : [
          deviations.some((deviation) => findingId(deviation) === finding)
            ? `The finding ${finding} is reproduced.`
            : `The finding ${finding} is not reproduced.`,
        ];
  return [
    `case      ${testCase.id}`,
    ...(testCase.prior?.update === undefined ? [] : [`prior     ${JSON.stringify(testCase.prior.update)}`]),
    ...(testCase.steps ?? testCase.parallel ?? []).map(
      ({ operation, pool, body }) =>
        `${testCase.parallel ? 'at once ' : 'step    '}  ${operation} on pool ${pool} ${JSON.stringify(body)}`,
    ),
    ...(testCase.prior?.mfa === undefined ? [] : [`prior mfa ${JSON.stringify(testCase.prior.mfa)}`]),
    `request   ${typeof request === 'string' ? request : JSON.stringify(request)}`,
    `expected  ${expected}`,
    `answer    ${describeAnswer(answer)}`,
    `verdict   ${verdict.kind}${'why' in verdict ? `: ${verdict.why}` : ''}`,
    ...deviations.map(({ clause, kind, actual }) => `          ${kind} of ${clause}: ${actual}`),
    ...reproduction,
  ].join('\n');
}
