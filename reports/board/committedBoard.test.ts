import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Board } from './board.ts';
import { boardBadge } from './boardBadge.ts';
import { boardMarkdown } from './boardMarkdown.ts';
import { boardEffort } from './effortText.ts';
import { testedRows } from './testedRows.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the board in this checkout', () => {
  const board: Board = JSON.parse(read('reports/board/board.json'));
  const rows = testedRows(board);

  it('has one state in its data, its table, its badges and its checksums', () => {
    expect(read('reports/board/board.md')).to.equal(boardMarkdown(board));
    const badges = readdirSync(join(root, 'reports/board/badges'));
    expect(badges).to.have.members(rows.map(({ name }) => `${name}.json`));
    for (const row of rows) expect(read(`reports/board/badges/${row.name}.json`)).to.equal(boardBadge(row));
    const sums = rows.map(({ record }) => `${record.sha256}  records/${record.file}`);
    expect(read('reports/board/records.sha256').trim().split('\n')).to.have.members(sums);
    expect(board.controls.every(({ passed }) => passed)).to.equal(true);
  });

  it('is what README and its own page show', () => {
    const cells = read('reports/board/board.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | ').slice(0, 4).join(' | '));
    const readme = read('README.md');
    for (const line of cells) expect(readme).to.contain(`${line} |`);
    expect(readme.match(/^\| .* \d+\.\d+\.\d+ \|/gm)).to.have.length(rows.length);
    expect(read('docs/board.md').replaceAll(/\s+/g, ' ')).to.contain(boardEffort(board));
  });
});
