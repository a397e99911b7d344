import type { Case } from '../../generators/cases/case.ts';
import { deleteOperation } from '../../specs/operation.ts';

/** The ids that a target has given to the pools of a run, which tell whether a deleted pool leaves its id to a later one. */
export class GivenIds {
  private readonly ids = new Set<string>();
  private areReused = false;

  note(id: string): void {
    this.areReused ||= this.ids.has(id);
    this.ids.add(id);
  }

  /** Why a case is not sent: what it sends to its deleted pool might reach a pool of another case. */
  whyNotSent({ steps = [], parallel = [] }: Case): string | undefined {
    const deletes = [...steps, ...parallel].some(({ operation }) => operation === deleteOperation);
    return this.areReused && deletes ? reused : undefined;
  }
}

const reused =
  'The target gives the ids of deleted pools to new ones, so what this case sends to a pool that it deletes might reach another.';
