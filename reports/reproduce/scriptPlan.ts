import { createOperation } from '../../specs/operation.ts';
import {
  arnPlaceholder,
  otherCasePlaceholder,
  type Question,
  type Scenario,
  type ScriptStep,
} from './buildScenario.ts';
import { placeholdersIn } from './fillHelper.ts';

type Operation = ScriptStep['operation'];

/** Which of the script's pools: the one in question, or the other one of a sequence. */
export type WhichPool = ScriptStep['pool'];

/** One thing that a script does; `text` is a body with placeholders and long runs in words. */
export type ScriptAction =
  /** Of a target that keeps no pools: takes an id that it need not know. */
  | { readonly kind: 'assume-pool' }
  | { readonly kind: 'create'; readonly pool: WhichPool; readonly text: string }
  | { readonly kind: 'swap-case' }
  | { readonly kind: 'read-arn' }
  | { readonly kind: 'prepare'; readonly operation: Operation; readonly text: string; readonly pool: WhichPool }
  | { readonly kind: 'describe'; readonly pool: WhichPool; readonly when: 'before' | 'after' }
  | { readonly kind: 'ask'; readonly operation: Operation; readonly text: string; readonly question: Question };

/** What a script does, whatever its language: first until it has a pool, then what has to end in deleting it. */
export interface ScriptPlan {
  readonly opening: readonly ScriptAction[];
  readonly attempt: readonly ScriptAction[];
}

/** The actions of a script in their order. */
export function scriptPlan(scenario: Scenario): ScriptPlan {
  const { creation, before, bodies, question } = scenario;
  const placeholders = placeholdersIn(scenario);
  const pools = hasOtherPool(scenario) ? ([1, 2] as const) : ([1] as const);
  const describe = (when: 'before' | 'after'): readonly ScriptAction[] =>
    scenario.describes ? pools.map((pool) => ({ kind: 'describe', pool, when })) : [];
  return {
    opening:
      creation === null
        ? [{ kind: 'assume-pool' }]
        : [
            { kind: 'create', pool: 1, text: bodies.creation },
            ...(placeholders.has(otherCasePlaceholder) ? ([{ kind: 'swap-case' }] as const) : []),
            ...(placeholders.has(arnPlaceholder) ? ([{ kind: 'read-arn' }] as const) : []),
          ],
    attempt: [
      ...before.flatMap((step, index) => preparing(step, bodies.before[index] ?? '', bodies.creation)),
      ...describe('before'),
      { kind: 'ask', operation: question.operation, text: bodies.request, question },
      ...describe('after'),
    ],
  };
}

/** Whether a script makes a second pool. */
export function hasOtherPool({ before }: Pick<Scenario, 'before'>): boolean {
  return before.some(({ pool }) => pool === 2);
}

function preparing({ operation, pool }: ScriptStep, text: string, creation: string): readonly ScriptAction[] {
  if (operation !== createOperation) return [{ kind: 'prepare', operation, pool, text }];
  return pool === 1 ? [] : [{ kind: 'create', pool, text: creation }];
}

/** What a script prints before an action; null where it prints nothing. */
export function actionHeading(action: ScriptAction): string | null {
  switch (action.kind) {
    case 'create':
      return `${action.pool === 1 ? 'A' : 'Another'} pool is made with`;
    case 'prepare':
      return `First ${action.operation}${action.pool === 2 ? ' on the other pool' : ''} with`;
    case 'describe':
      return `The ${action.pool === 2 ? 'other ' : ''}pool ${action.when} the request`;
    case 'ask':
      return `The request in question: ${action.operation} with`;
    case 'assume-pool':
    case 'swap-case':
    case 'read-arn':
      return null;
  }
}
