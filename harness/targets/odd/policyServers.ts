import type { ErrorName } from '../../../specs/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue, ownMember } from '../../../specs/json.ts';
import type { MemberPath } from '../../../specs/member.ts';
import { createOperation, deleteOperation, describeOperation, testedOperation } from '../../../specs/operation.ts';
import { type Answer, Refusal } from '../mock/answer.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { PoolService } from '../mock/poolService.ts';
import { dottedAt } from '../mutants/atMember.ts';
import type { OddAlteration, OddServer } from './oddServer.ts';
import { reusedIds } from './reusedIds.ts';

/** Servers with limits and habits of their own: they throttle, are slow, lack other operations, or are strict about strangers. */
export function policyServers(): readonly OddServer[] {
  return [
    policyServer(
      'throttles-updates',
      'Every fortieth update is told to wait.',
      'Throttling is no deviation, and comes as HTTP 400.',
      everyNth(40, testedOperation, 'TooManyRequestsException'),
    ),
    policyServer(
      'throttles-all',
      'Every sixtieth request is told to wait, by the name that many services use.',
      'Throttling is no deviation.',
      everyNth(60, undefined, 'ThrottlingException'),
    ),
    policyServer(
      'throttles-by-other-names',
      'Every fortieth update is told to wait, by the names that other services use.',
      'Every SDK waits at them, and throttling is no deviation.',
      throttledByOtherNames,
    ),
    policyServer(
      'late-creation',
      'A new pool is not found by the first request on it.',
      'No source says that a pool is there for every other operation when its creation is answered.',
      lateCreation,
    ),
    policyServer(
      'hides-pools',
      'DescribeUserPool finds no pool.',
      'It is not under test, and answers can be judged without it.',
      wrapping(
        (usual) => (asked, body) =>
          asked === describeOperation
            ? { error: { name: 'ResourceNotFoundException', message: 'Not shown.' } }
            : usual(asked, body),
      ),
    ),
    policyServer(
      'conflicts',
      'Every fiftieth update is told that another is under way.',
      'The model declares ConcurrentModificationException for it.',
      everyNth(50, testedOperation, 'ConcurrentModificationException'),
    ),
    policyServer(
      'throttles-by-status',
      'Every sixtieth update is answered with HTTP 429 and no name.',
      'Proxies throttle in this way.',
      {
        fetch: (usual) => {
          let count = 0;
          return async (request) =>
            isUpdate(request) && ++count % 60 === 0
              ? new Response('', { status: 429, headers: { 'x-amzn-requestid': 'throttled' } })
              : usual(request);
        },
      },
    ),
    policyServer(
      'throttles-removal',
      'Every second deletion of a pool is told to wait.',
      'Throttling is no deviation.',
      everyNth(2, deleteOperation, 'TooManyRequestsException'),
    ),
    policyServer(
      'late-removal',
      'A deleted pool answers two more requests as if it were there.',
      'No source says that a deletion has taken effect when it is answered.',
      lateRemoval,
    ),
    policyServer(
      'reuses-ids',
      'The id of a deleted pool is given to the next one that is created.',
      'No source says that ids are given once.',
      { service: reusedIds },
    ),
    policyServer(
      'silent-removal',
      'Every second deletion breaks the connection, and is carried out one request later.',
      'DeleteUserPool is not under test, and an answer that never comes says nothing of the pool.',
      silentRemoval,
    ),
    {
      ...policyServer('long-ids', 'Ids of pools have 55 characters.', 'That is as many as an id may have.', {
        fetch: withLongIds,
      }),
      member: 'UserPoolId',
    },
    {
      ...policyServer(
        'short-ids',
        'Ids of pools have three characters or a few more.',
        'Three are enough for the pattern.',
        {
          fetch: withShortIds,
        },
      ),
      member: 'UserPoolId',
    },
    policyServer('slow', 'Every answer takes two milliseconds more.', 'No source gives a time.', {
      fetch: late(() => 2),
    }),
    policyServer(
      'uneven',
      'Answers take from none to six milliseconds, and may overtake each other.',
      'No source gives a time.',
      { fetch: late((count) => (count * 5) % 7) },
    ),
    policyServer(
      'no-factors',
      'It does not offer SetUserPoolMfaConfig and GetUserPoolMfaConfig.',
      'They are not under test.',
      lacking(['SetUserPoolMfaConfig', 'GetUserPoolMfaConfig']),
    ),
    policyServer(
      'email-factor-goes-with-sender',
      'E-mail is a factor no longer where a pool sends mail as Cognito, or MFA is off.',
      'No source says whether it outlives what it was set with.',
      wrapping((usual) => (asked, body) => {
        const answer = usual(asked, body);
        if (asked !== 'GetUserPoolMfaConfig' || !('ok' in answer)) return answer;
        const { EmailMfaConfiguration, ...others } = answer.ok;
        const described = usual(describeOperation, body);
        const account = 'UserPool.EmailConfiguration.EmailSendingAccount';
        const isOwn = 'ok' in described && dottedAt(described.ok, account) === 'DEVELOPER';
        const goesOn = isOwn && others.MfaConfiguration !== 'OFF' && EmailMfaConfiguration !== undefined;
        return { ok: goesOn ? answer.ok : others };
      }),
    ),
    policyServer(
      'no-tagging',
      'It does not offer TagResource and UntagResource.',
      'They are not under test.',
      lacking(['TagResource', 'UntagResource', 'ListTagsForResource']),
    ),
    policyServer('no-listing', 'It does not offer ListUserPools.', 'It is not under test.', lacking(['ListUserPools'])),
    policyServer(
      'creates-with-update-settings',
      'CreateUserPool answers nothing but the id of the pool.',
      'What it answers is not under test.',
      answering('CreateUserPool', ({ UserPool }) => ({
        UserPool: { Id: isJsonObject(UserPool) ? (UserPool.Id ?? null) : null },
      })),
    ),
    {
      ...policyServer(
        'misses-every-role',
        'It looks roles up, and has none.',
        'AWS refuses a role that is not there, and nothing in a request says whether it is.',
        refusingFor('SmsConfiguration', 'InvalidSmsRoleTrustRelationshipException'),
      ),
      member: 'SmsConfiguration',
    },
    {
      ...policyServer(
        'misses-every-identity',
        'It looks identities of SES up, and may send from none.',
        'AWS refuses an identity that it may not send from, and nothing in a request says whether it may.',
        refusingFor('EmailConfiguration.SourceArn', 'InvalidEmailRoleAccessPolicyException'),
      ),
      member: 'EmailConfiguration',
    },
    policyServer(
      'refuses-strangers',
      'Unknown members are refused with SerializationException.',
      'No source says what becomes of them.',
      strict('SerializationException'),
      'wire.unknown-members',
    ),
    policyServer(
      'calls-strangers-invalid',
      'Unknown members are refused with InvalidParameterException.',
      'No source says what becomes of them.',
      strict('InvalidParameterException'),
      'wire.unknown-members',
    ),
    policyServer(
      'narrow-integers',
      'Numbers that do not fit into 32 bits are refused with SerializationException.',
      'The integers of the model have 32 bits, so such a number has the wrong type as well.',
      narrowIntegers,
    ),
    {
      ...policyServer(
        'refuses-null',
        'Top-level members that are null are refused with SerializationException.',
        noSourceForNull,
        refusingNull('SerializationException'),
      ),
      earned: earnedByRefusingNull,
    },
    {
      ...policyServer(
        'calls-null-invalid',
        'Top-level members that are null are refused with InvalidParameterException.',
        noSourceForNull,
        refusingNull('InvalidParameterException'),
      ),
      earned: earnedByRefusingNull,
    },
    policyServer(
      'orderly-other-methods',
      'Other methods and paths are answered with HTTP 405 and plain text.',
      'No source says how they are answered.',
      otherRequests(() => new Response('Not here.', { status: 405, headers: { 'content-type': 'text/plain' } })),
      'wire.method',
    ),
    policyServer(
      'page-for-other-methods',
      'Other methods and paths are answered with a page for people.',
      'No source says how they are answered.',
      otherRequests(
        () =>
          new Response('<!doctype html><title>404</title>', { status: 404, headers: { 'content-type': 'text/html' } }),
      ),
      'wire.path',
    ),
    policyServer(
      'empty-for-other-methods',
      'Other methods and paths are answered with HTTP 404 and nothing.',
      'No source says how they are answered.',
      otherRequests(() => new Response(null, { status: 404 })),
      'wire.path',
    ),
    policyServer(
      'redirects-other-methods',
      'Other methods and paths are sent elsewhere.',
      'No source says how they are answered.',
      otherRequests(() => new Response(null, { status: 301, headers: { location: '/' } })),
      'wire.method',
    ),
    policyServer(
      'wants-json-type',
      'Another content type than that of the protocol is answered with HTTP 415.',
      'No source says how it is answered.',
      onHeaders((headers) => !/^application\/x-amz-json-1\.1$/i.test(headers.get('content-type') ?? ''), 415),
      'wire.headers',
    ),
    policyServer(
      'wants-signature',
      'Requests without a signature are refused with HTTP 403 and MissingAuthenticationTokenException.',
      'That is how AWS answers them, and no clause asks for it.',
      onHeaders((headers) => !headers.has('authorization'), 403),
      'wire.signature',
    ),
    policyServer(
      'refuses-encodings',
      'Compressed bodies are answered with HTTP 415.',
      'No source says that they are read.',
      onHeaders((headers) => headers.has('content-encoding'), 415),
      'wire.encoding',
    ),
    policyServer(
      'refuses-large-bodies',
      'Bodies of more than a mebibyte are answered with HTTP 413 and an empty body.',
      'No source says how large a body may be.',
      {
        fetch: (usual) => async (request) => {
          const isLarge = (await request.clone().arrayBuffer()).byteLength > 1_048_576;
          return isLarge ? new Response(null, { status: 413 }) : usual(request);
        },
      },
      'wire.size',
    ),
  ];
}

