import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger } from '../../../src-main/store/create.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { systemChance } from '../../../src-main/system/chance.ts';
import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { callerOf } from '../../support/caller.ts';
import { administrator, place, scratchFolder, storyStart } from '../../support/made-up.ts';
import { storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from './app-bed.ts';

describe('最初の設定', () => {
  let scratch: ReturnType<typeof scratchFolder>;
  beforeEach(() => {
    scratch = scratchFolder();
  });
  afterEach(() => scratch.remove());

  const open = () =>
    makeCounter({
      folder: scratch.path,
      clock: storyClock(storyStart),
      practice: false,
      host: 'inProcess',
      ownsWindow: true,
      passwords: quickPasswords(),
    });

  test('台帳を作ったところで止まっても、設定をやり直せば使い始められる', async () => {
    const created = createLedger({
      ...place,
      folder: scratch.path,
      clock: storyClock(storyStart),
      chance: systemChance,
      keyStore: keyFile({ whenTooWide: 'refuse' }),
      practice: false,
      policy: '2026-11',
      program: 'window',
    });
    if (!created.ok) throw new Error(created.failure.code);
    created.value.close();
    const app = open();
    const counter = callerOf(app.invoke);
    expect((await counter.call('program.status', {})).phase).toBe('setUp');
    expect((await counter.refused('home.today', {})).code).toBe('notSetUp');
    const elsewhere = { ...place, office: 'heiwa', administrator } as const;
    const refused = await counter.refused('setup.complete', elsewhere);
    expect(refused.fields).toMatchObject([{ field: 'office', message: expect.stringContaining('市民課・端末1') }]);
    expect((await counter.call('setup.complete', { ...place, administrator })).phase).toBe('signIn');
    const { staffNumber, password } = administrator;
    expect((await counter.call('session.signIn', { staffNumber, password })).phase).toBe('open');
    app.close();
  });

  test('直すところのある設定では、台帳を作らない', async () => {
    const app = open();
    const counter = callerOf(app.invoke);
    const wrong = { ...place, terminal: 100, administrator: { ...administrator, password: '短い' } };
    const failure = await counter.refused('setup.complete', wrong);
    expect(failure.fields.map((each) => each.field)).toEqual(['terminal', 'administrator.password']);
    expect(app.ledger()).toBeNull();
    expect((await counter.call('program.status', {})).phase).toBe('setUp');
    app.close();
  });

  test('同時に二度設定しても、管理者は一人', async () => {
    const app = open();
    const counter = callerOf(app.invoke);
    const other = { ...administrator, staffNumber: '10002' };
    const answers = await Promise.all([
      counter.ask('setup.complete', { ...place, administrator }),
      counter.ask('setup.complete', { ...place, administrator: other }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.failure.code)).toSorted()).toEqual([
      'alreadySetUp',
      'done',
    ]);
    expect(app.ledger()?.reads.staff()).toHaveLength(1);
    app.close();
  });
});
