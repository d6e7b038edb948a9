import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { PHOTO_DOCUMENT_CODES, SECOND_LIST_DOCUMENT_CODES } from '../../../src-shared/domain/documents.ts';
import { administrator, agentOf, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { issueAll, post, receiveByLetter, receiveNow, receptionOf, replyOf } from './procedures/bed.ts';
import { changeRule, closeDays } from './settings-bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const tomorrow = '2026-11-25T10:00';
const open = (caseId: string) => bed.counter.call('case.open', { case: caseId });
const named = (name: string, change: Partial<ReceiveFacts['holder']> = {}): Partial<ReceiveFacts> => ({
  holder: { ...visitOf().holder, name, ...change },
});
const showing = (...documents: ReceiveFacts['visitor']['documents']): ReceiveFacts['visitor'] => ({
  ...visitOf().visitor,
  documents,
});
describe('本人確認の決まり (I1、I3、I4)', () => {
  const two = showing('studentCard', 'pensionBook');

  test('写真のない書類を3点にすると、その日から2点では照会になり、前に即日で受けたものは即日のまま発行できる', async () => {
    const before = await receiveNow(bed, { visitor: two });
    expect(before.summary.route).toBe('sameDay');
    bed.clock.set(tomorrow);
    await changeRule(bed, { secondListDocumentsNeeded: 3 });
    const shown = { verdict: 'accept', route: 'inquiry' } as const;
    const after = await bed.counter.call(
      'receive.record',
      receptionOf({ ...named('練習 次郎'), visitor: two }, { shown }),
    );
    expect((await open(after.case)).summary.route).toBe('inquiry');
    const old = await open(before.summary.case);
    expect(old.summary.route).toBe('sameDay');
    expect((await issueAll(bed, old)).summary.step).toBe('finished');
  });

  test('予定の日までは、いまの点数で受け付ける', async () => {
    await changeRule(bed, { secondListDocumentsNeeded: 3 }, '2026-11-26');
    bed.clock.set(tomorrow);
    expect((await receiveNow(bed, { visitor: two })).summary.route).toBe('sameDay');
    bed.clock.set('2026-11-26T10:00');
    const shown = { verdict: 'accept', route: 'inquiry' } as const;
    const after = await bed.counter.call(
      'receive.record',
      receptionOf({ ...named('練習 次郎'), visitor: two }, { shown }),
    );
    expect((await open(after.case)).summary.route).toBe('inquiry');
  });

  test('一覧から外した写真のない書類は、その日から数えない', async () => {
    await changeRule(bed, { secondListDocuments: SECOND_LIST_DOCUMENT_CODES.filter((code) => code !== 'studentCard') });
    const shown = { verdict: 'accept', route: 'inquiry' } as const;
    const after = await bed.counter.call('receive.record', receptionOf({ visitor: two }, { shown }));
    expect((await open(after.case)).summary.route).toBe('inquiry');
    expect(
      (await receiveNow(bed, { ...named('練習 次郎'), visitor: showing('employeeCard', 'pensionBook') })).summary.route,
    ).toBe('sameDay');
  });

  test('一覧から外した写真付きの書類では代理人になれず、前に受けた代理人の照会は続き、回答の日はその日の一覧で確かめる', async () => {
    const agent = agentOf({ documents: ['passport'] });
    const before = await post(bed, await receiveByLetter(bed, { visitor: agent }));
    bed.clock.set(tomorrow);
    await changeRule(bed, { photoDocuments: PHOTO_DOCUMENT_CODES.filter((code) => code !== 'passport') });
    const shown = { verdict: 'refuse', route: null } as const;
    const refused = await bed.counter.call(
      'receive.record',
      receptionOf({ ...named('練習 次郎'), visitor: agent }, { shown }),
    );
    expect(refused.verdict).toBe('refuse');
    const old = await open(before.summary.case);
    expect(old.summary.step).toBe('letterPosted');
    expect((await bed.counter.refused('reply.accept', replyOf(old))).code).toBe('replyNotAccepted');
    const visitor = { ...replyOf(old).visitor, documents: ['driversLicence' as const] };
    await bed.counter.call('reply.accept', replyOf(await open(old.summary.case), { visitor }));
    expect((await open(old.summary.case)).summary.step).toBe('replyAccepted');
  });

  test('法定代理人の即日を入れると、その日から即日になり、前の照会は照会のまま', async () => {
    const young = { bornOn: '2014-05-01' };
    const facts = (name: string): Partial<ReceiveFacts> => ({
      ...named(name, young),
      lines: [{ kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null }],
      visitor: agentOf({ capacity: 'statutoryRepresentative', relation: '母', reason: null, proof: 'familyRegister' }),
    });
    const before = await receiveByLetter(bed, facts('練習 一郎'));
    bed.clock.set(tomorrow);
    await changeRule(bed, { sameDayForStatutoryRepresentative: true });
    expect((await receiveNow(bed, facts('練習 次郎'))).summary.route).toBe('sameDay');
    expect((await open(before.summary.case)).summary).toMatchObject({ route: 'inquiry', step: 'verified' });
  });

  test('封をした全国様式の即日を入れても、いまは判定が変わらない', async () => {
    await changeRule(bed, { sameDayForSealedNationalForm: true });
    expect((await receiveByLetter(bed)).summary.route).toBe('inquiry');
  });
});

describe('照会書の決まり (D2、D3)', () => {
  test('回答を20日にすると、その日からの投函だけが20日になり、前の期限は動かない', async () => {
    const before = await post(bed, await receiveByLetter(bed));
    const waiting = await receiveByLetter(bed, named('練習 次郎'));
    bed.clock.set(tomorrow);
    await changeRule(bed, { replyDays: 20 });
    const after = await post(bed, await open(waiting.summary.case));
    expect((await open(before.summary.case)).letters[0]).toMatchObject({
      dueOn: '2026-12-24',
      acceptedUntil: '2026-12-24',
    });
    expect(after.letters[0]).toMatchObject({ dueOn: '2026-12-15', acceptedUntil: '2026-12-15' });
  });

  test('期限を短くしても、前の照会書は30日めまで受け付け、期限切れにならない (D5)', async () => {
    const before = await post(bed, await receiveByLetter(bed));
    await changeRule(bed, { replyDays: 5 });
    bed.clock.set('2026-12-24T10:00');
    await bed.counter.call('reply.accept', replyOf(await open(before.summary.case)));
    expect((await open(before.summary.case)).summary.step).toBe('replyAccepted');
  });

  test('休みで延ばさない決まりは、その日からの投函に効く', async () => {
    bed.clock.set('2026-12-01T10:00');
    const before = await post(bed, await receiveByLetter(bed));
    await changeRule(bed, { replyExtendsOverClosedDays: false });
    const after = await post(bed, await receiveByLetter(bed, named('練習 次郎')));
    expect((await open(before.summary.case)).letters[0]?.acceptedUntil).toBe('2027-01-04');
    expect(after.letters[0]?.acceptedUntil).toBe('2026-12-31');
  });

  test('回答の窓口は、回答を持って来た日の決まりで確かめる', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    bed.clock.set(tomorrow);
    await changeRule(bed, { replyOffices: ['sobue'] });
    const away = await bed.counter.refused('reply.accept', replyOf(await open(posted.summary.case)));
    expect(away.code).toBe('replyNotAccepted');
    expect((await open(posted.summary.case)).summary.step).toBe('letterPosted');
    await changeRule(bed, { replyOffices: ['shiminka', 'sobue'] });
    await bed.counter.call('reply.accept', replyOf(await open(posted.summary.case)));
    expect((await open(posted.summary.case)).summary.step).toBe('replyAccepted');
  });

  test('暦に何日も続く閉庁を加えても、投函のときに決まった最終日は動かず、次の投函から延びる', async () => {
    const before = await post(bed, await receiveByLetter(bed));
    await closeDays(bed, '2026-12-24', '2026-12-28');
    const after = await post(bed, await receiveByLetter(bed, named('練習 次郎')));
    expect((await open(before.summary.case)).letters[0]?.acceptedUntil).toBe('2026-12-24');
    // 12月24日から28日までの閉庁に年末年始が続き、次に開くのは1月4日
    expect(after.letters[0]).toMatchObject({ dueOn: '2026-12-24', acceptedUntil: '2027-01-04' });
  });
});

