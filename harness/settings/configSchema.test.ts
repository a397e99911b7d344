import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { phases } from '../../generators/cases/case.ts';
import { reportNames } from '../../reports/reportNames.ts';
import { editionDates } from '../../specs/edition.ts';
import { runDefinitions } from './runSettings.ts';

const schema = JSON.parse(readFileSync(new URL('./poolproof.config.schema.json', import.meta.url), 'utf8'));
const { $schema: _own, ...properties } = schema.properties;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

/** The words that a property of the schema may hold, each of them or each of its items. */
function wordsOf({
  enum: words,
  items,
}: {
  readonly enum?: readonly unknown[];
  readonly items?: { enum?: unknown[] };
}) {
  return words ?? items?.enum ?? [];
}

describe('poolproof.config.schema.json', () => {
  it('has every setting of a run, and no other', () => {
    expect(Object.keys(properties).toSorted()).to.deep.equal(Object.keys(runDefinitions).toSorted());
  });

  it('has a switch where the setting is one', () => {
    for (const [key, { argument }] of Object.entries(runDefinitions)) {
      expect(properties[key].type === 'boolean', key).to.equal(argument === undefined);
    }
  });

  it('has only words that the settings take', () => {
    for (const [key, { read }] of Object.entries(runDefinitions)) {
      for (const word of wordsOf(properties[key]))
        expect(read(String(word)), `${key}: ${word}`).to.have.property('value');
    }
  });

  it('has every report, phase and edition', () => {
    expect(wordsOf(properties.report)).to.deep.equal(reportNames);
    expect(wordsOf(properties.phases)).to.deep.equal(phases);
    expect(wordsOf(properties.edition)).to.deep.equal(editionDates);
  });

  it('has bounds that the settings have', () => {
    for (const [key, { read }] of Object.entries(runDefinitions)) {
      const { minimum, maximum } = properties[key];
      if (minimum === undefined) continue;
      for (const bound of [minimum, maximum]) expect(read(String(bound)), `${key}: ${bound}`).to.have.property('value');
      for (const over of [minimum - 1, maximum + 1]) expect(read(String(over)), key).to.have.property('problem');
    }
  });

  it('takes a real file and refuses a misspelt key', () => {
    const file = {
      edition: '2022-05-24',
      phases: ['examples'],
      requireErrors: [480, 'InvalidParameterException'],
      seed: 1,
    };
    expect(validate({ $schema: './poolproof.config.schema.json', ...file, shard: '1/3', strict: true })).to.equal(true);
    expect(validate({ editon: '2022-05-24' })).to.equal(false);
    expect(validate({ strict: 'perhaps' })).to.equal(false);
  });
});
