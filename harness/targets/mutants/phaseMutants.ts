import type { DeclaredErrorName } from '../../../specs/errors.ts';
import { isJsonObject, type JsonObject } from '../../../specs/json.ts';
import { deleteOperation, testedOperation } from '../../../specs/operation.ts';
import type { Answer } from '../mock/answer.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { PoolService } from '../mock/poolService.ts';
import type { ResponseParts } from '../mock/wire.ts';
import type { Alteration, Mutant } from './mutant.ts';

/** Faults that take a sequence of operations, two requests at one moment, or an error that no request can trigger. */
export function phaseMutants(): readonly Mutant[] {
  return [...sequences, ...races, ...errors];
}

const sequences: readonly Mutant[] = [
  sequence('deleted/accepted', 'user-pool-id.exists', 'An update of a deleted pool is accepted.', 'UserPoolId', {
    after: deleteOperation,
    instead: () => ({ ok: {} }),
  }),
  sequence('tagged/ignored', 'request.stable', 'Updates are accepted and ignored once TagResource was called.', '', {
    after: 'TagResource',
    instead: () => ({ ok: {} }),
  }),
  sequence('untagged/refused', 'request.stable', 'Updates are refused once UntagResource was called.', '', {
    after: 'UntagResource',
    instead: () => ({ error: { name: 'InvalidParameterException', message: 'Tags were taken away.' } }),
  }),
];

interface Turn {
  /** The operation on a pool after which its updates go wrong. */
  readonly after: typeof deleteOperation | 'TagResource' | 'UntagResource';
  readonly instead: () => Answer;
}

function sequence(name: string, clause: string, says: string, member: string, { after, instead }: Turn): Mutant {
  const service = (usual: PoolService): PoolService => {
    const turned = new Set<string>();
    return {
      ...usual,
      handle: (operation, body) => {
        const pool = isJsonObject(body) ? poolIdIn(body) : '';
        if (operation === testedOperation && turned.has(pool)) return instead();
        const answer = usual.handle(operation, body);
        if (operation === after && 'ok' in answer) turned.add(pool);
        return answer;
      },
    };
  };
  return { id: `sequence/${name}`, group: 'sequence', member, clause, says, alteration: { service } };
}

function poolIdIn({ UserPoolId, ResourceArn }: JsonObject): string {
  return String(UserPoolId ?? String(ResourceArn).replace(/^.*\//, ''));
}

const races: readonly Mutant[] = [
  race(
    'lost',
    'An update that comes while another is under way is accepted and lost.',
    () => new Response('{}', { headers }),
  ),
  race(
    'crash',
    'An update that comes while another is under way brings it down.',
    () => new Response('{}', { status: 500, headers }),
  ),
  race('refused', 'An update that comes while another is under way is called invalid.', () => {
    const body = JSON.stringify({ __type: 'InvalidParameterException', message: 'Another update is under way.' });
    return new Response(body, { status: 400, headers });
  }),
];

const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'race' } as const;

function race(name: string, says: string, instead: () => Response): Mutant {
  return {
    id: `race/${name}`,
    group: 'race',
    member: '',
    clause: 'request.serial',
    says,
    alteration: { fetch: (usual) => answeringWhenBusy(usual, instead) },
  };
}

/** Milliseconds that an update takes. */
const updateDuration = 5;

function answeringWhenBusy(usual: Fetch, instead: () => Response): Fetch {
  const busy = new Set<string>();
  return async (request) => {
    const pool = /"UserPoolId":"([^"]*)"/.exec(await request.clone().text())?.[1] ?? '';
    if (busy.has(pool)) return instead();
    busy.add(pool);
    try {
      // What came at the same moment comes in before this goes on, over a network too.
      await new Promise<void>((resolve) => setTimeout(resolve, updateDuration));
      return await usual(request);
    } finally {
      busy.delete(pool);
    }
  };
}

const errors: readonly Mutant[] = [
  {
    id: 'errors/outside/unseen',
    group: 'errors',
    member: '',
    clause: 'request.outside',
    says: 'Whatever a request names outside its pool is taken without a look.',
    alteration: { steps: () => ({ outsideRefusal: () => undefined }) },
  },
  error('NotAuthorizedException', 'status', 'error-type', 'has status 403', (parts) => ({ ...parts, status: 403 })),
  error('InternalErrorException', 'status', 'error-type', 'has status 400', (parts) => ({ ...parts, status: 400 })),
  error('ConcurrentModificationException', 'name', 'error-type', 'is called InvalidParameterException', (parts) => ({
    ...parts,
    body: parts.body.replaceAll('ConcurrentModificationException', 'InvalidParameterException'),
  })),
  error('UserImportInProgressException', 'body', 'error-type', 'has no body', (parts) => ({ ...parts, body: '' })),
];

function error(
  name: DeclaredErrorName,
  what: string,
  check: string,
  says: string,
  change: (parts: ResponseParts) => ResponseParts,
): Mutant {
  const alteration: Alteration = {
    wire: (usual) => (answer, requestId) => {
      const parts = usual(answer, requestId);
      return 'error' in answer && answer.error.name === name ? change(parts) : parts;
    },
  };
  return {
    id: `errors/${name}/${what}`,
    group: 'errors',
    member: '',
    clause: `wire.${check}`,
    says: `${name} ${says}.`,
    alteration,
  };
}