const noSourceForNull = 'No source says how null is read, but for DeviceConfiguration, where it turns remembering off.';
const earnedByRefusingNull = [{ clause: 'device-configuration.null', level: 'should' }] as const;

function policyServer(name: string, says: string, allowed: string, alteration: OddAlteration, clause = ''): OddServer {
  return { id: `policy/${name}`, group: 'policy', member: '', clause, says, allowed, alteration };
}

type Handle = PoolService['handle'];

function wrapping(around: (usual: Handle) => Handle): OddAlteration {
  return { service: (usual) => ({ ...usual, handle: around(usual.handle) }) };
}

type Waiting = 'TooManyRequestsException' | 'ThrottlingException' | 'ConcurrentModificationException';

function everyNth(nth: number, operation: string | undefined, name: Waiting): OddAlteration {
  return wrapping((usual) => {
    let count = 0;
    return (asked, body) => {
      if (operation === undefined || asked === operation) count += 1;
      const isTurn = count > 0 && count % nth === 0 && (operation === undefined || asked === operation);
      return isTurn ? { error: { name, message: 'Please wait.' } } : usual(asked, body);
    };
  });
}

const otherThrottlings = ['SlowDown', 'RequestLimitExceeded', 'Throttling', 'RequestThrottledException'];

const throttledByOtherNames: OddAlteration = {
  fetch: (usual) => {
    let count = 0;
    return async (request) => {
      const isTurn = isUpdate(request) && ++count % 40 === 0;
      if (!isTurn) return usual(request);
      const __type = otherThrottlings[(count / 40) % otherThrottlings.length];
      const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'throttled' };
      return new Response(JSON.stringify({ __type, message: 'Rate exceeded.' }), { status: 400, headers });
    };
  },
};

