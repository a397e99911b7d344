import { createHash, hash } from 'node:crypto';
import fc from 'fast-check';
import { contractOf } from '../../specs/contract.ts';
import { memoizeByObject } from '../../specs/memoize.ts';
import { requestWithBrokenTags } from '../breaches/requestWithBrokenTags.ts';
import { breachArms } from '../breaches/requestWithOneBreach.ts';
import { requestWithSeveralBreaches } from '../breaches/requestWithSeveralBreaches.ts';
import { withCompanions } from '../companions/index.ts';
import { type Case, requestJson } from './case.ts';
import { leastTriedFirst } from './leastTriedFirst.ts';
import { openRequest } from './openRequest.ts';
import type { GenerationScene } from './scene.ts';
import { softwareToken } from './softwareToken.ts';
import { validRequest } from './validRequest.ts';

type DrawnCase = Omit<Case, 'id' | 'phase'>;

/** What a request that breaks nothing is about: that it is accepted. */
const acceptance = { clause: 'wire.success-status', member: '', breaks: [] } as const;

/** Drawn at once; large enough to be quick, small enough to wait for. */
const batch = 64;

/**
 * Valid requests, single breaches, several at once and requests on which the contract is silent, as many as asked for and no
 * two alike, drawn as they are read. They follow from the seed alone, and fewer cases are the beginning of more.
 */
export function* fuzzCases(scene: GenerationScene, seed: number, count: number): Generator<Case, void> {
  // As numbers: of very many cases the ids themselves would weigh more than all else.
  const seen = new Set<number>();
  const kinds = kindsOf(scene);
  const broken = leastTriedFirst(armsOf(scene), seed);
  for (let turn = 0; seen.size < count; turn += 1) {
    const drawnSeed = batchSeed(seed, turn);
    for (const [index, kind] of fc.sample(kinds, { seed: drawnSeed, numRuns: batch }).entries()) {
      const one = kind.drawn ?? broken(drawnSeed + index);
      const digits = contentHash(one);
      const number = Number.parseInt(digits, 16);
      if (seen.has(number)) continue;
      seen.add(number);
      yield { id: `fuzz/${digits}`, phase: 'fuzz', ...one };
      if (seen.size >= count) return;
    }
  }
}

const armsOf = memoizeByObject(breachArms);

/** What a case is to be: drawn already, or a single breach, of which the least tried is next. */
interface Kind {
  readonly drawn?: DrawnCase;
}

const kindsOf = memoizeByObject((scene: GenerationScene): fc.Arbitrary<Kind> => {
  const valid = validRequest(scene).map((request): DrawnCase => ({ ...acceptance, request }));
  const drawn = (arbitrary: fc.Arbitrary<DrawnCase>) => arbitrary.map((one): Kind => ({ drawn: one }));
  return fc.oneof(
    { weight: 58, arbitrary: drawn(valid) },
    { weight: 28, arbitrary: fc.constant<Kind>({}) },
    { weight: 5, arbitrary: drawn(requestWithSeveralBreaches(scene)) },
    { weight: 2, arbitrary: drawn(requestWithBrokenTags(scene)) },
    { weight: 4, arbitrary: drawn(openCases(scene)) },
    { weight: 3, arbitrary: drawn(withSecondFactor(scene)) },
  );
});

/** Whatever it answers, a server stays well. */
function openCases(scene: GenerationScene): fc.Arbitrary<DrawnCase> {
  return openRequest(scene).map(({ request, member }) => ({
    clause: 'wire.no-server-fault',
    member,
    breaks: [],
    request,
  }));
}

/** A pool asks for a second factor only where it has one. */
function withSecondFactor(scene: GenerationScene): fc.Arbitrary<DrawnCase> {
  return fc
    .tuple(validRequest(scene), fc.constantFrom(...(isOnSupportedByUpdate(scene) ? ['ON', 'OPTIONAL'] : ['OPTIONAL'])))
    .map(([valid, MfaConfiguration]) => ({
      ...acceptance,
      request: withCompanions({ ...valid, MfaConfiguration }, scene),
      prior: { mfa: softwareToken },
    }));
}

/** Older pages say that ON belongs to creation. */
function isOnSupportedByUpdate({ edition, basis }: GenerationScene): boolean {
  return !contractOf(edition.date, basis).byId.has('mfa-configuration.on-at-creation');
}

/** Twelve hexadecimal digits: as many as a number holds exactly. */
function contentHash({ request, prior }: DrawnCase): string {
  return hash('sha256', `[${requestJson(request)},${JSON.stringify(prior ?? null)}]`).slice(0, 12);
}

/** Neighbouring seeds must not share batches, so both numbers are stirred. */
function batchSeed(seed: number, turn: number): number {
  return createHash('sha256').update(`${seed}/${turn}`).digest().readInt32BE(0);
}
