import fc from 'fast-check';
import { printError } from '../../../commands/print.ts';
import { constraintMutants } from '../../../targets/mutants/constraintMutants.ts';
import { markEquivalentWhereOpen } from '../../../targets/mutants/markEquivalentWhereOpen.ts';
import type { Mutant } from '../../../targets/mutants/mutant.ts';
import { mutantFetch } from '../../../targets/mutants/mutantFetch.ts';
import type { BenchFigure } from '../benchFigure.ts';
import { contract, region } from '../scene.ts';
import { judgeVerdict, measureTool } from './comparePeer.ts';
import { installSchemathesis } from './installSchemathesis.ts';
import { peerFigures } from './peerFigures.ts';
import type { PeerRun } from './peerRun.ts';
import type { PeerTool } from './peerTool.ts';
import { runPoolproof } from './runPoolproof.ts';
import { schemathesisTool } from './runSchemathesis.ts';
import { schemaServer } from './schemaServer.ts';

/** How many mutants are drawn, and the seed of the draw and of both tools. */
export interface PeerSettings {
  readonly mutants: number;
  readonly seed: number;
}

/**
 * Schemathesis beside this tool: both meet the faultless mock and the same mutants of it, one after the other, each of which gets one
 * constraint of the model wrong. Both stop at their first finding and know nothing of the mutant. No figures where it cannot be installed.
 */
export async function benchPeers({ mutants, seed }: PeerSettings): Promise<readonly BenchFigure[]> {
  const peer = await installSchemathesis();
  if (peer.kind === 'missing') {
    printError(`peers: ${peer.name} is left out, for it could not be installed: ${peer.reason}`);
    return [];
  }
  const tool = schemathesisTool(peer.program);
  const before = {
    ours: await meetOurs({ alteration: {} }, seed),
    theirs: await meetTheirs(tool, { alteration: {} }, seed),
  };
  for (const [who, { says }] of Object.entries(before)) for (const one of says) printError(`faultless, ${who}: ${one}`);
  const [ours, theirs]: [PeerRun[], PeerRun[]] = [[], []];
  for (const mutant of drawMutants(mutants, seed)) {
    ours.push(judgeVerdict(await meetOurs(mutant, seed), before.ours, mutant.member));
    theirs.push(judgeVerdict(await meetTheirs(tool, mutant, seed), before.theirs, mutant.member));
    printError(`${mutant.id}: ${[ours.at(-1), theirs.at(-1)].map(runText).join(' · ')}`);
  }
  const faultless = { ours: before.ours.says.length, theirs: before.theirs.says.length };
  return peerFigures({ ours, theirs, faultless, peer: peer.name });
}

type Altered = Pick<Mutant, 'alteration'>;

function meetOurs(mutant: Altered, seed: number) {
  return measureTool(runPoolproof, mutantFetch(mutant, contract, region), seed);
}

function meetTheirs(tool: PeerTool, mutant: Altered, seed: number) {
  return measureTool(tool, schemaServer(mutantFetch(mutant, contract, region), contract.edition.input), seed);
}

/** A sample of the mutants that a request can tell from the original, in the order of the members. */
function drawMutants(count: number, seed: number): readonly Mutant[] {
  const killable = constraintMutants(contract)
    .map((mutant) => markEquivalentWhereOpen(mutant, contract))
    .filter(({ equivalent }) => equivalent === undefined);
  const size = Math.min(count, killable.length);
  const samples = fc.sample(fc.subarray(killable, { minLength: size, maxLength: size }), { seed, numRuns: 1 });
  return samples.flat();
}

function runText(run: PeerRun | undefined): string {
  if (run === undefined) return '';
  const { toldApart, named, requests, wallMs } = run;
  const how = toldApart ? `told apart${named ? ', named' : ''}` : 'not told apart';
  return `${how}, ${requests} requests, ${(wallMs / 1000).toFixed(1)} s`;
}
