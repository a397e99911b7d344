import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { RE2JS } from 're2js';
import { editionDates } from '../../specs/edition.ts';
import { editionOf, newestEdition, rowsOf } from '../../specs/editions/index.ts';
import type { JsonObject } from '../../specs/json.ts';
import { patterns } from '../../specs/patterns.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { exportOpenApi } from './exportOpenApi.ts';
import { exportSmithy } from './exportSmithy.ts';
import { importEdition } from './importEdition.ts';
import { rowDifferences } from './rowDifferences.ts';
import { schemaPattern } from './schemaPattern.ts';

function readBack(document: JsonObject) {
  const path = join(temporaryFolder(), 'exported.json');
  writeFileSync(path, JSON.stringify(document));
  return importEdition(path);
}

describe('an exported edition', () => {
  for (const date of editionDates) {
    it(`of ${date} is read back as it was, from OpenAPI and from Smithy`, () => {
      const edition = editionOf(date);
      for (const document of [exportOpenApi(edition), exportSmithy(edition)]) {
        const { rows, errors } = readBack(document);
        expect(Object.keys(rows)).to.have.members(Object.keys(rowsOf(date)));
        expect(rowDifferences(rowsOf(date), rows)).to.deep.equal([]);
        expect(Object.keys(rows).filter((path) => rows[path]?.limits === 'unknown')).to.have.members(
          Object.keys(rowsOf(date)).filter((path) => rowsOf(date)[path]?.limits === 'unknown'),
        );
        expect(errors).to.deep.equal(edition.errors);
      }
    });
  }

  it('numbers the errors 480 to 490, and answers 400 as the service does', () => {
    const text = JSON.stringify(exportOpenApi(newestEdition));
    const [operation] = Object.values(JSON.parse(text).paths) as [{ post: { responses: object } }];
    const numbers = Array.from({ length: 11 }, (_, index) => `${480 + index}`);
    expect(Object.keys(operation.post.responses)).to.deep.equal(['200', '400', ...numbers]);
  });
});

describe('a pattern for JSON Schema', () => {
  const texts = [
    'us-east-1_abc',
    'a b',
    'a\u00a0b',
    'a\nb',
    '',
    'Code {####}',
    'Code\n{####}',
    'x {##y##}',
    'Grüße {####}',
    'a@b',
    'arn:aws:iam::123456789012:role/r',
    'control\u0001',
  ];
  for (const [name, pattern] of Object.entries(patterns)) {
    it(`takes what the contract's ${name} takes`, () => {
      const ours = RE2JS.compile(pattern);
      const theirs = new RegExp(schemaPattern(pattern), 'u');
      expect(texts.filter((text) => theirs.test(text))).to.deep.equal(texts.filter((text) => ours.matches(text)));
    });
  }
});
