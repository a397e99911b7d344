import type { JsonObject } from './json.ts';

/** Tags without AWS's own, such as those of a stack: no request can set them, and none removes them. */
export function ownTags(tags: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.toLowerCase().startsWith('aws:')));
}
