import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import type { Alteration } from './mutant.ts';

/** One update of a pool that exists. */
export interface Update {
  /** The request as sent, nulls included. */
  readonly body: JsonObject;
  /** The settings before, under the names of the request. */
  readonly prior: JsonObject;
  /** The settings that are right. */
  readonly after: JsonObject;
}

/** A service that stores other settings than it should. New pools are as they should be. */
export function misstoring(settings: (update: Update) => JsonObject): Alteration {
  return {
    steps: (usual) => {
      let body: JsonObject = {};
      return {
        read: (shape, sent) => {
          body = isJsonObject(sent) ? sent : {};
          return usual.read(shape, sent);
        },
        nextState: (prior, request) => {
          const after = usual.nextState(prior, request);
          return Object.hasOwn(request, 'UserPoolId') ? settings({ body, prior, after }) : after;
        },
      };
    },
  };
}
