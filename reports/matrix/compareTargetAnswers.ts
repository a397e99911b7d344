import type { AnswerLine, RunRecord } from '../../harness/record/record.ts';

/** The answers of several targets to the same cases. */
export interface AnswerComparison {
  /** Cases that at least two of the records have. */
  readonly shared: number;
  /** Of those, the cases that every target answered alike. */
  readonly alike: number;
  /** How many of their shared cases two targets answered alike: a row and a column for each target. */
  readonly agreement: readonly (readonly PairAgreement[])[];
  /** Cases that were answered differently, by who answered what; the most frequent first. */
  readonly patterns: readonly AnswerPattern[];
}

export interface PairAgreement {
  readonly alike: number;
  readonly shared: number;
}

/** Cases that the targets answered in the same different ways. */
export interface AnswerPattern {
  /** One for each target; null if its record does not have the case. */
  readonly answers: readonly (string | null)[];
  readonly count: number;
  /** The first case by id. */
  readonly example: string;
}

/** Compares records case by case. */
export function compareTargetAnswers(records: readonly RunRecord[]): AnswerComparison {
  const rows = answersByCase(records);
  const present = [...rows].filter(([, answers]) => answers.filter((answer) => answer !== null).length > 1);
  const different = present.filter(([, answers]) => !areAlike(answers));
  return {
    shared: present.length,
    alike: present.length - different.length,
    agreement: records.map((_, left) => records.map((__, right) => pairAgreement(rows, left, right))),
    patterns: patternsOf(different),
  };
}

type Answers = readonly (string | null)[];

function answersByCase(records: readonly RunRecord[]): ReadonlyMap<string, Answers> {
  const rows = new Map<string, (string | null)[]>();
  for (const [column, { cases }] of records.entries()) {
    for (const { id, answer } of cases) {
      const row = rows.get(id) ?? records.map(() => null);
      row[column] = answerWord(answer);
      rows.set(id, row);
    }
  }
  return rows;
}

/** An answer in a word: accepted, the name of the error, or why there is none. A case that was not sent has no answer. */
function answerWord(answer: AnswerLine): string | null {
  switch (answer.kind) {
    case 'answered':
      if (answer.status < 300) return 'accepted';
      return answer.error === null || answer.error === '' ? `HTTP ${answer.status}` : answer.error;
    case 'unanswered':
      return answer.why === 'not-sent' ? null : `no answer: ${answer.why}`;
  }
}

function areAlike(answers: Answers): boolean {
  return new Set(answers.filter((answer) => answer !== null)).size < 2;
}

function pairAgreement(rows: ReadonlyMap<string, Answers>, left: number, right: number): PairAgreement {
  let [alike, shared] = [0, 0];
  for (const answers of rows.values()) {
    const [one, other] = [answers[left] ?? null, answers[right] ?? null];
    if (one === null || other === null) continue;
    shared += 1;
    if (one === other) alike += 1;
  }
  return { alike, shared };
}

function patternsOf(rows: readonly (readonly [string, Answers])[]): readonly AnswerPattern[] {
  const groups = Map.groupBy(rows, ([, answers]) => JSON.stringify(answers));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group.toSorted(([left], [right]) => (left < right ? -1 : 1));
      return first === undefined ? [] : [{ answers: first[1], count: group.length, example: first[0] }];
    })
    .toSorted((left, right) => right.count - left.count || (left.example < right.example ? -1 : 1));
}
