import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { administrator, clerk, requestId, supervisor } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { receptionOf } from './procedures/bed.ts';

const successor = {
  staffNumber: '10500',
  name: '例 後任',
  kana: 'レイ コウニン',
  password: '雨の日はねことお茶を飲む',
} as const;
const happened = { happenedAt: '2026-11-24T09:10', reason: '停電で端末が使えなかったため' };

let bed: AppBed;
let request = '';
let caseId = '';
const draft = requestId();

beforeEach(async () => {
  bed = await appBed();
  await bed.signInAs(administrator);
  await addToStaff(bed.counter, 'clerk', successor);
  // The supervisor worked at the counter: a request that waits, a case in hand, and a form half typed.
  await bed.signInAs(supervisor);
  const received = await bed.counter.call('receive.record', receptionOf({}, { backEntry: happened, approval: 'wait' }));
  caseId = received.case;
  request = (await bed.counter.call('approval.list', {})).waiting[0]?.request ?? '';
  await bed.counter.call('draft.save', { draft, version: 0, task: 'receive', title: '例田 途中', content: '{}' });
});
afterEach(() => bed.remove());

const idOf = (number: string): string => bed.ledger().reads.staffByNumber(number)?.staff ?? '';
const signInOf = ({ staffNumber, password }: { staffNumber: string; password: string }) => ({ staffNumber, password });
const handOver = (change: object = {}) => ({
  requestId: requestId(),
  staff: idOf(supervisor.staffNumber),
  reason: '四月の異動のため',
  predecessor: 'clerk' as const,
  effectiveFrom: '',
  successor: signInOf(successor),
  ...change,
});
const roleOf = async (number: string) => {
  await bed.signInAs(administrator);
  const { staff } = await bed.counter.call('staff.list', {});
  return staff.find(({ staffNumber }) => staffNumber === number)?.role;
};

