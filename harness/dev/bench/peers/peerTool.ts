import type { MemberPath } from '../../../../specs/member.ts';

/** What a tool reports of a server. */
export interface Verdict {
  /** Its findings, each in words that are the same wherever the finding is. */
  readonly says: readonly string[];
  /** Whether one of them names a member. */
  readonly names: (member: MemberPath) => boolean;
}

/** Runs a tool on the server at a URL, in a process of its own. */
export type PeerTool = (url: string, seed: number) => Promise<Verdict>;
