import { ensureMachineTools } from '../../src-main/hosts/launcher/machine-tools.ts';
import { benchAppend } from './append.ts';
import { benchExports, benchReceiveWhileExporting } from './day-log-export.ts';
import { benchDecide } from './decide.ts';
import { benchReceive } from './receive.ts';
import { benchSearch } from './search.ts';

/** 計測 (npm run bench): one JSON line a figure. A ratio can be compared between machines, a time only on one. */
function say(figure: string, values: object): void {
  console.log(JSON.stringify({ figure, ...values }));
}

const append = benchAppend();
say('append', {
  medianMicroseconds: append.appendMedian,
  peer: 'fdatasync',
  peerMicroseconds: append.syncMedian,
  ratio: append.ratio,
  bytes: append.bytesPerAppend,
  rounds: append.rounds,
});
say('decide', benchDecide());
say('receive', await benchReceive());
say('search', await benchSearch());

// The peer of the exports is a program of its own; how far the large ledger is goes to standard error, beside the figures.
const tools = ensureMachineTools(['sqliteShell'], console.error);
if (!tools.ready) throw new Error(tools.message);
for (const figure of await benchExports(console.error)) say('dayLogExport', figure);
say('receiveWhileExporting', await benchReceiveWhileExporting(console.error));