describe('責任者の引継ぎ', () => {
  test('残っているものが、氏名と題で見える', async () => {
    const work = await bed.counter.call('staff.openWork', { staff: idOf(supervisor.staffNumber) });
    expect(work.approvals).toMatchObject([{ request, name: '練習 花子' }]);
    expect(work.cases).toMatchObject([{ case: caseId, name: '練習 花子' }]);
    expect(work.drafts).toMatchObject([{ draft, title: '例田 途中' }]);
    expect(work.openDays).toEqual(['2026-11-24']);
  });

  test('ほかの責任者や職員の分は、責任者には見せない', async () => {
    expect((await bed.counter.refused('staff.openWork', { staff: idOf(clerk.staffNumber) })).code).toBe('notAllowed');
  });

  test('後任がここで確かめると、役割と残っているものが一度に移る', async () => {
    const done = await bed.counter.call('staff.handOver', handOver());
    expect(done).toMatchObject({ successor: successor.name, effectiveFrom: '2026-11-24' });
    expect(done.handedOver.cases.map((each) => each.case)).toEqual([caseId]);
    // From this moment the predecessor is a clerk, although still seated.
    expect(done.status.user?.role).toBe('clerk');
    expect((await bed.counter.refused('settings.view', {})).code).toBe('notAllowed');
    expect(bed.ledger().reads.case(caseId)?.state.handledBy).toBe(idOf(successor.staffNumber));
    expect(bed.ledger().reads.draft(draft)?.owner).toBe(idOf(successor.staffNumber));
    expect(await roleOf(successor.staffNumber)).toBe('supervisor');
    expect(await roleOf(supervisor.staffNumber)).toBe('clerk');
  });

  test('前任の依頼は後任が承認でき、前任は役割が残っていても承認できない', async () => {
    await bed.counter.call('staff.handOver', handOver({ predecessor: 'stays' }));
    const answer = () => ({ requestId: requestId(), request, approve: true, note: '' });
    expect((await bed.counter.refused('approval.answer', answer())).code).toBe('secondPersonIsSelf');
    await bed.signInAs(successor);
    await bed.counter.call('approval.answer', answer());
    expect(bed.ledger().reads.approval(request)?.state).toBe('approved');
  });

  test('後の日からの引継ぎは、その日の前は変わらず、その日から変わる', async () => {
    const done = await bed.counter.call(
      'staff.handOver',
      handOver({ effectiveFrom: '令和8年12月1日', predecessor: 'suspended' }),
    );
    expect(done.status.user?.role).toBe('supervisor');
    bed.clock.set('2026-11-30T23:59');
    expect(await roleOf(successor.staffNumber)).toBe('clerk');
    bed.clock.set('2026-12-01T00:00');
    expect(await roleOf(successor.staffNumber)).toBe('supervisor');
    await bed.counter.call('session.signOut', {});
    expect((await bed.counter.refused('session.signIn', signInOf(supervisor))).code).toBe('staffSuspended');
  });

  test('予定の日が過ぎたあとの停止、復帰、窓口の変更は、予定どおり変わった役割と停止を残す', async () => {
    const planned = { effectiveFrom: '2026-12-01', predecessor: 'suspended' };
    await bed.counter.call('staff.handOver', handOver(planned));
    bed.clock.set('2026-12-02T09:00');
    await bed.signInAs(administrator);
    const acting = (number: string) => ({ requestId: requestId(), staff: idOf(number), reason: '休職と復職のため' });
    await bed.counter.call('staff.suspend', acting(successor.staffNumber));
    const back = await bed.counter.call('staff.reinstate', acting(successor.staffNumber));
    expect(back.member).toMatchObject({ role: 'supervisor', suspended: false });
    const moved = { ...acting(supervisor.staffNumber), role: 'clerk' as const, offices: ['heiwa' as const] };
    const gone = await bed.counter.call('staff.reassign', moved);
    expect(gone.member).toMatchObject({ role: 'clerk', suspended: true });
  });

  test('予定の日が過ぎた後任が、次の人に後の日から引き継いでも、その日までは責任者である', async () => {
    await bed.counter.call('staff.handOver', handOver({ effectiveFrom: '2026-12-01' }));
    bed.clock.set('2026-12-02T09:00');
    await bed.signInAs(successor);
    const onward = { staff: idOf(successor.staffNumber), effectiveFrom: '2026-12-20', successor: signInOf(supervisor) };
    const done = await bed.counter.call('staff.handOver', handOver(onward));
    expect(done.status.user?.role).toBe('supervisor');
    bed.clock.set('2026-12-20T00:00');
    expect(await roleOf(successor.staffNumber)).toBe('clerk');
    expect(await roleOf(supervisor.staffNumber)).toBe('supervisor');
  });

  test('予定の前に管理者が役割を変えると、予定は取り消しになる', async () => {
    await bed.counter.call('staff.handOver', handOver({ effectiveFrom: '2026-12-01' }));
    await bed.signInAs(administrator);
    const acting = { requestId: requestId(), staff: idOf(successor.staffNumber), reason: '取りやめのため' };
    await bed.counter.call('staff.reassign', { ...acting, role: 'clerk', offices: ['shiminka'] });
    bed.clock.set('2026-12-01T09:00');
    expect(await roleOf(successor.staffNumber)).toBe('clerk');
    expect(await roleOf(supervisor.staffNumber)).toBe('clerk');
  });

  test.each([
    ['自分を後任にする', () => ({ successor: signInOf(supervisor) }), 'secondPersonIsSelf', 'successor.staffNumber'],
    [
      '後任のパスワードが違う',
      () => ({ successor: { ...signInOf(successor), password: 'ちがう合言葉です、きっと' } }),
      'secondPersonFailed',
      'successor.staffNumber',
    ],
    ['昨日からにする', () => ({ effectiveFrom: '2026-11-23' }), 'badFields', 'effectiveFrom'],
    ['理由がない', () => ({ reason: '' }), 'badFields', 'reason'],
    [
      '管理者の分を責任者が渡す',
      () => ({ staff: idOf(administrator.staffNumber), predecessor: 'stays' }),
      'staffActRefused',
      'predecessor',
    ],
  ] as const)('%sと、欄で断り、何も移らない', async (_, change, code, field) => {
    const failure = await bed.counter.refused('staff.handOver', handOver(change()));
    expect(failure).toMatchObject({ code, fields: [{ field }] });
    expect(bed.ledger().reads.case(caseId)?.state.handledBy).toBe(idOf(supervisor.staffNumber));
    expect(bed.ledger().reads.draft(draft)?.owner).toBe(idOf(supervisor.staffNumber));
  });

  test('今日を締めたあとでも引き継げ、締めた日の件数は変わらない', async () => {
    bed.clock.set('2026-11-24T17:10');
    const preview = await bed.counter.call('close.preview', { day: '2026-11-24' });
    const cells = preview.cells.map(({ procedure, kind, ours }) => ({
      procedure,
      kind,
      ours,
      reported: ours,
      reason: '',
    }));
    const days = [{ day: '2026-11-24', cells }];
    await bed.counter.call('close.record', { requestId: requestId(), days, acceptance: signInOf(administrator) });
    await bed.counter.call('staff.handOver', handOver());
    expect(bed.ledger().reads.case(caseId)?.state.handledBy).toBe(idOf(successor.staffNumber));
    await bed.signInAs(administrator);
    const after = await bed.counter.call('close.preview', { day: '2026-11-24' });
    expect(after.cells).toEqual(preview.cells.map((cell) => ({ ...cell, reported: cell.ours })));
  });

  test('管理者は、不在の責任者の分も引き継げる', async () => {
    await bed.signInAs(administrator);
    await bed.counter.call('staff.handOver', handOver({ predecessor: 'suspended' }));
    const { history } = await bed.counter.call('staff.view', { staff: idOf(supervisor.staffNumber) });
    expect(history[0]).toMatchObject({ by: administrator.name, approver: successor.name, reason: '四月の異動のため' });
    expect(history[0]?.words).toContain('例 後任さんに責任者を引き継いだ');
  });
});
