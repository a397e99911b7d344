import type { Operation } from '../../specs/operation.ts';
import type { RequestPurpose } from '../record/record.ts';
import type { Answer } from './answer.ts';
import type { RequestForm } from './requestForm.ts';
import type { Route } from './routeFor.ts';

/** Sends any body as any operation and brings back the raw answer. */
export interface Transport {
  /** A form puts something else than a plain request on the wire. */
  send(operation: Operation, body: string, purpose?: Purpose, form?: RequestForm): Promise<Answer>;
  /** HTTP requests sent so far. */
  readonly sent: () => number;
  /** Where the target has its operations, as far as that is known; undefined: at the root. No wrapper may lose it: scripts need it. */
  readonly route: (() => Route | undefined) | undefined;
  /** The same, with requests that count for a purpose; absent where nobody counts. */
  readonly requestsFor?: (purpose: RequestPurpose) => Transport;
  close(): void;
}

/** Why a request is sent: what takes a pool away is never held back, and a repetition waited for longer. */
export type Purpose = 'test' | 'removal' | 'repetition';

export interface TransportSettings {
  readonly region: string;
  /** Where requests go; undefined for the real service. */
  readonly endpoint?: string;
  /** Milliseconds after which an answer is given up. */
  readonly timeout: number;
  /** Further headers of every request; their values count as secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Certificates of an authority to believe beside the usual ones, as PEM. */
  readonly ca?: string;
  /** True believes any certificate. */
  readonly insecure?: boolean;
  /** The key to sign with at an endpoint other than AWS. Absent: a placeholder. */
  readonly credentials?: Credentials;
  /** Answers requests without a network: handlers of a project's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A key to sign with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Signs requests to endpoints for which nobody gave a key. */
export const placeholderCredentials: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
