import { amzTarget } from '../../specs/operation.ts';
import type { Answer } from './answer.ts';

/** Where a target wants an operation: all at the root, or each at a path of its own, as OpenAPI conversions write them. */
export type Route = 'root' | 'openapi';

/** The path and the content type of an operation, below the path of the endpoint. */
export function routeFor(
  route: Route,
  operation: string,
  base: string,
): { readonly path: string; readonly type: string } {
  const root = base.endsWith('/') ? base : `${base}/`;
  switch (route) {
    case 'root':
      return { path: root, type: 'application/x-amz-json-1.1' };
    // The OpenAPI form tells operations apart by what stands behind a "#", which has to be escaped to be sent at all.
    case 'openapi':
      return {
        path: `${root}%23X-Amz-Target=${amzTarget(operation)}`,
        type: 'application/json',
      };
  }
}

/** Whether an answer says that there is nothing at this path, rather than that there is no such pool or operation. */
export function isNoRoute(answer: Answer): boolean {
  return answer.kind === 'answered' && [404, 405, 415].includes(answer.status) && answer.error === '';
}
