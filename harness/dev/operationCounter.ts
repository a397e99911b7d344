import type { Transport } from '../transport/transport.ts';

/** Lies around a transport and counts what is sent of each operation. */
export function operationCounter(): {
  readonly around: (transport: Transport) => Transport;
  readonly times: (operation: string) => number;
} {
  const sent: string[] = [];
  return {
    around: (transport) => ({
      ...transport,
      send: (operation, ...rest) => {
        sent.push(operation);
        return transport.send(operation, ...rest);
      },
    }),
    times: (operation) => sent.filter((one) => one === operation).length,
  };
}
