import { startElectronHost } from '../../../../src-main/hosts/electron/host.ts';
import { makeCounter } from '../../../../src-main/system/counter-parts.ts';
import { describeCounterContract } from '../../../hosts/counter-contract.ts';
import { recordedElectron } from './recorded-electron.ts';

// The real counter behind the real wiring; only Electron itself is the double.
describeCounterContract('Electronの替え玉', async ({ folder, clock }) => {
  const double = recordedElectron();
  double.ready();
  await startElectronHost(double.electron, {
    makeCounter: (options) => makeCounter({ ...options, clock }),
    selfTest: () => [],
    commandLine: [`--data=${folder}`],
    platform: 'linux',
    rendererFolder: folder,
    preload: '/app/preload.cjs',
  });
  const event = {
    sender: double.contents.api,
    senderFrame: { origin: 'https://madoguchi.invalid', parent: null, detached: false },
  };
  return {
    invoke: (method, json) => double.invoke(event, method, json),
    close: async () => double.app.emit('will-quit'),
  };
});
