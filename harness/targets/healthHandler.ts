import type { Responder } from './mock/responder.ts';

/** The path that says that the server is up. */
export const healthPath = '/health';

/** Answers GET on the health path with 200, for whoever waits until the server is up. */
export const healthHandler: Responder = async ({ method, url }) =>
  method === 'GET' && new URL(url).pathname === healthPath ? Response.json({ status: 'ok' }) : undefined;
