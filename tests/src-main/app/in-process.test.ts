import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { describeCounterContract } from '../../hosts/counter-contract.ts';

describeCounterContract('画面なし', async ({ folder, clock }) => {
  const counter = makeCounter({ folder, clock, practice: false, host: 'inProcess', ownsWindow: true });
  return { invoke: counter.invoke, close: async () => counter.close() };
});
