import type { MemberPath } from '../../../../specs/member.ts';
import type { Fetch } from '../../../targets/mock/fetchFrom.ts';
import type { PeerRun } from './peerRun.ts';
import type { PeerTool, Verdict } from './peerTool.ts';
import { serveCounting } from './serveCounting.ts';

/** A run of a tool, and what it cost. */
export interface MeasuredVerdict extends Verdict {
  readonly requests: number;
  readonly wallMs: number;
}

/** Runs a tool on a server that is there for this run alone. */
export async function measureTool(tool: PeerTool, server: Fetch, seed: number): Promise<MeasuredVerdict> {
  const { url, requests, close } = await serveCounting(server);
  try {
    const started = performance.now();
    const verdict = await tool(url, seed);
    return { ...verdict, requests: requests(), wallMs: performance.now() - started };
  } finally {
    await close();
  }
}

/** What a verdict on a mutant comes to beside that on the faultless server: only what is said of one of the two counts. */
export function judgeVerdict(
  { says, names, requests, wallMs }: MeasuredVerdict,
  faultless: Pick<Verdict, 'says'>,
  member: MemberPath,
): PeerRun {
  const known = new Set(faultless.says);
  const toldApart = says.some((one) => !known.has(one)) || faultless.says.some((one) => !says.includes(one));
  return { toldApart, named: toldApart && names(member), requests, wallMs };
}
