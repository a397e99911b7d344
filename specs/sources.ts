import { documented, measured, seenIn } from './authoring.ts';
import type { Evidence } from './evidence.ts';

// Sources that many clauses rest on. The row is the one of our notes: a rule's number or an observation.

/** A deployment tool's record of probes of the live service, each with a control. */
export function cdkd(row: string, note: string, date = '2026-08'): Evidence {
  return measured(`go-to-k/cdkd cognito-provider.ts (${row})`, date, note);
}

/** Acceptance tests that run against the live service. */
export function terraform(row: string, note: string, on?: Evidence['on']): Evidence {
  return measured(`hashicorp/terraform-provider-aws user_pool_test.go at 005632eb (${row})`, '2026', note, on);
}

/** Deployments in us-east-1 that were meant to fail, with the answer they got. They create pools; they do not update. */
export function preflight(row: string, note: string): Evidence {
  return seenIn(
    'us-east-1',
    measured(`badmintoncryer/cdk-preflight 0.0.143 (${row})`, '2026-09-08', note, 'CreateUserPool'),
  );
}

/** The prose of the published model, on the day it first said so. */
export function apiProse(row: string, date: string, note: string): Evidence {
  return documented(`API model prose (${row})`, date, note);
}

/** The developer guide in its public copy. */
export function developerGuide(row: string, note: string): Evidence {
  return documented(`Amazon Cognito developer guide, archived copy at 85b058f (${row})`, '2023-06', note);
}

/** A record of seven live pools and of probes of the service, made through Cloud Control. */
export function realDrift(row: string, date: string, note: string): Evidence {
  return measured(`go-to-k/cdk-real-drift at c00ed982 (${row})`, date, note, 'another operation');
}

/** One evaluation of the feature plans on a live pool, updated step by step. */
export function planEvaluation(row: string, note: string): Evidence {
  return measured(`a public evaluation of the feature plans, id 62101185878 (${row})`, '2026', note);
}
