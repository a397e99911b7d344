/** One error that the operation can answer, with its number and its meaning. */
export interface ErrorFact {
  readonly name: string;
  /** The number that OpenAPI conversions give the error by its position; null for errors that came later. */
  readonly code: number | null;
  /** HTTP status of the real service. */
  readonly status: 400 | 500;
  readonly fault: 'client' | 'server';
  /** Whether a client may simply try again. */
  readonly retryable: boolean;
}

const declared = [
  { name: 'ResourceNotFoundException', code: 480, status: 400, fault: 'client', retryable: false },
  { name: 'InvalidParameterException', code: 481, status: 400, fault: 'client', retryable: false },
  { name: 'ConcurrentModificationException', code: 482, status: 400, fault: 'client', retryable: true },
  { name: 'TooManyRequestsException', code: 483, status: 400, fault: 'client', retryable: true },
  { name: 'NotAuthorizedException', code: 484, status: 400, fault: 'client', retryable: false },
  { name: 'UserImportInProgressException', code: 485, status: 400, fault: 'client', retryable: true },
  { name: 'InternalErrorException', code: 486, status: 500, fault: 'server', retryable: true },
  { name: 'InvalidSmsRoleAccessPolicyException', code: 487, status: 400, fault: 'client', retryable: false },
  { name: 'InvalidSmsRoleTrustRelationshipException', code: 488, status: 400, fault: 'client', retryable: false },
  { name: 'UserPoolTaggingException', code: 489, status: 400, fault: 'client', retryable: false },
  { name: 'InvalidEmailRoleAccessPolicyException', code: 490, status: 400, fault: 'client', retryable: false },
  { name: 'OperationNotEnabledException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'TierChangeNotAllowedException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'FeatureUnavailableInTierException', code: null, status: 400, fault: 'client', retryable: false },
] as const satisfies readonly ErrorFact[];

const common = [
  { name: 'SerializationException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'UnknownOperationException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'AccessDeniedException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'UnrecognizedClientException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'MissingAuthenticationTokenException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'InvalidSignatureException', code: null, status: 400, fault: 'client', retryable: false },
  { name: 'ThrottlingException', code: null, status: 400, fault: 'client', retryable: true },
  { name: 'ValidationException', code: null, status: 400, fault: 'client', retryable: false },
] as const satisfies readonly ErrorFact[];

/** The name of an error that UpdateUserPool declares in some edition. */
export type DeclaredErrorName = (typeof declared)[number]['name'];

/** The name of an error that UpdateUserPool may answer: declared, or common to every AWS JSON service. */
export type ErrorName = DeclaredErrorName | (typeof common)[number]['name'];

/** The declared errors: 480 to 490 in order, then the three that have no number. */
export const declaredErrors: readonly (ErrorFact & { readonly name: DeclaredErrorName })[] = declared;

/** Errors that no operation declares and every AWS JSON service has. */
export const commonErrors: readonly (ErrorFact & { readonly name: ErrorName })[] = common;

/** The fact sheet of an error by name, or undefined for a name that is none of the contract's. */
export function errorNamed(name: string): (ErrorFact & { readonly name: ErrorName }) | undefined {
  return byName.get(name);
}

// Every refusal is looked up a few times.
const byName: ReadonlyMap<string, ErrorFact & { readonly name: ErrorName }> = new Map(
  [...declaredErrors, ...commonErrors].map((error) => [error.name, error]),
);

/** The declared error behind an OpenAPI number, or undefined for any other status. */
export function errorNumbered(code: number): (ErrorFact & { readonly name: DeclaredErrorName }) | undefined {
  return byNumber.get(code);
}

const byNumber: ReadonlyMap<number | null, ErrorFact & { readonly name: DeclaredErrorName }> = new Map(
  declaredErrors.map((error) => [error.code, error]),
);
