import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { callerOf } from '../support/caller.ts';
import { administrator, place, requestId, scratchFolder, storyStart, visitOf } from '../support/made-up.ts';
import { storyClock } from '../support/story-clock.ts';

/** 受付の速さ: one whole `receive.record` through dispatch, from the JSON of the screen to the JSON of the answer. */
export type ReceiveFigure = {
  readonly medianMicroseconds: number;
  readonly slowestOfHundred: number;
  readonly rounds: number;
};

export async function benchReceive(rounds = 500): Promise<ReceiveFigure> {
  const scratch = scratchFolder();
  const clock = storyClock(storyStart);
  const app = makeCounter({ folder: scratch.path, clock, practice: false, host: 'inProcess', ownsWindow: true });
  const counter = callerOf(app.invoke);
  await counter.call('setup.complete', { ...place, administrator });
  await counter.call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
  clock.set('2026-11-24T10:12');
  const times: number[] = [];
  for (let round = 0; round < rounds + 50; round += 1) {
    const input = {
      requestId: requestId(),
      draft: null,
      facts: visitOf({ holder: { ...visitOf().holder, name: `練習 花子${round % 97}` } }),
      shown: { verdict: 'accept', route: 'sameDay' },
      note: '',
      backEntry: null,
      approval: null,
    } as const;
    const start = process.hrtime.bigint();
    await counter.call('receive.record', input);
    if (round >= 50) times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  app.close();
  scratch.remove();
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { medianMicroseconds: at(0.5), slowestOfHundred: at(0.99), rounds };
}
