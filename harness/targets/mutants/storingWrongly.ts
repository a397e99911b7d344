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
  /** Updates of this pool so far that were not refused for their form, this one included. */
  readonly turn: number;
}

/**
 * A service that stores other settings than it should. The rules are asked about the right ones, so that the same requests
 * are accepted, and new pools are as they should be.
 */
export function storingWrongly(settings: (update: Update) => JsonObject): Alteration {
  return {
    steps: (usual) => {
      const turns = new Map<string, number>();
      let body: JsonObject = {};
      let stored: JsonObject = {};
      let right: JsonObject = {};
      return {
        read: (shape, sent) => {
          body = isJsonObject(sent) ? sent : {};
          return usual.read(shape, sent);
        },
        nextState: (prior, request) => {
          right = usual.nextState(prior, request);
          const id = request.UserPoolId;
          if (id === undefined) return right;
          const turn = (turns.get(String(id)) ?? 0) + 1;
          turns.set(String(id), turn);
          stored = settings({ body, prior, after: right, turn });
          return stored;
        },
        brokenRule: (request, result) => {
          if (request.UserPoolId === undefined) return usual.brokenRule(request, result);
          const factors = Object.entries(result).filter(([name]) => !Object.hasOwn(stored, name));
          return usual.brokenRule(request, { ...Object.fromEntries(factors), ...right });
        },
      };
    },
  };
}