const lateCreation: OddAlteration = wrapping((usual) => {
  const young = new Set<JsonValue | undefined>();
  return (asked, body) => {
    if (asked === createOperation) {
      const answer = usual(asked, body);
      const shown = 'ok' in answer ? answer.ok.UserPool : undefined;
      if (isJsonObject(shown)) young.add(shown.Id);
      return answer;
    }
    const isYoung = young.delete(ownMember(body, 'UserPoolId'));
    return isYoung ? { error: { name: 'ResourceNotFoundException', message: 'Not yet.' } } : usual(asked, body);
  };
});

/** Deletions that take effect after two more requests on the pool. */
const lateRemoval: OddAlteration = wrapping((usual) => {
  const left = new Map<JsonValue | undefined, number>();
  return (asked, body) => {
    const id = ownMember(body, 'UserPoolId');
    if (asked === deleteOperation && !left.has(id)) {
      const isProtected = 'error' in usual(describeOperation, body) || isProtectedPool(usual, body);
      if (isProtected) return usual(asked, body);
      left.set(id, 2);
      return { ok: {} };
    }
    const more = left.get(id) ?? 0;
    if (more === 0) return usual(asked, body);
    const answer = usual(asked, body);
    left.set(id, more - 1);
    if (more === 1) usual(deleteOperation, body);
    return answer;
  };
});

function isProtectedPool(usual: Handle, body: JsonValue): boolean {
  const shown = usual(describeOperation, body);
  return 'ok' in shown && dottedAt(shown.ok, 'UserPool.DeletionProtection') === 'ACTIVE';
}

/** Deletions that are carried out with the next request of any kind, and never answered. */
const silentRemoval: OddAlteration = {
  fetch: (usual) => {
    let count = 0;
    let waiting: Request | undefined;
    return async (request) => {
      if (waiting !== undefined) await usual(waiting);
      waiting = undefined;
      const isDeletion = request.headers.get('x-amz-target')?.endsWith(`.${deleteOperation}`) === true;
      if (!isDeletion || ++count % 2 === 1) return usual(request);
      waiting = request.clone();
      throw new TypeError('The connection broke.');
    };
  },
};

function late(delay: (count: number) => number): (usual: Fetch) => Fetch {
  return (usual) => {
    let count = 0;
    return async (request) => {
      const response = await usual(request);
      count += 1;
      const ms = delay(count);
      if (ms > 0) await new Promise<void>((resolve) => setTimeout(resolve, ms));
      return response;
    };
  };
}

