import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Passwords } from '../../../src-main/app/ports.ts';
import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { type Caller, callerOf } from '../../support/caller.ts';
import {
  administrator,
  clerk,
  givenPassword,
  place,
  requestId,
  scratchFolder,
  supervisor,
} from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type StoryClock, storyClock } from '../../support/story-clock.ts';
import { quickPasswords } from './quick-passwords.ts';

type Opened = ReturnType<typeof makeCounter> & Caller;
const wrongWord = 'ちがう合言葉です、きっと';

let folder: ReturnType<typeof scratchFolder>;
let clock: StoryClock;
let app: Opened;

function start(passwords: Passwords = quickPasswords()): Opened {
  const counter = makeCounter({
    folder: folder.path,
    clock,
    practice: false,
    host: 'inProcess',
    ownsWindow: true,
    passwords,
  });
  return { ...counter, ...callerOf(counter.invoke) };
}

async function signIn(who: { staffNumber: string; password: string }) {
  await app.ask('session.signOut', {});
  return app.call('session.signIn', { staffNumber: who.staffNumber, password: who.password });
}

const failing = (staffNumber: string) => app.refused('session.signIn', { staffNumber, password: wrongWord });
const eventsOf = (name: string) =>
  (app.ledger()?.reads.eventsOfDay('shiminka', '2026-11-24') ?? []).filter((event) => event.name === name);

beforeEach(async () => {
  folder = scratchFolder();
  clock = storyClock('2026-11-24T08:41');
  app = start();
  await app.call('setup.complete', { ...place, administrator });
  await signIn(administrator);
  await addToStaff(app, 'clerk', clerk);
  await addToStaff(app, 'supervisor', supervisor);
  await app.call('session.signOut', {});
});
afterEach(() => {
  app.close();
  folder.remove();
});

describe('サインインの休止は端末のもの', () => {
  test('5回続けて違うと止まり、いつまでかを言い、その時刻には入れる', async () => {
    for (let time = 0; time < 4; time += 1) expect((await failing(clerk.staffNumber)).code).toBe('signInFailed');
    const paused = await failing(clerk.staffNumber);
    expect(paused.code).toBe('signInPaused');
    expect(paused.message).toContain('8:42まで');
    expect((await app.call('program.status', {})).signInPausedUntil).toBe('2026-11-24T08:42:00.000+09:00');
    expect((await app.refused('session.signIn', clerkSignIn)).code).toBe('signInPaused');
    clock.set('2026-11-24T08:42');
    expect((await app.call('session.signIn', clerkSignIn)).phase).toBe('open');
  });

  test('終わらせて始め直しても、休止と回数は残る', async () => {
    for (let time = 0; time < 5; time += 1) await failing(clerk.staffNumber);
    app.close();
    app = start();
    expect((await app.call('program.status', {})).signInPausedUntil).toBe('2026-11-24T08:42:00.000+09:00');
    expect((await app.refused('session.signIn', clerkSignIn)).code).toBe('signInPaused');
    clock.set('2026-11-24T08:42');
    for (let time = 0; time < 4; time += 1) await failing(clerk.staffNumber);
    app.close();
    app = start();
    expect((await failing(clerk.staffNumber)).message).toContain('8:44まで');
  });

  test('だれの番号でも、ない番号でも、同じ言葉で同じだけ止まる', async () => {
    const said: string[] = [];
    for (let time = 0; time < 5; time += 1) said.push((await failing('99999')).message);
    clock.set('2026-11-24T09:30');
    const again: string[] = [];
    for (let time = 0; time < 5; time += 1) again.push((await failing(clerk.staffNumber)).message);
    expect(again.slice(0, 4)).toEqual(said.slice(0, 4));
    expect(again[4]?.replace('9:31', '8:42')).toBe(said[4]);
  });

  test('同僚の番号で何度違えても、翌日まで締め出すことはできない: いちばん長くて15分', async () => {
    for (let round = 0; round < 8; round += 1) {
      for (let time = 0; time < 5; time += 1) await failing(clerk.staffNumber);
      const { signInPausedUntil, now } = await app.call('program.status', {});
      const minutes = (Date.parse(signInPausedUntil ?? now) - Date.parse(now)) / 60_000;
      expect(minutes).toBeGreaterThan(0);
      expect(minutes).toBeLessThanOrEqual(15);
      clock.advance(minutes);
    }
    expect((await app.call('session.signIn', clerkSignIn)).phase).toBe('open');
  });

  test('失敗も休止も、用件と職員とともに出来事になる', async () => {
    await failing('99999');
    for (let time = 0; time < 4; time += 1) await failing(clerk.staffNumber);
    const failures = eventsOf('signInFailed/2').map(({ payload, envelope }) => ({
      ...payload,
      terminal: envelope.terminal,
    }));
    expect(failures).toHaveLength(5);
    expect(failures[0]).toEqual({ staff: null, purpose: 'signIn', why: 'password', terminal: 1 });
    expect(failures[4]).toMatchObject({ staff: expect.stringMatching(/^[0-9a-f]{32}$/), purpose: 'signIn' });
    expect(eventsOf('signInPaused/1').map(({ payload }) => payload)).toEqual([
      { until: '2026-11-24T08:42:00.000+09:00', minutes: 1 },
    ]);
  });

  test('管理者がパスワードを設定し直すと、休止は終わる', async () => {
    await signIn(administrator);
    await app.call('session.lock', { reason: 'key' });
    for (let time = 0; time < 4; time += 1) await app.refused('session.unlock', { password: wrongWord });
    await app.call('session.unlock', { password: administrator.password });
    const staff = staffOf(clerk.staffNumber);
    const asking = { staffNumber: clerk.staffNumber, password: wrongWord };
    for (let time = 0; time < 5; time += 1) await app.ask('staff.handOver', handOverTo(asking));
    expect((await app.call('program.status', {})).signInPausedUntil).not.toBeNull();
    const reset = { requestId: requestId(), staff, reason: '忘れたため', password: givenPassword };
    await app.call('staff.resetPassword', reset);
    expect((await app.call('program.status', {})).signInPausedUntil).toBeNull();
  });
});

