import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import type { RunRecord } from '../../harness/record/record.ts';
import { fixtureRecord, hostileText } from '../fixtureRecord.ts';
import type { SharedParts } from '../text/sharedParts.ts';
import type { Board, TestedRow } from './board.ts';
import { boardBadge } from './boardBadge.ts';
import type { BoardEntry } from './boardEntry.ts';
import { boardHtml } from './boardHtml.ts';
import { boardMarkdown } from './boardMarkdown.ts';
import { boardScript } from './boardScript.ts';
import { boardScripts } from './boardScripts.ts';
import { boardOf, facts, tested } from './fixtureBoard.ts';
import { movementMarkdown } from './movementMarkdown.ts';

function rowOf(board: Board, name: string): TestedRow {
  const row = board.targets.find((target) => target.name === name);
  if (row?.status !== 'tested') throw new Error(`${name} was not tested.`);
  return row;
}

const untested: BoardEntry = { facts: { ...facts, name: 'omega', version: null }, kind: 'not-tested', reason: 'no Go' };
const board = boardOf([tested(), untested]);
const fewer: RunRecord = { ...fixtureRecord, findings: fixtureRecord.findings.slice(1) };

describe('the board', () => {
  it('is valid by its published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('./board.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(JSON.stringify(board))), JSON.stringify(validate.errors)).to.equal(true);
    expect(validate({ ...board, seed: '42' })).to.equal(false);
  });

  it('links every deviating member and every group to its worst finding', () => {
    const row = rowOf(board, 'alpha');
    const ids = fixtureRecord.findings.map(({ id }) => id);
    expect(row.members.find(({ member }) => member === 'PoolName')).to.include({ state: 'deviates', level: 'must' });
    for (const cell of [...row.members, ...row.groups, ...row.causes]) {
      if (cell.finding !== null) expect(ids).to.include(cell.finding);
    }
    expect(row.groups.reduce((sum, { judged }) => sum + judged, 0)).to.equal(row.divergence.judged);
  });

  it('reports what moved since the previous board: better, worse, mixed, new and gone', () => {
    const kind = (before: readonly BoardEntry[], now: readonly BoardEntry[]) =>
      rowOf(boardOf(now, boardOf(before)), 'alpha').movement.kind;
    expect(rowOf(board, 'alpha').movement.kind).to.equal('first');
    expect(kind([tested()], [tested()])).to.equal('unchanged');
    expect(kind([tested()], [tested({}, fewer)])).to.equal('better');
    expect(kind([tested({}, fewer)], [tested()])).to.equal('worse');
    expect(kind([tested({ name: 'beta' })], [tested()])).to.equal('new');
    expect(boardOf([untested], board).gone).to.deep.equal(['alpha']);
    const other = { ...fixtureRecord, findings: [...fewer.findings, ...fixtureRecord.findings.slice(0, 1)] };
    const renamed = {
      ...other,
      findings: other.findings.map((finding, index) => (index > 0 ? finding : { ...finding, id: 'x/y/z' })),
    };
    expect(kind([tested()], [tested({}, renamed)])).to.equal('mixed');
  });

  it('describes movement and wrong controls for an issue, and nothing else', () => {
    expect(movementMarkdown(board)).to.equal('');
    expect(movementMarkdown(boardOf([tested()], boardOf([tested()])))).to.equal('');
    expect(movementMarkdown(boardOf([tested({}, fewer)], boardOf([tested()])))).to.match(
      /alpha 1\.0\.0: better: 1 gone/,
    );
    const controls = [{ name: 'mock', expected: 'no finding', findings: 3, passed: false }];
    expect(movementMarkdown(boardOf([tested()], null, { controls }))).to.contain('Control mock: expected no finding');
  });

  it('counts the findings that a target shares with the one that it is built on', () => {
    const built = boardOf([tested({}, fewer), tested({ name: 'beta', builtOn: 'alpha' })]);
    const { findings } = fixtureRecord;
    expect(rowOf(built, 'beta').shared).to.deep.equal({ with: 'alpha', shared: findings.length - 1, own: 1 });
    expect(rowOf(built, 'alpha').shared).to.equal(null);
  });
});

describe('the page of the board', () => {
  const scripts = new Map([['alpha', boardScripts(rowOf(board, 'alpha'), fixtureRecord)]]);
  const page = boardHtml(board, scripts);

  it('has for every link a place', () => {
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !places.has(link ?? '') && !link?.startsWith('i-'))).to.deep.equal([]);
    expect(links.length).to.be.above(20);
  });

  it('shows the worst cause of a target with a script for its usual address', () => {
    const [cause] = rowOf(board, 'alpha').causes;
    expect(page.slice(page.indexOf('id="targets"'))).to.contain(cause?.says);
    const packed = /id="scripts">([^<]*)</.exec(page)?.[1] ?? '';
    const { texts, parts }: SharedParts = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
    const shown = texts.map((text) => text.map((part) => parts[part]).join('\n'));
    expect(shown).to.deep.equal(scripts.get('alpha')?.map(({ script }) => script));
    expect(shown[0]).to.contain("endpoint='http://127.0.0.1:9229'");
  });

  it('says in each script how the target is started by hand, and names no folder of the machine of the board', () => {
    const header = { ...fixtureRecord.header, connection: { start: 'cd "/records/alpha/data" && exec alpha' } };
    const all = boardScripts(rowOf(board, 'alpha'), { ...fixtureRecord, header });
    expect(all).not.to.deep.equal([]);
    for (const { script } of all) {
      expect(script).to.contain("# Start the target first: sh -c 'npm install alpha@1.0.0 && alpha'\n");
      expect(script).not.to.contain('/records/alpha');
    }
  });

  it('loads nothing, runs its own script alone, and lets no value out of its place', () => {
    const name = hostileText;
    const record = {
      ...fixtureRecord,
      findings: fixtureRecord.findings.map((finding) => ({ ...finding, says: hostileText })),
    };
    const hostile = boardOf([
      tested({ name, note: hostileText, licence: hostileText }, record),
      { ...untested, reason: hostileText },
    ]);
    for (const text of [page, boardHtml(hostile, new Map([[name, boardScripts(rowOf(hostile, name), record)]]))]) {
      expect(text).not.to.match(/<link|\ssrc=|@import|url\(/i);
      expect(text.match(/<script[^>]*>/gi)).to.deep.equal([
        '<script type="application/octet-stream" id="scripts">',
        '<script>',
      ]);
      expect(text).to.contain(`<script>${boardScript}</script>`);
    }
    expect(boardMarkdown(hostile)).not.to.contain('<script');
  });

  it('names the targets that were not tested with the reason, here and in Markdown', () => {
    expect(page).to.contain('no Go');
    expect(boardMarkdown(board)).to.match(/Not tested: omega \(no Go\)/);
    expect(boardMarkdown(board)).to.match(/^\| alpha 1\.0\.0 \| /m);
  });
});

describe('the badge of a target', () => {
  it('is red while a clause deviates', () => {
    const badge = JSON.parse(boardBadge(rowOf(board, 'alpha')));
    expect(badge).to.include({ schemaVersion: 1, color: 'red', isError: true, label: 'UpdateUserPool, alpha 1.0.0' });
  });
});
