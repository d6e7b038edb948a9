import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { administrator, clerk, givenPassword, requestId, supervisor } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { acceptance, receptionOf } from './procedures/bed.ts';

const second = {
  staffNumber: '10002',
  name: '見本 副管',
  kana: 'ミホン フクカン',
  password: '雨の日はねことお茶を飲む',
} as const;

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
  await bed.signInAs(administrator);
});
afterEach(() => bed.remove());

const idOf = (number: string): string => bed.ledger().reads.staffByNumber(number)?.staff ?? '';
const acting = (number: string, reason = '人事異動のため') => ({ requestId: requestId(), staff: idOf(number), reason });
const signInOf = ({ staffNumber, password }: { staffNumber: string; password: string }) => ({ staffNumber, password });
const events = (name: string) =>
  bed
    .ledger()
    .reads.eventsOfDay('shiminka', '2026-11-24')
    .filter((event) => event.name === name);

/** a second administrator: the first one adds alone, since there is nobody to confirm it */
async function addSecond(): Promise<void> {
  const { counter } = bed;
  const given = { ...second, password: givenPassword };
  const reason = '管理者を二人にするため';
  await counter.call('staff.add', { requestId: requestId(), role: 'administrator', staff: given, reason });
  await bed.signInAs(given);
  await counter.call('session.changePassword', { current: givenPassword, next: second.password });
  await bed.signInAs(administrator);
}

describe('氏名と職員番号', () => {
  const renamed = { staffNumber: '10482', name: '例田 窓口', kana: 'レイダ マドグチ' };

  test('改姓は、前と後の両方が経過に残り、だれがなぜ変えたかが読める', async () => {
    const page = await bed.counter.call('staff.rename', { ...acting(clerk.staffNumber, '婚姻による改姓'), ...renamed });
    expect(page.member.name).toBe('例田 窓口');
    expect(page.history[0]).toMatchObject({ by: administrator.name, reason: '婚姻による改姓' });
    expect(page.history[0]?.words).toContain('「見本 窓口」→「例田 窓口」');
    expect(events('staffRenamed/1')[0]?.payload).toEqual({ staff: idOf('10482') });
  });

  test('番号を変えても、本人は新しい番号で入り、前の番号では入れない', async () => {
    await bed.counter.call('staff.rename', { ...acting(clerk.staffNumber), ...renamed, staffNumber: '２０４８２' });
    await bed.signInAs({ ...clerk, staffNumber: '20482' });
    await bed.counter.call('session.signOut', {});
    expect((await bed.counter.refused('session.signIn', signInOf(clerk))).code).toBe('signInFailed');
  });

  test.each([
    ['ほかの職員の番号', { ...renamed, staffNumber: '10321' }, 'staffNumberTaken', 'staffNumber'],
    ['いまと同じ氏名', { staffNumber: '10482', name: clerk.name, kana: 'ミホン\u{3000}マドグチ' }, 'badFields', 'name'],
    ['読めないフリガナ', { ...renamed, kana: '漢字' }, 'badFields', 'kana'],
  ] as const)('%sは、その欄で断る', async (_, typed, code, field) => {
    const before = bed.events();
    const failure = await bed.counter.refused('staff.rename', { ...acting(clerk.staffNumber), ...typed });
    expect(failure).toMatchObject({ code, fields: [{ field }] });
    expect(bed.events()).toBe(before);
  });
});