const clerkSignIn = { staffNumber: clerk.staffNumber, password: clerk.password };
const staffOf = (number: string) => app.ledger()?.reads.staffByNumber(number)?.staff ?? '';
const handOverTo = (successor: { staffNumber: string; password: string }) => ({
  requestId: requestId(),
  staff: staffOf(supervisor.staffNumber),
  reason: '異動のため',
  predecessor: 'clerk' as const,
  effectiveFrom: '',
  successor,
});

describe('渡されたパスワード', () => {
  const newcomer = { staffNumber: '10500', name: '例 新人', kana: 'レイ シンジン', password: givenPassword };
  beforeEach(async () => {
    await signIn(administrator);
    await app.call('staff.add', { requestId: requestId(), role: 'supervisor', staff: newcomer });
  });

  test('はじめてのサインインでは、変えるまで何もできない', async () => {
    expect((await signIn(newcomer)).phase).toBe('ownPassword');
    expect((await app.refused('home.today', {})).code).toBe('ownPasswordNeeded');
    expect((await app.refused('dayLog.view', { day: '2026-11-24', office: 'shiminka' })).code).toBe(
      'ownPasswordNeeded',
    );
    const changed = await app.call('session.changePassword', {
      current: givenPassword,
      next: '雨の日はねことお茶を' + '飲む',
    });
    expect(changed.phase).toBe('open');
    await app.call('home.today', {});
    expect((await signIn({ ...newcomer, password: '雨の日はねことお茶を飲む' })).phase).toBe('open');
  });

  test('ロックしても終わらせても、変えるまでは同じである', async () => {
    await signIn(newcomer);
    expect((await app.call('session.lock', { reason: 'key' })).phase).toBe('locked');
    expect((await app.call('session.unlock', { password: givenPassword })).phase).toBe('ownPassword');
    app.close();
    app = start();
    expect((await signIn(newcomer)).phase).toBe('ownPassword');
  });

  test('渡されたパスワードのままでは、二人目として承認できない', async () => {
    await signIn(supervisor);
    const failure = await app.refused(
      'staff.handOver',
      handOverTo({ staffNumber: newcomer.staffNumber, password: givenPassword }),
    );
    expect(failure.code).toBe('secondPersonNotHere');
    expect(failure.fields[0]?.message).toContain('渡されたパスワードのまま');
    expect(eventsOf('supervisorHandedOver/1')).toEqual([]);
  });
});

describe('パスワードを変える', () => {
  const next = '雨の日はねことお茶を飲む';
  beforeEach(() => signIn(clerk));

  test('いまのものが合えば変わり、古いものでは入れず、出来事にパスワードは残らない', async () => {
    await app.call('session.changePassword', { current: clerk.password, next });
    expect((await signIn({ ...clerk, password: next })).phase).toBe('open');
    await app.call('session.signOut', {});
    expect((await app.refused('session.signIn', clerkSignIn)).code).toBe('signInFailed');
    const staff = staffOf(clerk.staffNumber);
    const mine = eventsOf('passwordChanged/1').filter((event) => (event.payload as { staff: string }).staff === staff);
    // Once at the first sign-in, once now.
    expect(mine.map(({ payload }) => payload)).toEqual(Array(2).fill({ staff, by: 'self', approver: null }));
    expect(JSON.stringify(mine)).not.toContain(next);
  });

  test('いまのものが違えば変わらず、回数に数える', async () => {
    const failure = await app.refused('session.changePassword', { current: wrongWord, next });
    expect(failure.code).toBe('wrongPassword');
    expect(failure.fields[0]).toMatchObject({ field: 'current' });
    expect(eventsOf('signInFailed/2').at(-1)?.payload).toMatchObject({ purpose: 'passwordChange', why: 'password' });
    expect((await signIn(clerk)).phase).toBe('open');
  });

  test.each([
    ['短いもの', 'みじかい'],
    ['職員番号を含むもの', `${clerk.staffNumber}-neko-no-hi`],
    ['自分の氏名を含むもの', 'まどぐちの雨の日はねこ'],
    ['いまと同じもの', clerk.password],
  ])('%sには変えられず、欄で伝える', async (_, wanted) => {
    const failure = await app.refused('session.changePassword', { current: clerk.password, next: wanted });
    expect(failure).toMatchObject({ code: 'badFields', fields: [{ field: 'next' }] });
    expect((await signIn(clerk)).phase).toBe('open');
  });

  test('照合のしかたが古ければ、サインインのときに新しくする', async () => {
    app.close();
    const hashed: string[] = [];
    const aged: Passwords = {
      hash: async (password) => {
        hashed.push(password);
        return `plain$${password}`;
      },
      matches: quickPasswords().matches,
      isOutdated: (stored) => stored.startsWith('plain$') && hashed.length === 0,
    };
    app = start(aged);
    await signIn(clerk);
    expect(hashed).toEqual([clerk.password]);
    await signIn(clerk);
    expect(hashed).toHaveLength(1);
  });
});
