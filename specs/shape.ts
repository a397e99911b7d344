/** The type of a member and what the model says of its values. A closed union: a new kind does not compile until judged. */
export type Shape = StructureShape | ListShape | MapShape | StringShape | IntegerShape | BooleanShape;

export interface StructureShape {
  readonly type: 'structure';
  readonly members: Readonly<Record<string, Shape>>;
  /** Names of the members that must be present. */
  readonly required: readonly string[];
}

export interface ListShape extends Unknowable {
  readonly type: 'list';
  readonly item: Shape;
  /** Fewest items. */
  readonly min?: number;
  /** Most items. */
  readonly max?: number;
}

export interface MapShape extends Unknowable {
  readonly type: 'map';
  readonly key: StringShape;
  readonly value: Shape;
}

export interface StringShape extends Unknowable {
  readonly type: 'string';
  /** Shortest length in Unicode code points. */
  readonly min?: number;
  /** Longest length in Unicode code points. */
  readonly max?: number;
  /** A Java regular expression that the whole string matches. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface IntegerShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanShape {
  readonly type: 'boolean';
}

interface Unknowable {
  /** Set where no source states the limits, which is not the same as "there are none". */
  readonly limits?: 'unknown';
}