describe('停止', () => {
  test('停止した職員は、正しいパスワードでもサインインできず、断ったことが残る', async () => {
    const page = await bed.counter.call('staff.suspend', acting(clerk.staffNumber, '休職のため'));
    expect(page.member.suspended).toBe(true);
    await bed.counter.call('session.signOut', {});
    expect((await bed.counter.refused('session.signIn', signInOf(clerk))).code).toBe('staffSuspended');
    expect(events('signInFailed/2').at(-1)?.payload).toMatchObject({ why: 'suspended', purpose: 'signIn' });
    const wrong = { ...signInOf(clerk), password: 'ちがう合言葉です、きっと' };
    expect((await bed.counter.refused('session.signIn', wrong)).code).toBe('signInFailed');
  });

  test('席にいる間に停止されると、次の操作を言葉で断り、席は空く', async () => {
    await bed.signInAs(clerk);
    suspendBehindTheBack(clerk.staffNumber);
    const failure = await bed.counter.refused('home.today', {});
    expect(failure.code).toBe('staffSuspended');
    expect(failure.message).toContain('停止中');
    expect((await bed.counter.call('program.status', {})).phase).toBe('signIn');
  });

  test('ロック中に停止されると、解けない', async () => {
    await bed.signInAs(clerk);
    await bed.counter.call('session.lock', { reason: 'key' });
    suspendBehindTheBack(clerk.staffNumber);
    expect((await bed.counter.refused('session.unlock', { password: clerk.password })).code).toBe('staffSuspended');
  });

  test('停止した責任者は承認できず、照合の間に停止されても承認は残らない', async () => {
    await bed.signInAs(clerk);
    const happened = { happenedAt: '2026-11-24T09:10', reason: '停電で端末が使えなかったため' };
    const paper = () => receptionOf({}, { backEntry: happened, approval: acceptance });
    let release = (): void => undefined;
    bed.passwords.hold = new Promise((resolve) => {
      release = resolve;
    });
    const pending = bed.counter.ask('receive.record', paper());
    suspendBehindTheBack(supervisor.staffNumber);
    bed.passwords.hold = null;
    release();
    expect(await pending).toMatchObject({ ok: false, failure: { code: 'secondPersonNotHere' } });
    expect((await bed.counter.refused('receive.record', paper())).code).toBe('secondPersonNotHere');
    expect(events('caseReceived/2')).toEqual([]);
  });

  test('停止を解くと、もとの役割で入れる', async () => {
    await bed.counter.call('staff.suspend', acting(supervisor.staffNumber));
    const page = await bed.counter.call('staff.reinstate', acting(supervisor.staffNumber, '復職のため'));
    expect(page.history.slice(0, 2).map(({ words, reason }) => [words, reason])).toEqual([
      ['停止を解いた', '復職のため'],
      ['停止した', '人事異動のため'],
    ]);
    await bed.signInAs(supervisor);
    expect((await bed.counter.call('program.status', {})).user?.role).toBe('supervisor');
  });

  test('理由は2文字から、同じ依頼を二度送っても一度だけ残る', async () => {
    expect((await bed.counter.refused('staff.suspend', acting(clerk.staffNumber, 'あ'))).fields[0]?.field).toBe(
      'reason',
    );
    const asked = acting(clerk.staffNumber);
    await bed.counter.call('staff.suspend', asked);
    await bed.counter.call('staff.suspend', asked);
    expect(events('staffSuspended/1')).toHaveLength(1);
  });

  function suspendBehindTheBack(number: string): void {
    const written = bed.ledger().write({ staff: idOf('10001'), role: 'administrator' }, null, (writes) => {
      writes.append({
        name: 'staffSuspended/1',
        case: null,
        occurredAt: bed.clock.now(),
        payload: { staff: idOf(number), approver: null },
        personal: { reason: '別の端末で停止' },
      });
      return null;
    });
    expect(written.ok).toBe(true);
  }
});

describe('役割と窓口', () => {
  test('窓口を移した職員は、ここではサインインも承認もできない', async () => {
    const change = { role: 'supervisor', offices: ['sobue', 'heiwa'] } as const;
    const page = await bed.counter.call('staff.reassign', {
      ...acting(supervisor.staffNumber),
      ...change,
      offices: [...change.offices],
    });
    expect(page.history[0]?.words).toContain('すべての窓口 → 責任者・祖父江支所・平和支所');
    await bed.signInAs(clerk);
    const happened = { happenedAt: '2026-11-24T09:10', reason: '停電で端末が使えなかったため' };
    const paper = receptionOf({}, { backEntry: happened, approval: acceptance });
    expect((await bed.counter.refused('receive.record', paper)).code).toBe('secondPersonNotHere');
    await bed.counter.call('session.signOut', {});
    expect((await bed.counter.refused('session.signIn', signInOf(supervisor))).code).toBe('staffElsewhere');
  });

  test('役割は、席にいる間も、そのときのものが効く', async () => {
    await addSecond();
    await bed.signInAs(supervisor);
    await bed.counter.call('settings.view', {});
    const demoted = bed.ledger().write({ staff: idOf('10001'), role: 'administrator' }, null, (writes) => {
      const standing = (role: 'clerk' | 'supervisor') => ({ role, offices: null });
      writes.append({
        name: 'staffReassigned/1',
        case: null,
        occurredAt: bed.clock.now(),
        payload: { staff: idOf('10321'), from: standing('supervisor'), to: standing('clerk'), approver: null },
        personal: { reason: '別の端末で' },
      });
      return null;
    });
    expect(demoted.ok).toBe(true);
    expect((await bed.counter.refused('settings.view', {})).code).toBe('notAllowed');
  });

  test('責任者は自分の窓口の職員だけを見て、何も変えられない', async () => {
    await bed.counter.call('staff.reassign', { ...acting(clerk.staffNumber), role: 'clerk', offices: ['heiwa'] });
    await bed.signInAs(supervisor);
    const { staff } = await bed.counter.call('staff.list', {});
    expect(staff.map(({ staffNumber }) => staffNumber)).toEqual(['10001', '10321']);
    expect((await bed.counter.refused('staff.view', { staff: idOf(clerk.staffNumber) })).code).toBe('staffNotFound');
    expect((await bed.counter.refused('staff.suspend', acting(clerk.staffNumber))).code).toBe('notAllowed');
  });
});

