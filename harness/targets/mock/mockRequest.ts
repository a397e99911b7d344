/** What the mock looks at of a request: a Request of the web has it. */
export interface MockRequest {
  readonly method: string;
  readonly headers: Pick<Headers, 'get'>;
  readonly text: () => Promise<string>;
}
