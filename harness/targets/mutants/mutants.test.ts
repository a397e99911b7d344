import { expect } from 'chai';
import type { Case } from '../../../generators/cases/case.ts';
import { exampleCases } from '../../../generators/index.ts';
import type { Basis } from '../../../specs/clause.ts';
import { contractOf } from '../../../specs/contract.ts';
import type { EditionDate } from '../../../specs/edition.ts';
import { editionDates } from '../../../specs/edition.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../specs/json.ts';
import type { Fetch } from '../mock/fetchFrom.ts';
import type { Mutant } from './mutant.ts';
import { mutantFetch } from './mutantFetch.ts';
import { mutantsOf } from './mutantsOf.ts';

const newest: EditionDate = '2026-11-13';
const contract = contractOf(newest, 'observed');

/** A pool of a mutant, asked as a client would. */
class Client {
  id = '';
  private readonly fetch: Fetch;

  constructor(mutant: Pick<Mutant, 'alteration'>) {
    this.fetch = mutantFetch(mutant, contract, 'us-east-1');
  }

  static async of(id: string): Promise<Client> {
    const mutant = mutantsOf(contract).find((one) => one.id === id);
    if (mutant === undefined) throw new Error(`There is no mutant "${id}".`);
    return Client.made(mutant);
  }

  static async made(mutant: Pick<Mutant, 'alteration'>): Promise<Client> {
    const client = new Client(mutant);
    await client.create();
    return client;
  }

  async create(): Promise<string> {
    const created = await this.send('CreateUserPool', { PoolName: 'before' });
    const body: JsonValue = JSON.parse(await created.text());
    this.id = isJsonObject(body) && isJsonObject(body.UserPool) ? String(body.UserPool.Id) : '';
    return this.id;
  }

