import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { EditionDate } from '../../specs/edition.ts';
import { editionOf, rowsOf } from '../../specs/editions/index.ts';
import { temporaryFolder } from '../dev/temporaryFolder.ts';
import { UserError } from '../userError.ts';
import { editionFile } from './editionFile.ts';
import { importEdition } from './importEdition.ts';
import { smallBotocore, smallOpenApi, smallRows, smallSmithy } from './modelFixtures.ts';
import { rowDifferences } from './rowDifferences.ts';

function fileWith(content: unknown): string {
  const path = join(temporaryFolder(), 'model.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function mistakeOn(path: string): UserError {
  try {
    importEdition(path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

const errors = ['ResourceNotFoundException'];

describe('an imported edition', () => {
  const forms = [
    ['botocore', smallBotocore],
    ['smithy', smallSmithy],
    ['rows', editionFile({ source: 'x', errors, rows: smallRows })],
  ] as const;
  for (const [form, model] of forms) {
    it(`says the same, read from ${form}`, () => {
      const path = fileWith(model);
      expect(importEdition(path)).to.deep.equal({ form, source: path, errors, rows: smallRows });
    });
  }

  it('has whole numbers where OpenAPI says numbers, as converters of Smithy models write them', () => {
    const numbers = JSON.parse(JSON.stringify(smallOpenApi).replaceAll('"integer"', '"number"'));
    expect(numbers).not.to.deep.equal(smallOpenApi);
    expect(importEdition(fileWith(numbers)).rows).to.deep.equal(importEdition(fileWith(smallOpenApi)).rows);
  });

  it('says the same, read from OpenAPI, but for the keys of maps', () => {
    const { rows } = importEdition(fileWith(smallOpenApi));
    expect(rows).to.deep.equal({ ...smallRows, 'Tags{key}': { type: 'string', limits: 'unknown' } });
  });

  it('puts the errors of Smithy, which come by the alphabet, into the order of the numbers', () => {
    const targets = ['InternalErrorException', 'NewException', 'ResourceNotFoundException'];
    const operation = {
      type: 'operation',
      input: { target: 'example#Request' },
      errors: targets.map((name) => ({ target: `example#${name}` })),
    };
    const shapes = { ...(smallSmithy.shapes as object), 'example#UpdateUserPool': operation };
    expect(importEdition(fileWith({ ...smallSmithy, shapes })).errors).to.deep.equal([
      'ResourceNotFoundException',
      'InternalErrorException',
      'NewException',
    ]);
  });

  it('takes a byte order mark', () => {
    expect(importEdition(fileWith(`\uFEFF${JSON.stringify(smallBotocore)}`)).rows).to.deep.equal(smallRows);
  });
});

/** The small model with other shapes over its own. */
function withShapes(shapes: object): object {
  return { ...smallBotocore, shapes: { ...smallBotocore.shapes, ...shapes } };
}

const self = { type: 'structure', members: { Again: { shape: 'Policies' } } };
const many = (of: string) => ({
  type: 'structure',
  members: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`M${index}`, { shape: of }])),
});

describe('a model file that cannot be used', () => {
  const files: readonly (readonly [what: string, content: unknown, code: string, says: RegExp])[] = [
    ['is not JSON', '{"shapes":', 'broken-model', /is not JSON/],
    ['is a list', [], 'foreign-model', /no JSON object/],
    ['is something else', { hello: 1 }, 'foreign-model', /in no form of model/],
    [
      'is of another service',
      { ...smallBotocore, operations: {} },
      'foreign-model',
      /Example Pools and has no operation/,
    ],
    ['is Smithy of another service', { smithy: '2.0', shapes: {} }, 'foreign-model', /no operation UpdateUserPool/],
    ['is another OpenAPI', { openapi: '3.0.0', paths: {} }, 'foreign-model', /an unnamed API/],
    ['is newer', { format: 'poolproof-edition', version: 2 }, 'foreign-model', /version/],
    ['goes round in a circle', withShapes({ Policies: self }), 'broken-model', /goes round in a circle/],
    [
      'unfolds without end',
      withShapes({ Policies: many('B'), B: many('C'), C: many('D'), D: many('Flag') }),
      'broken-model',
      /unfolds without end/,
    ],
    ['lacks a shape', withShapes({ Length: undefined }), 'broken-model', /MinimumLength refers to the shape "Length"/],
    ['has a strange type', withShapes({ Length: { type: 'blob' } }), 'broken-model', /has the type "blob"/],
    ['has a strange limit', withShapes({ Length: { type: 'integer', max: '9' } }), 'broken-model', /not a number/],
    [
      'has a strange name',
      withShapes({ Policies: { type: 'structure', members: { 'a.b': {} } } }),
      'broken-model',
      /"a\.b"/,
    ],
    ['is nested deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'broken-model', /levels deep/],
    [
      'refers to itself',
      {
        ...smallOpenApi,
        components: { schemas: { Request: { $ref: '#/components/schemas/Request' } } },
      },
      'broken-model',
      /leads back to itself/,
    ],
    [
      'has a row without a parent',
      { format: 'poolproof-edition', version: 1, rows: { 'A.B': { type: 'string' }, L: { type: 'list' } } },
      'broken-model',
      /A\.B lies in A, which has no row[\s\S]*L\[\] has no row/,
    ],
  ];
  for (const [what, content, code, says] of files) {
    it(`is refused when it ${what}`, () => {
      const mistake = mistakeOn(fileWith(content));
      expect(mistake.code).to.equal(code);
      expect(mistake.message).to.match(says);
      expect(mistake.hint).not.to.equal('');
    });
  }

  it('is refused unread when it has 50 MB', () => {
    const path = fileWith('{}');
    truncateSync(path, 50 * 1024 * 1024);
    expect(mistakeOn(path).message).to.match(/has more than 32 MB and is not read/);
  });

  it('is refused when it is missing', () => {
    expect(mistakeOn(join(temporaryFolder(), 'none.json')).code).to.equal('no-model');
  });
});

// Published models are large and not ours, so they are read only where somebody has them.
const models = process.env.POOLPROOF_MODELS ?? '';

describe('a published model', () => {
  const files: readonly (readonly [file: string, date: EditionDate, but: readonly string[]])[] = [
    ['botocore-2022-05-24.service-2.json', '2022-05-24', []],
    ['botocore-2024-12-11.service-2.json', '2024-12-11', []],
    ['botocore-2026-10-01.service-2.json', '2026-10-01', []],
    ['openapi-apisguru-2023.json', '2023-08-15', []],
    [
      'smithy-2025-04-02.json',
      '2024-12-11',
      [
        'LambdaConfig.PreTokenGenerationConfig.LambdaVersion',
        'SmsVerificationMessage',
        'VerificationMessageTemplate.SmsMessage',
        'SmsAuthenticationMessage',
      ],
    ],
  ];
  for (const [file, date, but] of files) {
    it(`called ${file} says what the edition of ${date} says`, function () {
      const path = join(models, file);
      if (models === '' || !existsSync(path)) return this.skip();
      const { rows, errors: declared } = importEdition(path);
      expect(rowDifferences(rowsOf(date), rows).map((each) => each.path)).to.have.members(but);
      expect(declared).to.deep.equal(editionOf(date).errors);
    });
  }
});