describe('管理者のことは二人で (B7)', () => {
  test('自分の役割も停止もパスワードも、自分では変えられない', async () => {
    const mine = acting(administrator.staffNumber);
    const said = [
      await bed.counter.refused('staff.reassign', { ...mine, role: 'clerk', offices: null }),
      await bed.counter.refused('staff.suspend', { ...mine, requestId: requestId() }),
      await bed.counter.refused('staff.resetPassword', { ...mine, requestId: requestId(), password: givenPassword }),
    ];
    expect(said.map(({ code }) => code)).toEqual(Array(3).fill('staffActRefused'));
    await bed.signInAs(administrator);
  });

  test('管理者が一人の間は、理由を書けば一人で管理者を加えられ、書かなければ断る', async () => {
    const staff = { ...second, password: givenPassword };
    const add = (reason: string) => ({ requestId: requestId(), role: 'administrator' as const, staff, reason });
    expect((await bed.counter.refused('staff.add', add(''))).fields[0]?.field).toBe('reason');
    await bed.counter.call('staff.add', add('管理者を二人にするため'));
    expect(events('staffAdded/2').at(-1)?.payload).toMatchObject({ role: 'administrator', approver: null });
  });

  test('二人目がいれば、三人目を加えるにも外すにも、その人の確認が要る', async () => {
    await addSecond();
    const promote = () => ({ ...acting(supervisor.staffNumber), role: 'administrator' as const, offices: null });
    expect((await bed.counter.refused('staff.reassign', promote())).code).toBe('secondAdministratorNeeded');
    const self = { ...promote(), acceptance: signInOf(administrator) };
    expect((await bed.counter.refused('staff.reassign', self)).code).toBe('secondPersonIsSelf');
    const low = { ...promote(), acceptance: signInOf(clerk) };
    expect((await bed.counter.refused('staff.reassign', low)).code).toBe('secondPersonNotSupervisor');
    expect(events('staffReassigned/1')).toEqual([]);
    const page = await bed.counter.call('staff.reassign', { ...promote(), acceptance: signInOf(second) });
    expect(page.history[0]).toMatchObject({ by: administrator.name, approver: second.name });
    // Now there are three: the one it is about does not count, the third must confirm.
    const demote = { ...acting(second.staffNumber), role: 'clerk' as const, offices: null };
    expect((await bed.counter.refused('staff.reassign', demote)).code).toBe('secondAdministratorNeeded');
  });

  test('二人目になれる管理者を、自分と同じ氏名に変えて外すことはできない', async () => {
    await addSecond();
    const { name, kana } = administrator;
    const alike = { ...acting(second.staffNumber), staffNumber: second.staffNumber, name, kana };
    expect((await bed.counter.refused('staff.rename', alike)).code).toBe('staffActRefused');
    const mine = { ...acting(administrator.staffNumber), staffNumber: administrator.staffNumber };
    const taken = { ...mine, name: second.name, kana: second.kana };
    expect((await bed.counter.refused('staff.rename', taken)).code).toBe('staffActRefused');
    expect(events('staffRenamed/1')).toEqual([]);
    await bed.counter.call('staff.rename', {
      ...alike,
      requestId: requestId(),
      name: '例田 副管',
      kana: 'レイダ フクカン',
    });
  });

  test('変えられる本人は二人目になれず、三人目が確かめる', async () => {
    await addSecond();
    const third = { ...acting(supervisor.staffNumber), role: 'administrator' as const, offices: null };
    await bed.counter.call('staff.reassign', { ...third, acceptance: signInOf(second) });
    const reset = () => ({ ...acting(second.staffNumber), password: givenPassword });
    const own = await bed.counter.refused('staff.resetPassword', { ...reset(), acceptance: signInOf(second) });
    expect(own).toMatchObject({ code: 'secondPersonIsSelf', fields: [{ field: 'acceptance.staffNumber' }] });
    const page = await bed.counter.call('staff.resetPassword', { ...reset(), acceptance: signInOf(supervisor) });
    expect(page.history[0]).toMatchObject({ by: administrator.name, approver: supervisor.name });
  });
});

describe('二つの番号を持つ人', () => {
  const twin = {
    staffNumber: '10999',
    name: '見本 窓口',
    kana: 'ミホン マドグチ',
    password: '別の言葉をいくつか並べて',
  };

  test('同じ氏名・フリガナの責任者は、互いの依頼を承認できない', async () => {
    await addToStaff(bed.counter, 'supervisor', twin);
    await bed.signInAs(clerk);
    const happened = { happenedAt: '2026-11-24T09:10', reason: '停電で端末が使えなかったため' };
    const here = receptionOf({}, { backEntry: happened, approval: { ...signInOf(twin), reason: acceptance.reason } });
    expect((await bed.counter.refused('receive.record', here)).code).toBe('secondPersonIsSelf');
    await bed.counter.call('receive.record', receptionOf({}, { backEntry: happened, approval: 'wait' }));
    await bed.signInAs(twin);
    const [waiting] = (await bed.counter.call('approval.list', {})).waiting;
    expect(waiting?.askedByMe).toBe(true);
    const answer = { requestId: requestId(), request: waiting?.request ?? '', approve: true, note: '' };
    expect((await bed.counter.refused('approval.answer', answer)).code).toBe('secondPersonIsSelf');
    await bed.signInAs(supervisor);
    await bed.counter.call('approval.answer', { ...answer, requestId: requestId() });
  });
});
