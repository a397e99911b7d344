import { createHash, hash } from 'node:crypto';
import fc from 'fast-check';
import { contractOf } from '../../specs/contract.ts';
import { oncePer } from '../../specs/oncePer.ts';
import { brokenArms } from '../breaches/brokenRequests.ts';
import { brokenSeverally } from '../breaches/brokenSeverally.ts';
import { brokenTags } from '../breaches/brokenTags.ts';
import { withCompanions } from '../companions/index.ts';
import { type Case, jsonOf } from './case.ts';
import { guided } from './guidedDraw.ts';
import { openRequest } from './openRequests.ts';
import { softwareToken } from './priors.ts';
import type { GenerationScene } from './scene.ts';
import { validRequest } from './validRequests.ts';

type Drawn = Omit<Case, 'id' | 'phase'>;

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
  const broken = guided(armsOf(scene), seed);
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

const armsOf = oncePer(brokenArms);

/** What a case is to be: drawn already, or a single breach, of which the least tried is next. */
interface Kind {
  readonly drawn?: Drawn;
}

const kindsOf = oncePer((scene: GenerationScene): fc.Arbitrary<Kind> => {
  const valid = validRequest(scene).map((request): Drawn => ({ ...acceptance, request }));
  const drawn = (arbitrary: fc.Arbitrary<Drawn>) => arbitrary.map((one): Kind => ({ drawn: one }));
  return fc.oneof(
    { weight: 58, arbitrary: drawn(valid) },
    { weight: 28, arbitrary: fc.constant<Kind>({}) },
    { weight: 5, arbitrary: drawn(brokenSeverally(scene)) },
    { weight: 2, arbitrary: drawn(brokenTags(scene)) },
    { weight: 4, arbitrary: drawn(onOpenGround(scene)) },
    { weight: 3, arbitrary: drawn(withSecondFactor(scene)) },
  );
});

/** Whatever it answers, a server stays well. */
function onOpenGround(scene: GenerationScene): fc.Arbitrary<Drawn> {
  return openRequest(scene).map(({ request, member }) => ({
    clause: 'wire.no-server-fault',
    member,
    breaks: [],
    request,
  }));
}

/** A pool asks for a second factor only where it has one. */
function withSecondFactor(scene: GenerationScene): fc.Arbitrary<Drawn> {
  return fc
    .tuple(validRequest(scene), fc.constantFrom(...(isOnSettled(scene) ? ['ON', 'OPTIONAL'] : ['OPTIONAL'])))
    .map(([valid, MfaConfiguration]) => ({
      ...acceptance,
      request: withCompanions({ ...valid, MfaConfiguration }, scene),
      prior: { mfa: softwareToken },
    }));
}

/** Older pages say that ON belongs to creation. */
function isOnSettled({ edition, basis }: GenerationScene): boolean {
  return !contractOf(edition.date, basis).byId.has('mfa-configuration.on-at-creation');
}

/** Twelve hexadecimal digits: as many as a number holds exactly. */
function contentHash({ request, prior }: Drawn): string {
  return hash('sha256', `[${jsonOf(request)},${JSON.stringify(prior ?? null)}]`).slice(0, 12);
}

/** Neighbouring seeds must not share batches, so both numbers are stirred. */
function batchSeed(seed: number, turn: number): number {
  return createHash('sha256').update(`${seed}/${turn}`).digest().readInt32BE(0);
}
