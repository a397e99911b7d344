import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommandLine } from '../dev/runCommandLine.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import type { CaseLine } from './record.ts';
import type { RecordLine } from './recordLine.ts';
import { recordLines } from './recordLines.ts';

function linesIn(path: string): readonly RecordLine[] {
  return [...recordLines(path)];
}

const refused = {
  status: 400,
  error: 'InvalidParameterException',
  message: 'No.',
  body: '{"__type":"InvalidParameterException","message":"No."}',
} as const;
const accepted = { status: 200, error: null, message: null, body: '{}' } as const;

describe('cases of other phases, judged again offline', () => {
  const cwd = temporaryFolder();
  const record = join(cwd, 'poolproof-report', 'record.jsonl');

  before(async () => {
    const args = ['run', '--quiet', '--seed', '2', '--phases', 'sequence,race,wire,errors', '--report', 'json'];
    expect((await runCommandLine(args, { cwd })).status).to.equal(0);
  });

  async function again(change: (line: CaseLine) => CaseLine) {
    const lines = linesIn(record).map((line) => (line.line === 'case' ? change(line) : line));
    writeFileSync(join(cwd, 'changed.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return runCommandLine(['run', '--target', 'changed.jsonl', '--out', 'again', '--report', 'json'], { cwd });
  }

  it('have the verdicts of the run; verdicts on races are kept', async () => {
    const { status, stdout } = await again((line) => line);
    expect(stdout).to.match(/no verdict changes/);
    expect(status).to.equal(0);
    const cases = linesIn(record).filter((line) => line.line === 'case');
    const [, judged = '0', kept = '0'] = /([\d,]+) cases judged again[^,]*, ([\d,]+) kept/.exec(stdout) ?? [];
    expect(Number(judged)).to.be.above(cases.length / 2);
    expect(Number(kept)).to.be.at.least(cases.filter(({ phase }) => phase === 'race').length);
  });

  const changes = {
    wire: ({ clause }: CaseLine) => clause === 'wire.no-json',
    sequence: ({ phase, verdict, answer, steps = [] }: CaseLine) =>
      phase === 'sequence' &&
      verdict.kind === 'conforms' &&
      answer.kind === 'answered' &&
      answer.error === null &&
      steps.every(({ operation, pool }) => pool === 1 && !/^(Create|Delete)/.test(operation)),
    'errors by order': ({ id }: CaseLine) => id === 'errors/by-order/NotAuthorizedException/aws',
    'errors by fixture': ({ id }: CaseLine) => id === 'errors/fixture/InvalidSmsRoleAccessPolicyException',
  } as const;
  for (const [what, isMeant] of Object.entries(changes)) {
    it(`are caught where an answer to ${what} was another`, async () => {
      let changed = 0;
      const { stdout } = await again((line) => {
        const { answer } = line;
        if (!isMeant(line) || answer.kind !== 'answered' || changed > 0) return line;
        changed += 1;
        return { ...line, answer: { ...answer, ...(answer.error === null ? refused : accepted) } };
      });
      expect(changed, what).to.equal(1);
      expect(stdout)
        .to.match(/1 verdict changed/)
        .and.match(/conforms before, deviates \(.*(accepted-invalid|rejected-valid)/);
    });
  }
});
