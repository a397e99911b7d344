import { expect } from 'chai';
import { newestEdition } from '../../specs/editions/index.ts';
import { fetchFrom } from '../targets/mock/fetchFrom.ts';
import { mockHandlers } from '../targets/mock/handlers.ts';
import { poolService } from '../targets/mock/poolService.ts';
import { BudgetSpent, budgetedTransport } from './budgetedTransport.ts';
import { directTransport } from './directTransport.ts';
import { poolLedger } from './poolLedger.ts';

describe('budgetedTransport', () => {
  it('keeps back what the removal of the open pools takes', async () => {
    const service = poolService({ edition: newestEdition, basis: 'observed', region: 'us-east-1' });
    const direct = directTransport(fetchFrom(mockHandlers(service)), 1000);
    let open = () => 0;
    const ledger = poolLedger(budgetedTransport(direct, 7, () => open()));
    open = () => ledger.open().length;
    const { transport } = ledger;
    await transport.send('CreateUserPool', '{"PoolName":"a"}');
    const [id = ''] = ledger.open();
    const body = JSON.stringify({ UserPoolId: id });
    await transport.send('UpdateUserPool', body);
    await transport.send('DescribeUserPool', body);
    const refused = await transport.send('UpdateUserPool', body).catch((error: unknown) => error);
    expect(refused).to.be.an.instanceOf(BudgetSpent);
    await transport.send('DeleteUserPool', body, 'removal');
    expect(ledger.open()).to.deep.equal([]);
    expect(transport.sent()).to.equal(4);
  });
});
