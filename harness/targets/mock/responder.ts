/** Answers a request; resolves to undefined where the request is meant for something else. */
export type Responder = (request: Request) => Promise<Response | undefined>;
