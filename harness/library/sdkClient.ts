/** A client of the AWS SDK for JavaScript, whatever its version. */
export interface SdkClient {
  readonly send: (...args: never[]) => unknown;
  readonly middlewareStack: object;
}
