import { createOperation, type Operation } from '../../specs/operation.ts';
import { type RequestCounts, type RequestPurpose, requestPurposes } from '../record/record.ts';
import type { Purpose, Transport } from './transport.ts';

/** A transport that counts what its requests are for. */
export interface CountedTransport {
  readonly transport: Transport;
  /** The answered requests by purpose; every other one of the transport, among them those sent again, counts as clean-up. */
  readonly counts: () => RequestCounts;
}

/** Counts requests by their operation, or by what `requestsFor` says that they are for. */
export function countedTransport(inner: Transport): CountedTransport {
  const sent = new Map<RequestPurpose, number>();
  const labelled = new Map<RequestPurpose, Transport>();
  const counted = (label?: RequestPurpose): Transport => ({
    sent: inner.sent,
    route: inner.route,
    close: () => inner.close(),
    requestsFor: (purpose) => {
      const known = labelled.get(purpose) ?? counted(purpose);
      labelled.set(purpose, known);
      return known;
    },
    send: async (operation, body, purpose, form) => {
      const answer = await inner.send(operation, body, purpose, form);
      const counts = purposeOf(operation, purpose, label);
      sent.set(counts, (sent.get(counts) ?? 0) + 1);
      return answer;
    },
  });
  const counts = () => {
    const others = [...sent].reduce((sum, [purpose, count]) => (purpose === 'cleanUp' ? sum : sum + count), 0);
    return countsOf((purpose) =>
      purpose === 'cleanUp' ? Math.max(0, inner.sent() - others) : (sent.get(purpose) ?? 0),
    );
  };
  return { transport: counted(), counts };
}

/** The same transport, whose requests count for a purpose; transports that do not count stay as they are. */
export function requestsFor(transport: Transport, purpose: RequestPurpose): Transport {
  return transport.requestsFor?.(purpose) ?? transport;
}

function purposeOf(operation: Operation, purpose: Purpose = 'test', label?: RequestPurpose): RequestPurpose {
  if (purpose === 'removal') return 'cleanUp';
  if (label !== undefined) return label;
  if (operation === createOperation) return 'pools';
  return /^(Describe|Get|List)/.test(operation) ? 'reading' : 'cases';
}

/** A number for every purpose. */
export function countsOf(count: (purpose: RequestPurpose) => number): RequestCounts {
  const entries = (Object.keys(requestPurposes) as RequestPurpose[]).map(
    (purpose) => [purpose, count(purpose)] as const,
  );
  return Object.fromEntries(entries) as RequestCounts;
}