function lacking(operations: readonly string[]): OddAlteration {
  const error = { name: 'UnknownOperationException', message: 'Not here.' } as const;
  return wrapping((usual) => (asked, body) => (operations.includes(asked) ? { error } : usual(asked, body)));
}

function answering(operation: string, change: (body: JsonObject) => JsonObject): OddAlteration {
  return wrapping((usual) => (asked, body) => {
    const answer = usual(asked, body);
    return asked === operation && 'ok' in answer ? { ok: change(answer.ok) } : answer;
  });
}

type Refused = 'SerializationException' | 'InvalidParameterException';

function strict(name: Refused): OddAlteration {
  return {
    steps: ({ read }) => ({
      read: (shape, body) => {
        const understood = read(shape, body);
        if (hasMore(body, shape.members)) throw new StrangerError();
        return understood;
      },
    }),
    service: (usual) => ({ ...usual, handle: (asked, body) => withoutStrangers(usual.handle, name, asked, body) }),
  };
}

const narrowIntegers: OddAlteration = {
  steps: ({ read }) => ({
    read: (shape, body) => {
      const understood = read(shape, body);
      if (holdsWideNumber(understood))
        throw new Refusal('SerializationException', 'It can not be converted to an Integer');
      return understood;
    },
  }),
};

function holdsWideNumber(value: JsonValue): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || (value | 0) !== value;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsWideNumber);
}

class StrangerError extends Error {}

function withoutStrangers(handle: Handle, name: Refused, asked: string, body: JsonValue): Answer {
  try {
    return handle(asked, body);
  } catch (error) {
    if (!(error instanceof StrangerError)) throw error;
    return { error: { name, message: 'Unknown member.' } };
  }
}

function hasMore(body: JsonValue, members: Readonly<Record<string, unknown>>): boolean {
  return isJsonObject(body) && Object.keys(body).some((name) => !Object.hasOwn(members, name));
}

function refusingNull(name: Refused): OddAlteration {
  const error = { name, message: 'No null.' } as const;
  return wrapping((usual) => (asked, body) => {
    const hasNull = isJsonObject(body) && Object.values(body).includes(null);
    return asked === testedOperation && hasNull ? { error } : usual(asked, body);
  });
}

function otherRequests(instead: () => Response): OddAlteration {
  return {
    fetch: (usual) => async (request) =>
      request.method !== 'POST' || new URL(request.url).pathname !== '/' ? instead() : usual(request),
  };
}

function onHeaders(isOther: (headers: Headers) => boolean, status: number): OddAlteration {
  return {
    fetch: (usual) => async (request) =>
      isOther(request.headers)
        ? new Response(null, { status, headers: { 'x-amzn-requestid': 'refused' } })
        : usual(request),
  };
}

function isUpdate({ headers }: Request): boolean {
  return headers.get('x-amz-target')?.endsWith(`.${testedOperation}`) === true;
}

function withLongIds(usual: Fetch): Fetch {
  // Bounded, since texts of pools are long.
  const longer = (text: string) =>
    text.replace(/(?<![\w-])[\w-]{1,40}_Pool[0-9A-Z]{5}(?!\w)/g, (id) => id.padEnd(55, 'z'));
  const shorter = (text: string) => text.replace(/(_Pool[0-9A-Z]{5})z+(?!\w)/g, '$1');
  return translating(usual, shorter, longer);
}

// The number of a pool is written without its zeros, `l_1` for `us-east-1_Pool00001`.
function withShortIds(usual: Fetch): Fetch {
  const shorter = (text: string) =>
    text.replace(/(?<![\w-])[a-z]{2}-[a-z]{1,20}-\d_Pool0*([0-9A-Z]{1,5})(?!\w)/g, 'l_$1');
  const longer = (text: string) =>
    text.replace(
      /(?<![\w-])l_([0-9A-Z]{1,5})(?!\w)/g,
      (_, serial: string) => `us-east-1_Pool${serial.padStart(5, '0')}`,
    );
  return translating(usual, longer, shorter);
}

/** Puts other ids of pools into requests and answers than the pools have. */
function translating(usual: Fetch, inRequest: (text: string) => string, inAnswer: (text: string) => string): Fetch {
  return async (request) => {
    const { method, headers } = request;
    const body = Buffer.from(await request.arrayBuffer()).toString('latin1');
    const sent = method === 'GET' ? {} : { body: Buffer.from(inRequest(body), 'latin1') };
    const response = await usual(new Request(request.url, { method, headers, ...sent }));
    return new Response(inAnswer(await response.text()), { status: response.status, headers: response.headers });
  };
}

function refusingFor(member: MemberPath, name: ErrorName): OddAlteration {
  return {
    steps: ({ outsideRefusal }) => ({
      outsideRefusal: (request) =>
        outsideRefusal(request) ??
        (dottedAt(request, member) === undefined ? undefined : { name, message: 'Not there.' }),
    }),
  };
}
