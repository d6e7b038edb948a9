import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type AppBed, appBed } from './app-bed.ts';

const reason = '統合端末の表示を二人で確かめたため';

describe('二人目の確認(B7)', () => {
  let bed: AppBed;
  let touch: { case: string; version: number };

  beforeEach(async () => {
    bed = await appBed();
    await heldCase();
  });
  afterEach(() => bed.remove());

  /** a case of the clerk's that is held because the terminal's date differs (V7) */
  async function heldCase(): Promise<void> {
    const received = await bed.counter.call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts: visitOf({ lines: [{ kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null }] }),
      shown: { verdict: 'accept', route: 'sameDay' },
      note: '',
      backEntry: null,
      approval: null,
    });
    const held = await bed.counter.call('issue.record', {
      requestId: requestId(),
      case: received.case,
      version: received.version,
      certificates,
      acceptance: null,
    });
    expect(held.summary.held).toBe('V7');
    touch = { case: received.case, version: held.summary.version };
  }

  const certificates = [{ line: 1, serial: '2A7F-19C2-440B', expiresOn: '2030-03-31' }];
  const asking = (who: { staffNumber: string; password: string }, why = reason) => ({
    requestId: requestId(),
    ...touch,
    certificates,
    acceptance: { staffNumber: who.staffNumber, password: who.password, reason: why },
  });

  async function expectUntouched(): Promise<void> {
    const { summary } = await bed.counter.call('case.open', { case: touch.case });
    expect(summary).toMatchObject({ version: touch.version, held: 'V7', step: 'verified' });
  }

  test('別の責任者なら受け入れられ、誰が受け入れたかが記録に残る', async () => {
    const done = await bed.counter.call('issue.record', asking(supervisor));
    expect(done.summary).toMatchObject({ step: 'finished', held: null });
    expect(done.history.map((each) => each.what)).toContain('責任者が受け入れ V7');
    expect(done.certificates[0]?.issued).toMatchObject({ expiresOn: '2030-03-31', terminalPrevailed: true });
  });

  test('管理者も受け入れられ、番号は全角で入れてもよい', async () => {
    const wide = { ...administrator, staffNumber: '１０００１' };
    expect((await bed.counter.call('issue.record', asking(wide))).summary.step).toBe('finished');
  });

  test('申し出た本人は、責任者であっても自分では受け入れられない', async () => {
    await bed.signInAs(supervisor);
    expect((await bed.counter.refused('issue.record', asking(supervisor))).code).toBe('secondPersonIsSelf');
    await expectUntouched();
  });

  test('職員どうしでは受け入れられない', async () => {
    await bed.signInAs(administrator);
    const other = {
      staffNumber: '10483',
      name: '見本 次席',
      kana: 'ミホン ジセキ',
      password: 'ひみつの合言葉 その四号',
    };
    await addToStaff(bed.counter, 'clerk', other);
    await bed.signInAs(clerk);
    expect((await bed.counter.refused('issue.record', asking(other))).code).toBe('secondPersonNotSupervisor');
    await expectUntouched();
  });

  test('責任者のパスワードが違えば断り、ない番号と同じ言葉で答え、照合の手間も同じだけかける', async () => {
    bed.passwords.asked.length = 0;
    const wrong = await bed.counter.refused('issue.record', asking({ ...supervisor, password: 'ちがう合言葉です' }));
    const nobody = await bed.counter.refused(
      'issue.record',
      asking({ staffNumber: '99999', password: 'ちがう合言葉です' }),
    );
    expect(wrong.code).toBe('secondPersonFailed');
    expect(nobody).toEqual(wrong);
    expect(bed.passwords.asked).toEqual(['somebody', 'nobody']);
    await expectUntouched();
  });

  test('5回続けて違えば、この端末のサインインも止まる', async () => {
    for (let time = 1; time <= 5; time += 1) {
      await bed.counter.refused('issue.record', asking({ ...supervisor, password: 'ちがう合言葉です' }));
    }
    expect((await bed.counter.refused('issue.record', asking(supervisor))).code).toBe('signInPaused');
    bed.clock.advance(1);
    expect((await bed.counter.call('issue.record', asking(supervisor))).summary.step).toBe('finished');
  });

  test('理由は10文字から、個人番号は書けない', async () => {
    for (const why of ['', '短い理由', '本人の番号は123456789018と確認']) {
      expect((await bed.counter.refused('issue.record', asking(supervisor, why))).code, why).toBe('badFields');
    }
    await expectUntouched();
  });

  test('照合の間に席を替わって、責任者が自分の申し出を自分で受け入れることはできない', async () => {
    let release = () => {};
    bed.passwords.hold = new Promise((resolve) => {
      release = resolve;
    });
    const pending = bed.counter.ask('issue.record', asking(supervisor));
    await bed.counter.call('session.signOut', {});
    const seated = bed.counter.call('session.signIn', {
      staffNumber: supervisor.staffNumber,
      password: supervisor.password,
    });
    bed.passwords.hold = null;
    release();
    await seated;
    const answer = await pending;
    expect(answer.ok).toBe(false);
    await expectUntouched();
  });

  test('照合の間にロックされた画面では、記録も職員の登録も進まない', async () => {
    const during = async (work: () => Promise<{ ok: boolean }>) => {
      let release = () => {};
      bed.passwords.hold = new Promise((resolve) => {
        release = resolve;
      });
      const pending = work();
      await bed.counter.call('session.lock', { reason: 'idle' });
      bed.passwords.hold = null;
      release();
      return pending;
    };
    expect(await during(() => bed.counter.ask('issue.record', asking(supervisor)))).toMatchObject({
      failure: { code: 'locked' },
    });
    await bed.counter.call('session.unlock', { password: clerk.password });
    await expectUntouched();
  });

  test('同時に何通りものパスワードを試しても、5回で止まる', async () => {
    await bed.counter.call('session.signOut', {});
    const tries = Array.from({ length: 12 }, (_, index) =>
      bed.counter.refused('session.signIn', { staffNumber: clerk.staffNumber, password: `ちがう合言葉です${index}` }),
    );
    const codes = (await Promise.all(tries)).map((failure) => failure.code);
    expect(codes.filter((code) => code === 'signInFailed')).toHaveLength(4);
    expect(codes.filter((code) => code === 'signInPaused')).toHaveLength(8);
    const right = { staffNumber: clerk.staffNumber, password: clerk.password };
    expect((await bed.counter.refused('session.signIn', right)).code).toBe('signInPaused');
  });
});
