import { benchAppend } from './append.ts';
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
