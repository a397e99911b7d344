import { expect } from 'chai';
import { editionDates } from '../../../specs/edition.ts';
import { editionOf } from '../../../specs/editions/index.ts';
import type { JsonObject, JsonValue } from '../../../specs/json.ts';
import { valueAt } from '../../oracle/condition.ts';
import { onePool } from './onePool.ts';

const unknownId = 'us-east-1_Unknown00';

describe('poolService', () => {
  it('names a new pool by its Region and nine characters', () => {
    const pool = onePool({}, { region: 'eu-west-1' });
    expect(pool.id).to.match(/^eu-west-1_[0-9A-Za-z]{9}$/);
    expect(pool.shown().Arn).to.equal(`arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${pool.id}`);
  });

  it('shows the defaults of a new pool', () => {
    const shown = onePool().shown();
    expect(shown).to.deep.include({
      Name: 'before',
      MfaConfiguration: 'OFF',
      EstimatedNumberOfUsers: 0,
      LambdaConfig: {},
      CreationDate: 1_700_000_000,
      LastModifiedDate: 1_700_000_000,
    });
    expect(shown).to.not.have.any.keys('PoolName', 'Status', 'SmsConfiguration', 'UserPoolId');
  });

  for (const date of editionDates) {
    it(`shows only what the edition of ${date} knows`, () => {
      const edition = editionOf(date);
      const { members } = edition.input;
      const shown = onePool({}, { edition }).shown();
      expect('UserPoolTier' in shown).to.equal('UserPoolTier' in members);
      expect(valueAt(shown, 'Policies.SignInPolicy') !== undefined).to.equal(date >= '2024-12-11');
    });
  }

  for (const date of editionDates) {
    for (const basis of ['observed', 'documented'] as const) {
      it(`keeps the name of a pool where nothing else is sent, ${date} ${basis}`, () => {
        const pool = onePool({}, { edition: editionOf(date), basis });
        pool.call('UpdateUserPool', {});
        expect(pool.shown().Name).to.equal('before');
      });
    }
  }

  it('creates a pool with what the request says, and validates it', () => {
    const Schema = [{ Name: 'email', Required: true }, { Name: 'team' }];
    const shown = onePool({ UserPoolTags: { a: 'b' }, UsernameAttributes: ['email'], Schema }).shown();
    expect(shown).to.deep.include({ UserPoolTags: { a: 'b' }, UsernameAttributes: ['email'] });
    const attributes = shown.SchemaAttributes as readonly JsonObject[];
    expect(attributes.find(({ Name }) => Name === 'email')).to.include({ Required: true });
    expect(attributes.at(-1)).to.include({ Name: 'custom:team', AttributeDataType: 'String' });
    expect(() => onePool({ PoolName: '' })).to.throw("Value '' at 'poolName'");
  });

  it('moves the modification date with every accepted update, the creation date never', () => {
    const pool = onePool();
    const dates = [1, 2].map(() => {
      pool.call('UpdateUserPool', {});
      return pool.shown().LastModifiedDate;
    });
    expect(dates).to.deep.equal([1_700_000_000.001, 1_700_000_000.002]);
    expect(pool.shown().CreationDate).to.equal(1_700_000_000);
  });

  it('applies nothing of a refused request, not even the date', () => {
    const pool = onePool();
    const before = pool.shown();
    pool.refusal('UpdateUserPool', { AutoVerifiedAttributes: ['email'], PoolName: '' });
    pool.refusal('UpdateUserPool', { AutoVerifiedAttributes: ['email'], UserPoolTags: 5 });
    expect(pool.shown()).to.deep.equal(before);
  });

  it('leaves other pools alone', () => {
    const pool = onePool();
    const { UserPool } = pool.call('CreateUserPool', { PoolName: 'other' });
    pool.call('UpdateUserPool', { PoolName: 'changed', UserPoolTags: { a: 'b' } });
    const other = pool.call('DescribeUserPool', { UserPoolId: valueAt(UserPool, 'Id') ?? '' });
    expect(other.UserPool).to.deep.equal(UserPool);
  });

  it('does not let a caller change what is stored', () => {
    const pool = onePool();
    const UserPoolTags = { a: 'b' };
    pool.call('UpdateUserPool', { UserPoolTags });
    UserPoolTags.a = 'changed';
    expect(pool.shown().UserPoolTags).to.deep.equal({ a: 'b' });
  });

  for (const operation of [
    'DescribeUserPool',
    'UpdateUserPool',
    'DeleteUserPool',
    'GetUserPoolMfaConfig',
    'SetUserPoolMfaConfig',
  ]) {
    it(`${operation} tells an unknown pool`, () => {
      expect(onePool().refusal(operation, { UserPoolId: unknownId })).to.deep.equal({
        name: 'ResourceNotFoundException',
        message: `User pool ${unknownId} does not exist.`,
      });
    });
  }

  it('tells an unknown operation', () => {
    const pool = onePool();
    for (const operation of ['', 'updateUserPool', 'toString', 'DescribeEverything']) {
      expect(pool.refusal(operation).name).to.equal('UnknownOperationException');
    }
  });

  it('deletes a pool, unless it is protected', () => {
    const pool = onePool({ DeletionProtection: 'ACTIVE' });
    expect(pool.refusal('DeleteUserPool')).to.have.property('name', 'InvalidParameterException');
    pool.call('UpdateUserPool', { DeletionProtection: 'INACTIVE' });
    pool.call('DeleteUserPool');
    expect(pool.refusal('DescribeUserPool').name).to.equal('ResourceNotFoundException');
  });

  it('lists pools in pages, and loses none when one is deleted between them', () => {
    const pool = onePool();
    for (const PoolName of ['b', 'c', 'd']) pool.call('CreateUserPool', { PoolName });
    const first = pool.call('ListUserPools', { MaxResults: 2 });
    expect(names(first)).to.deep.equal(['before', 'b']);
    pool.call('DeleteUserPool');
    const second = pool.call('ListUserPools', { MaxResults: 2, NextToken: first.NextToken ?? '' });
    expect(names(second)).to.deep.equal(['c', 'd']);
    expect(second).to.not.have.property('NextToken');
    expect(pool.refusal('ListUserPools', { MaxResults: 2, NextToken: 'odd' }).name).to.equal(
      'InvalidParameterException',
    );
  });

  it('shares tags between TagResource and UserPoolTags', () => {
    const pool = onePool({ UserPoolTags: { a: 'b', c: 'd' } });
    const ResourceArn = String(pool.shown().Arn);
    pool.call('TagResource', { ResourceArn, Tags: { c: 'e', f: '' } });
    pool.call('UntagResource', { ResourceArn, TagKeys: ['a', 'none'] });
    expect(pool.call('ListTagsForResource', { ResourceArn })).to.deep.equal({ Tags: { c: 'e', f: '' } });
    expect(pool.shown().UserPoolTags).to.deep.equal({ c: 'e', f: '' });
    pool.call('UpdateUserPool', { UserPoolTags: { g: 'h' } });
    expect(pool.call('ListTagsForResource', { ResourceArn })).to.deep.equal({ Tags: { g: 'h' } });
    const elsewhere = ResourceArn.replace('us-east-1:', 'eu-west-1:');
    expect(pool.refusal('TagResource', { ResourceArn: elsewhere, Tags: {} }).name).to.equal(
      'ResourceNotFoundException',
    );
  });

  it('gives the same ids and request ids for the same calls', () => {
    const ids = () => {
      const pool = onePool();
      return [pool.id, pool.service.requestId(), pool.service.requestId()];
    };
    expect(ids()).to.deep.equal(ids());
    expect(new Set(ids()).size).to.equal(3);
  });

  it('enforces the rules it is given, and no others', () => {
    expect(() =>
      onePool({}, { clauses: [] }).call('UpdateUserPool', { AutoVerifiedAttributes: ['phone_number'] }),
    ).to.not.throw();
  });

  it('lets one part of it be replaced', () => {
    const pool = onePool({}, { alter: () => ({ violations: () => [] }) });
    pool.call('UpdateUserPool', { PoolName: '' });
    expect(pool.shown().Name).to.equal('');
  });
});

function names({ UserPools }: JsonObject): readonly (JsonValue | undefined)[] {
  return (UserPools as readonly JsonObject[]).map(({ Name }) => Name);
}
