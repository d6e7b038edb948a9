import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clerk, requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import { acceptance, holderWithCertificates, issueAll, receiveNow, receptionOf, revoke } from './bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

async function answer(approve: boolean, note = ''): Promise<void> {
  await bed.signInAs(supervisor);
  const { waiting } = await bed.counter.call('approval.list', {});
  const [first] = waiting;
  if (first === undefined) throw new Error('nothing waits');
  await bed.counter.call('approval.answer', { requestId: requestId(), request: first.request, approve, note });
}

const correctionOf = (entry: string, caseId: string) => ({
  requestId: requestId(),
  case: caseId,
  entry,
  changes: [{ field: 'kana', to: 'ﾚﾝｼｭｳ ﾊﾅｺ' }],
  reason: 'フリガナの聞き違いのため',
  acceptance: null,
});

describe('訂正 (B1, B4, B7)', () => {
  test('責任者がその場で認めた訂正は、もとの記録を残したまま、いまの値と理由と承認した人を示す', async () => {
    const wrong = await receiveNow(bed, { holder: { ...visitOf().holder, kana: 'レンシウ ハナコ' } });
    const [reception] = wrong.history;
    expect(reception?.correctable.map(({ field }) => field)).toEqual([
      'name',
      'kana',
      'bornOn',
      'sex',
      'address',
      'cardExpiresOn',
    ]);
    const { staffNumber, password } = acceptance;
    const ask = { ...correctionOf(reception?.entry ?? '', wrong.summary.case), acceptance: { staffNumber, password } };
    const after = await bed.counter.call('correction.ask', ask);
    expect(after.holder?.kana).toBe('レンシュウ\u{3000}ハナコ');
    expect(after.corrections).toMatchObject([
      {
        reason: 'フリガナの聞き違いのため',
        changes: [{ label: 'フリガナ', from: 'レンシウ\u{3000}ハナコ', to: 'レンシュウ\u{3000}ハナコ' }],
        asked: '見本 窓口',
        approver: '見本 責任',
      },
    ]);
    expect(after.summary).toMatchObject({ corrected: true, version: wrong.summary.version });
    expect((await bed.counter.call('person.search', { typed: 'れんしゅう' })).persons).toHaveLength(1);
  });

  test('承認を待つ訂正は、承認された日の日報に載り、受付の日の日報は変わらない', async () => {
    const wrong = await receiveNow(bed, { holder: { ...visitOf().holder, kana: 'レンシウ ハナコ' } });
    const entry = wrong.history[0]?.entry ?? '';
    const asked = await bed.counter.call('correction.ask', correctionOf(entry, wrong.summary.case));
    expect(asked).toMatchObject({ holder: { kana: 'レンシウ\u{3000}ハナコ' }, summary: { asked: true } });
    bed.clock.set('2026-11-26T10:00');
    await answer(true);
    const log = (day: string) => bed.counter.call('dayLog.view', { day, office: 'shiminka' });
    expect((await log('2026-11-24')).corrections).toEqual([]);
    expect((await log('2026-11-26')).corrections).toMatchObject([
      {
        receipt: wrong.summary.receipt,
        entryDay: '2026-11-24',
        fields: 'フリガナ',
        asked: '見本 窓口',
        approver: '見本 責任',
      },
    ]);
  });

  test('頼んだ人は自分では認められず、責任者でも同じ', async () => {
    await bed.signInAs(supervisor);
    const wrong = await receiveNow(bed, { holder: { ...visitOf().holder, kana: 'レンシウ ハナコ' } });
    const ask = correctionOf(wrong.history[0]?.entry ?? '', wrong.summary.case);
    const { staffNumber, password } = acceptance;
    const self = await bed.counter.refused('correction.ask', { ...ask, acceptance: { staffNumber, password } });
    expect(self.code).toBe('secondPersonIsSelf');
    await bed.counter.call('correction.ask', ask);
    const { waiting } = await bed.counter.call('approval.list', {});
    expect(waiting).toMatchObject([{ askedByMe: true }]);
    const own = { requestId: requestId(), request: waiting[0]?.request ?? '', approve: true, note: '' };
    expect((await bed.counter.refused('approval.answer', own)).code).toBe('secondPersonIsSelf');
  });

  test('発行番号の打ち間違いを訂正すると、新しい番号で探せる', async () => {
    const done = await holderWithCertificates(bed);
    const issued = done.history.find(({ correctable }) => correctable.some(({ field }) => field === 'serial'));
    const ask = {
      ...correctionOf(issued?.entry ?? '', done.summary.case),
      changes: [{ field: 'serial', to: '９０ＺＺ-9999-1' }],
      acceptance: { staffNumber: acceptance.staffNumber, password: acceptance.password },
    };
    await bed.counter.call('correction.ask', ask);
    expect((await bed.counter.call('person.search', { typed: '90ZZ-9999-1' })).by).toBe('serial');
    expect((await bed.counter.call('person.search', { typed: '90ZZ-9999-1' })).persons).toHaveLength(1);
  });

  test('読めない値、同じ値、訂正できない欄は、その欄で断る', async () => {
    const wrong = await receiveNow(bed);
    const entry = wrong.history[0]?.entry ?? '';
    const refusedFields = async (field: string, to: string) => {
      const ask = { ...correctionOf(entry, wrong.summary.case), changes: [{ field, to }] };
      return (await bed.counter.refused('correction.ask', ask)).fields.map((each) => each.field);
    };
    expect(await refusedFields('bornOn', '昭和64年2月1日')).toEqual(['bornOn']);
    expect(await refusedFields('bornOn', '昭和63年4月1日')).toEqual(['bornOn']);
    expect(await refusedFields('kana', 'hanako')).toEqual(['kana']);
    expect(await refusedFields('inRegister', 'false')).toEqual(['inRegister']);
    expect(await refusedFields('address', '番号は 123456789018 です')).toEqual(['address']);
  });

  test('承認を待つ間に同じ欄が訂正されたら、古い依頼は認められない', async () => {
    const wrong = await receiveNow(bed, { holder: { ...visitOf().holder, kana: 'レンシウ ハナコ' } });
    const ask = correctionOf(wrong.history[0]?.entry ?? '', wrong.summary.case);
    await bed.counter.call('correction.ask', ask);
    const { staffNumber, password } = acceptance;
    const other = { changes: [{ field: 'kana', to: 'レンシュ ハナコ' }], acceptance: { staffNumber, password } };
    await bed.counter.call('correction.ask', { ...ask, ...other, requestId: requestId() });
    await bed.signInAs(supervisor);
    const { waiting } = await bed.counter.call('approval.list', {});
    const late = { requestId: requestId(), request: waiting[0]?.request ?? '', approve: true, note: '' };
    expect((await bed.counter.refused('approval.answer', late)).code).toBe('correctedMeanwhile');
  });
});

