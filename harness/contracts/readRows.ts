import type { Row } from '../../specs/editions/rows.ts';
import type { MemberPath } from '../../specs/member.ts';
import type { FormReading, Limits, RawShape, ReadShape } from './modelSource.ts';

/** Deeper structures are no contract of this operation: its deepest member lies five steps down. */
const deepest = 20;

/** The operation has about a hundred members; a model that unfolds into more than this is hostile or another's. */
const most = 5000;

/** Every member below a request's shape as a flat row, at any depth; cycles and endless models end in a problem. */
export function readRows<Ref>(root: Ref, read: ReadShape<Ref>): Pick<FormReading, 'rows' | 'problems'> {
  const walk = new Walk(read);
  const shape = read(root);
  if (typeof shape === 'string') return { rows: {}, problems: [shape] };
  if (shape.type !== 'structure') return { rows: {}, problems: [`The request is a ${shape.type} and no structure.`] };
  walk.below('', shape, 1);
  return { rows: Object.fromEntries(walk.rows), problems: walk.problems };
}

class Walk<Ref> {
  readonly rows: [MemberPath, Row][] = [];
  readonly problems: string[] = [];
  private readonly read: ReadShape<Ref>;

  constructor(read: ReadShape<Ref>) {
    this.read = read;
  }

  below(path: MemberPath, shape: RawShape<Ref>, depth: number): void {
    if (this.isEndless(path, depth)) return;
    switch (shape.type) {
      case 'structure':
        for (const { name, ref, required } of shape.members) {
          if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) this.problem(path, `has a member called ${JSON.stringify(name)}`);
          else this.member(path === '' ? name : `${path}.${name}`, ref, required, depth);
        }
        break;
      case 'list':
        this.member(`${path}[]`, shape.item, false, depth);
        break;
      case 'map':
        if (shape.key === null) this.rows.push([`${path}{key}`, { type: 'string', limits: 'unknown' }]);
        else this.member(`${path}{key}`, shape.key, false, depth);
        this.member(`${path}{value}`, shape.value, false, depth);
        break;
      case 'string':
      case 'integer':
      case 'boolean':
        break;
    }
  }

  private member(path: MemberPath, ref: Ref, required: boolean, depth: number): void {
    const shape = this.read(ref);
    if (typeof shape === 'string') {
      this.problem(path, shape);
      return;
    }
    const limits: Limits = shape.type === 'structure' ? {} : shape.limits;
    if (path.endsWith('{key}') && shape.type !== 'string') this.problem(path, `is a ${shape.type} and no string`);
    this.rows.push([path, { type: shape.type, ...(required ? { required } : {}), ...limits }]);
    this.below(path, shape, depth + 1);
  }

  private isEndless(path: MemberPath, depth: number): boolean {
    const why =
      depth > deepest
        ? `lies more than ${deepest} levels deep: the model goes round in a circle`
        : this.rows.length > most
          ? `is beyond ${most} members: the model unfolds without end`
          : undefined;
    // One such sentence is enough: a circle meets itself on every branch.
    if (why !== undefined && this.problems.length === 0) this.problem(path, why);
    return why !== undefined || this.problems.some((problem) => problem.includes('the model'));
  }

  private problem(path: MemberPath, why: string): void {
    this.problems.push(`${path === '' ? 'The request' : path} ${why}.`);
  }
}
