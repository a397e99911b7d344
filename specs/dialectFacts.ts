/** What the AWS SDK for JavaScript makes of the two ways to answer an error; tested against it. */
export const dialectFacts = {
  /** HTTP 400 or 500, the name in `__type`. */
  aws: [
    'The SDK throws the class, name, message and status of every declared error.',
    'It tries 483 TooManyRequestsException and 486 InternalErrorException again by itself, and no other.',
  ],
  /** HTTP 480 to 490 by the error's position. */
  openapi: [
    'Where the body names the error in __type, the SDK throws the same class, name and message, with the number for a status.',
    '486 InternalErrorException is not tried again: only statuses from 500 on count as faults of the server.',
    'By the number alone the SDK knows no error: it throws its base class under the name "Unknown".',
    'The three later errors have no number and stay HTTP 400.',
  ],
} as const;