describe('発行の日の決まり (V6)', () => {
  test('2月29日生まれのかたの満了日は、発行の日の決まりで数え直す', async () => {
    const leap = named('練習 閏', { bornOn: '1992-02-29' });
    const card = { medium: 'myNumberCard', expiresOn: '2035-02-28' } as const;
    const before = await receiveNow(bed, { ...leap, card });
    expect(before.certificates.map(({ ours }) => ours?.on)).toEqual(['2031-02-28', '2031-02-28']);
    const issued = await issueAll(
      bed,
      await receiveNow(bed, { ...named('練習 二月', { bornOn: '1992-02-29' }), card }),
    );
    bed.clock.set(tomorrow);
    await changeRule(bed, { leapBirthday: 'mar01' });
    const after = await open(before.summary.case);
    expect(after.certificates.map(({ ours }) => ours?.on)).toEqual(['2031-03-01', '2031-03-01']);
    expect((await issueAll(bed, after)).summary.step).toBe('finished');
    expect((await open(issued.summary.case)).certificates.map(({ issued: done }) => done?.expiresOn)).toEqual([
      '2031-02-28',
      '2031-02-28',
    ]);
  });
});

describe('手数料・ロック・日報', () => {
  test('手数料を変えても、前に受けた明細の金額は変わらない (F1)', async () => {
    const feesOf = async (yen: number) => {
      await bed.signInAs(administrator);
      const fees = [{ reason: '紛失による再交付', yen }];
      const change = {
        requestId: requestId(),
        effectiveFrom: bed.clock.now().slice(0, 10),
        fees,
        reason: '条例の改正',
      };
      await bed.counter.call('settings.changeFees', change);
      await bed.signInAs(clerk);
    };
    const lines = [
      { kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: '紛失による再交付' } as const,
    ];
    await feesOf(200);
    const before = await receiveNow(bed, { lines });
    await feesOf(300);
    const after = await receiveNow(bed, { ...named('練習 次郎'), lines });
    const feeOf = async (caseId: string) => (await open(caseId)).summary.lines.map(({ fee }) => fee);
    expect(await feeOf(before.summary.case)).toEqual([200]);
    expect(await feeOf(after.summary.case)).toEqual([300]);
  });

  test('自動でロックするまでの分は、立ち上げ直さずに、その日から変わる', async () => {
    const minutes = async () => (await bed.counter.call('program.status', {})).idleLockMinutes;
    expect(await minutes()).toBe(5);
    await changeRule(bed, { idleLockMinutes: 2 });
    expect(await minutes()).toBe(2);
    await changeRule(bed, { idleLockMinutes: 10 }, '2026-11-25');
    expect(await minutes()).toBe(2);
    bed.clock.set('2026-11-25T00:00');
    expect(await minutes()).toBe(10);
  });

  test('決まりを変えても、前の日の日報は変わらない (B4)', async () => {
    await post(bed, await receiveByLetter(bed));
    await receiveNow(bed, named('練習 次郎'));
    const view = async () => {
      await bed.signInAs(supervisor);
      return bed.counter.call('dayLog.view', { day: '2026-11-24', office: 'shiminka' });
    };
    const before = await view();
    expect(before.letters).toMatchObject({ posted: 1, open: 1 });
    bed.clock.set(tomorrow);
    await changeRule(bed, { replyDays: 1 });
    await changeRule(bed, { replyExtendsOverClosedDays: false });
    await changeRule(bed, { replyOffices: ['heiwa'] });
    await changeRule(bed, { secondListDocumentsNeeded: 5 });
    await changeRule(bed, { photoDocuments: ['passport'] });
    await changeRule(bed, { leapBirthday: 'mar01' });
    await closeDays(bed, '2026-12-24');
    expect(await view()).toEqual(before);
  });

  test('回答の日数を短くしても、前の照会書は日報の回答待ちに残る', async () => {
    await changeRule(bed, { replyDays: 90 });
    await post(bed, await receiveByLetter(bed));
    bed.clock.set(tomorrow);
    await changeRule(bed, { replyDays: 1 });
    bed.clock.set('2027-02-10T10:00');
    await bed.signInAs(supervisor);
    // 11月24日の投函から78日め: 90日の期限は2月22日
    const { letters } = await bed.counter.call('dayLog.view', { day: '2027-02-10', office: 'shiminka' });
    expect(letters.open).toBe(1);
  });

  test('出来事は、それを判定した決まりの番号を持ち、前の出来事の番号は変わらない', async () => {
    const policyOfCase = (caseId: string) =>
      bed
        .ledger()
        .reads.caseEvents(caseId)
        .map((event) => ('envelope' in event ? event.envelope.policy : ''));
    const before = await receiveNow(bed);
    const kept = policyOfCase(before.summary.case);
    expect(new Set(kept)).toEqual(new Set(['2016-01']));
    await changeRule(bed, { idleLockMinutes: 7 });
    const after = await receiveNow(bed, named('練習 次郎'));
    expect(policyOfCase(before.summary.case)).toEqual(kept);
    expect(policyOfCase(after.summary.case).every((policy) => /^2016-01\+[0-9a-f]{8}$/.test(policy))).toBe(true);
  });
});