describe('満了日の相違を責任者に任せる (V7, B7)', () => {
  test('端末の日付を残して待ち、別の机の責任者が認めると発行済みになる', async () => {
    const detail = await receiveNow(bed, {
      lines: [{ kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null }],
    });
    const touch = { case: detail.summary.case, version: detail.summary.version };
    const certificates = [{ line: 1, serial: '90AB-0000-1', expiresOn: '2030-03-31' }];
    const held = await bed.counter.call('issue.record', {
      requestId: requestId(),
      ...touch,
      certificates,
      acceptance: null,
    });
    const ask = { ...touch, version: held.summary.version, line: 1, serial: '90AB-0000-1', expiresOn: '2030-03-31' };
    const waiting = await bed.counter.call('issue.askAcceptance', {
      requestId: requestId(),
      ...ask,
      reason: '端末を二度見て同じだった',
    });
    expect(waiting.waiting).toMatchObject([{ act: 'terminalDate' }]);
    const again = {
      requestId: requestId(),
      ...ask,
      version: waiting.summary.version,
      reason: '端末を二度見て同じだった',
    };
    expect((await bed.counter.refused('issue.askAcceptance', again)).code).toBe('alreadyAsked');
    await answer(true);
    const done = await bed.counter.call('case.open', { case: touch.case });
    expect(done.certificates[0]?.issued).toEqual({
      serial: '90AB-0000-1',
      expiresOn: '2030-03-31',
      terminalPrevailed: true,
    });
  });
});

