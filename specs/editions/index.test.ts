import { expect } from 'chai';
import { type EditionDate, editionDates } from '../edition.ts';
import { declaredErrors } from '../errors.ts';
import { type Member, membersOf } from '../member.ts';
import { editionOf, newestEdition } from './index.ts';

const elevenErrors = [
  'ResourceNotFoundException',
  'InvalidParameterException',
  'ConcurrentModificationException',
  'TooManyRequestsException',
  'NotAuthorizedException',
  'UserImportInProgressException',
  'InternalErrorException',
  'InvalidSmsRoleAccessPolicyException',
  'InvalidSmsRoleTrustRelationshipException',
  'UserPoolTaggingException',
  'InvalidEmailRoleAccessPolicyException',
];

const expected: Readonly<Record<EditionDate, readonly [members: number, constraints: number, errors: number]>> = {
  '2022-05-24': [74, 122, 11],
  '2022-05-31': [74, 122, 11],
  '2022-10-21': [75, 123, 11],
  '2023-08-15': [75, 127, 11],
  '2024-12-11': [86, 143, 13],
  '2026-10-01': [102, 169, 14],
  '2026-11-13': [115, 176, 14],
};

describe('editions', () => {
  for (const date of editionDates) {
    const [members, constraints, errors] = expected[date];
    it(`have ${members} members, ${constraints} constraints and ${errors} errors on ${date}`, () => {
      const edition = editionOf(date);
      const all = membersOf(edition.input);
      expect(edition.date).to.equal(date);
      expect(all).to.have.length(members);
      expect(all.map(countOf).reduce((sum, count) => sum + count, 0)).to.equal(constraints);
      expect(edition.errors).to.have.length(errors);
      expect(edition.errors.slice(0, 11)).to.deep.equal(elevenErrors);
    });
  }

  it('put the errors of 2024 and 2026 after the eleven, in the order of the model', () => {
    expect(editionOf('2024-12-11').errors.slice(11)).to.deep.equal([
      'TierChangeNotAllowedException',
      'FeatureUnavailableInTierException',
    ]);
    expect(newestEdition.errors.slice(11)).to.deep.equal([
      'OperationNotEnabledException',
      'TierChangeNotAllowedException',
      'FeatureUnavailableInTierException',
    ]);
  });

  it('number the eleven errors 480 to 490 in order, and the later ones not at all', () => {
    const codes = declaredErrors.map(({ name, code }) => [name, code]);
    expect(codes.slice(0, 11)).to.deep.equal(elevenErrors.map((name, index) => [name, 480 + index]));
    expect(codes.slice(11).map(([, code]) => code)).to.deep.equal([null, null, null]);
  });
});

function countOf({ shape, required }: Member): number {
  const limits = ['min', 'max', 'pattern', 'enum'].filter((name) => Object.hasOwn(shape, name)).length;
  return limits + (required ? 1 : 0);
}
