import type { Row } from '../../specs/editions/rows.ts';
import type { MemberPath } from '../../specs/member.ts';

/** The forms in which the contract is published, and our own. */
export type ModelForm = 'botocore' | 'smithy' | 'openapi' | 'rows';

/** The contract of UpdateUserPool as a model file says it. */
export interface ImportedEdition {
  readonly form: ModelForm;
  /** The file that it was read from. */
  readonly source: string;
  /** Names as the model has them; a later model may name errors that we do not know. */
  readonly errors: readonly string[];
  readonly rows: Readonly<Record<MemberPath, Row>>;
}

/** One shape of a model, with references to what lies below it. */
export type RawShape<Ref> =
  | { readonly type: 'structure'; readonly members: readonly RawMember<Ref>[] }
  | { readonly type: 'list'; readonly item: Ref; readonly limits: Limits }
  /** A form that cannot say what keys look like has none. */
  | { readonly type: 'map'; readonly key: Ref | null; readonly value: Ref; readonly limits: Limits }
  | { readonly type: 'string' | 'integer' | 'boolean'; readonly limits: Limits };

interface RawMember<Ref> {
  readonly name: string;
  readonly ref: Ref;
  readonly required: boolean;
}

/** What a row says beyond its type and whether it is required. */
export type Limits = Omit<Row, 'type' | 'required'>;

/** Looks a reference up; a sentence where it leads to nothing that can be read. */
export type ReadShape<Ref> = (ref: Ref) => RawShape<Ref> | string;

/** What a form's reader finds, problems as sentences. */
export interface FormReading {
  readonly errors: readonly string[];
  readonly rows: Readonly<Record<MemberPath, Row>>;
  readonly problems: readonly string[];
}