describe('時刻と人 (L2–L4)', () => {
  test('16時59分に受け付けたものは、17時を過ぎても、次の日でも発行できる', async () => {
    bed.clock.set('2026-11-24T16:59');
    const detail = await receiveNow(bed);
    bed.clock.set('2026-11-25T09:05');
    expect((await issueAll(bed, detail)).summary.step).toBe('finished');
  });

  test('紙で受け付けたものは、その時刻で判定し、二人目が確かめるまで止まる (L4)', async () => {
    bed.clock.set('2026-11-24T18:30');
    const backEntry = { happenedAt: '2026-11-24T14:05', reason: '停電で端末が使えなかった' };
    const alone = await bed.counter.refused('receive.record', receptionOf({}, { backEntry }));
    expect(alone.code).toBe('secondPersonNeeded');
    const done = await bed.counter.call('receive.record', receptionOf({}, { backEntry, approval: 'wait' }));
    expect(done.held).toBe('L4');
    const waiting = await bed.counter.call('case.open', { case: done.case });
    expect(waiting).toMatchObject({ backEntryReason: backEntry.reason, summary: { next: 'waitForSecondPerson' } });
    expect(waiting.summary.receivedAt).toBe('2026-11-24T14:05:00.000+09:00');
    const touch = { requestId: requestId(), case: done.case, version: waiting.summary.version };
    const certificates = [{ line: 2, serial: '90AB-0000-2', expiresOn: '2030-04-01' }];
    expect((await bed.counter.refused('issue.record', { ...touch, certificates, acceptance: null })).code).toBe(
      'waitsForSecondPerson',
    );
    await answer(true);
    await bed.signInAs(clerk);
    const free = await bed.counter.call('case.open', { case: done.case });
    expect((await issueAll(bed, free)).summary.step).toBe('finished');
  });

  test('認められなかった紙の受付は、責任者の理由とともに取下げになる', async () => {
    const backEntry = { happenedAt: '2026-11-24T09:05', reason: '停電で端末が使えなかった' };
    const done = await bed.counter.call('receive.record', receptionOf({}, { backEntry, approval: 'wait' }));
    await answer(false, '紙の控えが見つからないため');
    const after = await bed.counter.call('case.open', { case: done.case });
    expect(after.summary.step).toBe('withdrawn');
    expect(after.history.some(({ what }) => what.includes('紙の控えが見つからないため'))).toBe(true);
  });

  test('時間の外に紙で受け付けたことにはできない (L2)', async () => {
    const backEntry = { happenedAt: '2026-11-23T10:00', reason: '停電で端末が使えなかった' };
    const shown = { verdict: 'refuse', route: null } as const;
    const refused = await bed.counter.call(
      'receive.record',
      receptionOf({}, { backEntry, approval: acceptance, shown }),
    );
    expect(refused.verdict).toBe('refuse');
  });

  test('システム停止の間は受け付けて待ち、停止が終われば発行できる (L3)', async () => {
    await bed.signInAs(supervisor);
    const stop = {
      kind: 'systemStop',
      from: '2026-11-24T10:00',
      until: '2026-11-24T12:00',
      offices: null,
      reason: '全国の点検',
    } as const;
    await bed.counter.call('settings.addCalendarEntry', { requestId: requestId(), ...stop });
    await bed.signInAs(clerk);
    const done = await bed.counter.call('receive.record', receptionOf({}));
    expect(done.held).toBe('L3');
    const detail = await bed.counter.call('case.open', { case: done.case });
    expect(detail.summary.next).toBe('waitForSystem');
    expect((await issueAll(bed, detail)).summary.lines.map(({ outcome }) => outcome)).toEqual(['open', 'open']);
    const revoking = await bed.counter.call(
      'receive.record',
      receptionOf({ lines: [revoke('signature', 'X1')], holder: { ...visitOf().holder, name: '練習 次郎' } }),
    );
    expect(revoking).toMatchObject({ revoked: 0, held: 'L3' });
    bed.clock.set('2026-11-24T12:00');
    const over = await bed.counter.call('case.open', { case: done.case });
    expect((await issueAll(bed, over)).summary.step).toBe('finished');
    const { summary } = await bed.counter.call('case.open', { case: revoking.case });
    const touch = { requestId: requestId(), case: revoking.case, version: summary.version };
    expect((await bed.counter.call('revoke.record', { ...touch, lines: [1] })).summary.step).toBe('finished');
  });

  test('手数料は表の理由ごとに明細に付き、日報の合計になる (F1)', async () => {
    await bed.signInAs({ staffNumber: '10001', password: 'ひみつの合言葉 その一号' });
    const fees = {
      effectiveFrom: '2026-11-24',
      fees: [{ reason: '紛失による再交付', yen: 200 }],
      reason: '市の決まり',
    };
    await bed.counter.call('settings.changeFees', { requestId: requestId(), ...fees });
    const lines = [
      { kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: '紛失による再交付' },
    ] as const;
    await bed.counter.call('receive.record', receptionOf({ lines: [...lines] }));
    const unknown = receptionOf({ lines: [{ ...lines[0], feeReason: '知らない理由' }] });
    expect((await bed.counter.refused('receive.record', unknown)).fields.map(({ field }) => field)).toEqual(['fee']);
    expect((await bed.counter.call('dayLog.view', { day: '2026-11-24', office: 'shiminka' })).fees).toBe(200);
  });
});
