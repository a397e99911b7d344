import { contractOf } from '../../specs/contract.ts';
import { newestEdition } from '../../specs/editions/index.ts';
import { commonErrors, declaredErrors } from '../../specs/errors.ts';
import { amzTarget, operationNames, poolArn, smithyNamespace } from '../../specs/operation.ts';

let known: string | undefined;

/**
 * Whether a text in lower case stands in what every answer may hold: names of the API, media types and usual words of HTTP. It is
 * no secret then, even where a configured header happens to hold it.
 */
export function isPublic(text: string): boolean {
  known ??= publicText().toLowerCase();
  return known.includes(text);
}

function publicText(): string {
  return [
    JSON.stringify(newestEdition),
    // The values that cases are made of: a pool shows them again.
    ...exampleTexts(),
    ...[...declaredErrors, ...commonErrors].map(({ name }) => name),
    ...operationNames.map(amzTarget),
    smithyNamespace,
    poolArn({ region: '', account: '' }, ''),
    'application/x-amz-json-1.1 application/x-amz-json-1.0 application/json; charset=utf-8 application/problem+json',
    'text/html; charset=utf-8 text/plain;charset=utf-8 text/xml keep-alive, close no-cache, no-store, must-revalidate max-age=',
    'gzip, deflate, br, chunked identity timeout=5 http://localhost: https://localhost: http://127.0.0.1: amazonaws.com cognito-idp.',
    // Names and tags of the pools that a run makes, which it has to recognise in answers.
    'poolproof-scratch poolproof-other poolproof-20 poolproof poolproof: poolproof',
    'x-amzn-requestid x-amzn-errortype x-amz-target user-agent authorization content-type',
  ].join('\n');
}

function exampleTexts(): ReadonlySet<string> {
  const examples = contractOf(newestEdition.date, 'observed').clauses.map((clause) => clause.examples);
  return new Set(JSON.stringify(examples).match(/"[^"]{8,2000}"/g));
}