  send(operation: string, body: JsonObject): Promise<Response> {
    const headers = { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` };
    const request = new Request('http://127.0.0.1/', { method: 'POST', headers, body: JSON.stringify(body) });
    return this.fetch(request);
  }

  /** The error's name, or the status of a success. */
  async update(body: JsonObject): Promise<string> {
    const response = await this.send('UpdateUserPool', { UserPoolId: this.id, ...body });
    const answer: JsonValue = JSON.parse(await response.text());
    return isJsonObject(answer) && typeof answer.__type === 'string' ? answer.__type : `${response.status}`;
  }

  async shown(id = this.id): Promise<JsonObject> {
    const response = await this.send('DescribeUserPool', { UserPoolId: id });
    const body: JsonValue = JSON.parse(await response.text());
    return isJsonObject(body) && isJsonObject(body.UserPool) ? body.UserPool : {};
  }
}

const password = (PasswordPolicy: JsonObject) => ({ Policies: { PasswordPolicy } });
const minimum = (MinimumLength: number) => password({ MinimumLength });
const minimumOf = 'constraint/Policies.PasswordPolicy.MinimumLength';

describe('mutantsOf', () => {
  for (const basis of ['observed', 'documented'] as const) {
    it(`gives every mutant of every edition an id of its own and a clause that is there (${basis})`, () => {
      for (const date of editionDates) {
        const one = contractOf(date, basis);
        const ids = mutantsOf(one).map(({ id }) => id);
        expect(new Set(ids).size, date).to.equal(ids.length);
        const strange = mutantsOf(one).filter(({ clause }) => !one.byId.has(clause));
        expect(
          strange.map(({ id }) => id),
          date,
        ).to.deep.equal([]);
      }
    });
  }

  it('has a mutant for every clause of the model and for every rule that is refused', () => {
    const broken = new Set(mutantsOf(contract).map(({ clause }) => clause));
    const checked = contract.clauses.filter(
      ({ constraint }) =>
        !['state', 'wire'].includes(constraint.kind) &&
        (constraint.kind !== 'rule' || constraint.outcome === 'rejected'),
    );
    expect(checked.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).to.deep.equal([]);
  });

  it('has a mutant for every effect that the contract decides', () => {
    const broken = new Set(mutantsOf(contract).map(({ clause }) => clause));
    const decided = contract.clauses.filter(
      ({ constraint }) => constraint.kind === 'state' && constraint.observed.kind !== 'open',
    );
    expect(decided.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).to.deep.equal([]);
  });

  it('has one that loses a mail beside a link only where both are known to be taken', () => {
    const has = (basis: Basis) =>
      mutantsOf(contractOf(newest, basis)).some(({ id }) => id === 'stateful/lost-with-link/EmailMessage');
    expect([has('observed'), has('documented')]).to.deep.equal([true, false]);
  });
});

describe('a mutant', () => {
  it('that drops a bound still has the other one', async () => {
    const client = await Client.of(`${minimumOf}/min/dropped`);
    expect(await client.update(minimum(-7))).to.equal('200');
    expect(await client.update(minimum(100))).to.equal('InvalidParameterException');
  });

  it('with a looser bound takes one step and not two', async () => {
    const client = await Client.of(`${minimumOf}/min/looser`);
    expect(await client.update(minimum(5))).to.equal('200');
    expect(await client.update(minimum(4))).to.equal('InvalidParameterException');
  });

  it('with a tighter bound refuses the bound itself', async () => {
    const client = await Client.of(`${minimumOf}/max/tighter`);
    expect(await client.update(minimum(98))).to.equal('200');
    expect(await client.update(minimum(99))).to.equal('InvalidParameterException');
  });

  it('that takes any type still checks the values of the right one', async () => {
    const client = await Client.of(`${minimumOf}/type/dropped`);
    expect(await client.update(password({ MinimumLength: 'long' }))).to.equal('200');
    expect(await client.update(minimum(5))).to.equal('InvalidParameterException');
    expect(await client.update(password({ RequireNumbers: 'maybe' }))).to.equal('SerializationException');
  });

  it('that refuses one word of an enumeration takes the others', async () => {
    const client = await Client.of('constraint/DeletionProtection/enum/refuses-ACTIVE');
    expect(await client.update({ DeletionProtection: 'INACTIVE' })).to.equal('200');
    expect(await client.update({ DeletionProtection: 'ACTIVE' })).to.equal('InvalidParameterException');
  });

  it('that has forgotten a rule keeps the model', async () => {
    const rule = 'account-recovery-setting.recovery-mechanisms.unique-priorities';
    const client = await Client.of(`rule/${rule}/dropped`);
    const mechanisms = (...priorities: readonly number[]) => {
      const names = ['verified_email', 'verified_phone_number'];
      const RecoveryMechanisms = priorities.map((Priority, index) => ({ Priority, Name: names[index] ?? '' }));
      return { AccountRecoverySetting: { RecoveryMechanisms } };
    };
    expect(await client.update(mechanisms(1, 1))).to.equal('200');
    expect(await client.update(mechanisms(1, 3))).to.equal('InvalidParameterException');
  });

  it('that ignores a member stores the others of the request', async () => {
    const client = await Client.of('state/deletion-protection.sent/ignored');
    await client.update({ DeletionProtection: 'ACTIVE', UserPoolTags: { a: 'b' } });
    const { DeletionProtection, UserPoolTags } = await client.shown();
    expect({ DeletionProtection, UserPoolTags }).to.deep.equal({
      DeletionProtection: 'INACTIVE',
      UserPoolTags: { a: 'b' },
    });
  });

  it('that counts bytes refuses a text that is too long in bytes alone', async () => {
    const client = await Client.of('text/SmsAuthenticationMessage/utf-8');
    expect(await client.update({ SmsAuthenticationMessage: `{####}${'x'.repeat(134)}` })).to.equal('200');
    expect(await client.update({ SmsAuthenticationMessage: `{####}${'é'.repeat(134)}` })).to.equal(
      'InvalidParameterException',
    );
  });

  it('that answers otherwise does so for UpdateUserPool alone', async () => {
    const client = await Client.of('wire/success/status-201');
    expect(await client.update({})).to.equal('201');
    expect((await client.send('DescribeUserPool', { UserPoolId: client.id })).status).to.equal(200);
  });

  it('that breaks the connection answers nothing', async () => {
    const client = await Client.of('wire/no-answer/reset');
    const outcome = await client.update({}).catch(() => 'broken');
    expect(outcome).to.equal('broken');
  });

  it('that leaks changes another pool as well', async () => {
    const client = await Client.of('pools/leak/newest-other');
    const other = client.id;
    await client.create();
    await client.update({ UserPoolTags: { a: 'b' } });
    expect((await client.shown(other)).UserPoolTags).to.deep.equal({ a: 'b' });
  });

  it('that applies a refused request in part answers the refusal all the same', async () => {
    const client = await Client.of('pools/refused/first-members-applied');
    const request = { UserPoolTags: { a: 'b' }, DeletionProtection: 'MAYBE' };
    expect(await client.update(request)).to.equal('InvalidParameterException');
    expect((await client.shown()).UserPoolTags).to.deep.equal({ a: 'b' });
  });

  it('that gives up after thirty updates works until then', async () => {
    const client = await Client.of('stateful/updates-ignored/from-30');
    for (let turn = 1; turn < 30; turn += 1) await client.update({ UserPoolTags: { turn: `${turn}` } });
    expect((await client.shown()).UserPoolTags).to.deep.equal({ turn: '29' });
    await client.update({ UserPoolTags: { turn: '30' } });
    expect((await client.shown()).UserPoolTags).to.deep.equal({ turn: '29' });
  });
});

describe('a mutant without an alteration', () => {
  it('is the mock: it answers every example as the mock does', async () => {
    const scene = {
      edition: contract.edition,
      basis: 'observed',
      region: 'us-east-1',
      account: '123456789012',
    } as const;
    const [mutant, mock] = await Promise.all([
      Client.made({ alteration: {} }),
      Client.made({ alteration: { steps: () => ({}), wire: (usual) => usual, fetch: (usual) => usual } }),
    ]);
    const answers = async (client: Client, { request }: Case) => client.update({ ...request, UserPoolId: client.id });
    for (const one of exampleCases(scene)) expect(await answers(mutant, one)).to.equal(await answers(mock, one));
  });
});
