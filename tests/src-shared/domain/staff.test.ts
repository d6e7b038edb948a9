import { describe, expect, test } from 'vitest';
import {
  isSamePerson,
  judgeStaffAct,
  needsSecond,
  refusalsOf,
  type StaffAct,
  type StaffMember,
  secondAdministrators,
  standingOn,
  whyNotHere,
} from '../../../src-shared/domain/staff.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';

function member(staff: string, change: Partial<StaffMember> = {}): StaffMember {
  return {
    staff,
    staffNumber: `10${staff}`,
    name: `見本 ${staff}`,
    kana: `ミホン ${staff}`,
    role: 'clerk',
    offices: null,
    suspended: false,
    planned: null,
    signsIn: true,
    ownPassword: true,
    ...change,
  };
}

const first = member('管理一', { role: 'administrator' });
const second = member('管理二', { role: 'administrator' });
const third = member('管理三', { role: 'administrator' });
const supervisor = member('責任', { role: 'supervisor' });
const clerk = member('窓口');

function judged(act: StaffAct, subject: StaffMember | null, others: readonly StaffMember[], by = first) {
  const staff = [by, ...(subject === null ? [] : [subject]), ...others];
  const identity = subject === null ? { staffNumber: '99', name: '例 新人', kana: 'レイ シンジン' } : null;
  return judgeStaffAct({ act, subject, identity, by, staff, office: 'shiminka' });
}
const refused = (...given: Parameters<typeof judged>) => refusalsOf(judged(...given)).map(({ rule }) => rule);
const unmet = (...given: Parameters<typeof judged>) =>
  judged(...given)
    .filter(({ held }) => !held)
    .map(({ rule }) => rule);
const reassign = (role: StaffMember['role'], offices: StaffMember['offices'] = null): StaffAct => ({
  kind: 'reassign',
  role,
  offices,
});

describe('自分のことは変えられない', () => {
  test.each([
    ['役割', reassign('supervisor'), 'ownRole'],
    ['停止', { kind: 'suspend' }, 'ownSuspension'],
    ['停止を解くこと', { kind: 'reinstate' }, 'ownReinstatement'],
    ['パスワードの設定し直し', { kind: 'resetPassword' }, 'ownPassword'],
  ] as const)('%s', (_, act, rule) => {
    const staff = [first, second];
    const findings = judgeStaffAct({ act, subject: first, identity: null, by: first, staff, office: 'shiminka' });
    expect(refusalsOf(findings).map((each) => each.rule)).toContain(rule);
  });

  test('別の番号で登録された同じ人も、自分とみなす', () => {
    const again = member('別番号', { name: first.name, kana: first.kana, role: 'clerk' });
    expect(refused(reassign('administrator'), again, [second])).toContain('ownRole');
  });

  test('同僚の役割・停止・パスワードは扱える', () => {
    expect(refused(reassign('supervisor'), clerk, [])).toEqual([]);
    expect(refused({ kind: 'suspend' }, clerk, [])).toEqual([]);
    expect(refused({ kind: 'reinstate' }, { ...clerk, suspended: true }, [])).toEqual([]);
    expect(refused({ kind: 'resetPassword' }, clerk, [])).toEqual([]);
  });
});

describe('最後の管理者はなくせない', () => {
  // Whoever acts is an administrator; only where that one may not sign in here is the other one the last.
  const elsewhere = { ...first, offices: ['heiwa'] as const };
  test.each([
    ['停止', { kind: 'suspend' }],
    ['役割を下げる', reassign('supervisor')],
    ['この窓口から移す', reassign('administrator', ['sobue'])],
  ] as const)('%s', (_, act) => {
    expect(refused(act, second, [], elsewhere)).toContain('lastAdministrator');
    expect(refused(act, second, [third], elsewhere)).not.toContain('lastAdministrator');
  });

  test.each([
    ['停止中の管理者', { suspended: true }],
    ['この端末にパスワードのない管理者', { signsIn: false }],
    ['別の窓口の管理者', { offices: ['sobue'] as const }],
    ['責任者', { role: 'supervisor' }],
  ] as const)('%sは、残る管理者に数えない', (_, change) => {
    expect(refused({ kind: 'suspend' }, second, [{ ...third, ...change }], elsewhere)).toContain('lastAdministrator');
  });
});

describe('管理者に関わることは二人で (B7)', () => {
  test.each([
    ['管理者を加える', { kind: 'add', role: 'administrator', offices: null }, null],
    ['管理者にする', reassign('administrator'), clerk],
    ['管理者を外す', reassign('clerk'), second],
    ['管理者の窓口を変える', reassign('administrator', ['shiminka', 'sobue']), second],
    ['管理者を停止する', { kind: 'suspend' }, second],
    ['管理者の停止を解く', { kind: 'reinstate' }, { ...second, suspended: true }],
    ['管理者のパスワードを設定し直す', { kind: 'resetPassword' }, second],
  ] as const)('%s: ほかに管理者がいれば要り、いなければ一人で進めると言う', (_, act, subject) => {
    expect(needsSecond(judged(act, subject, [third]))).toBe(true);
    const alone = judged(act, subject, [supervisor]);
    expect(needsSecond(alone)).toBe(false);
    expect(alone.find(({ rule }) => rule === 'secondAdministrator')?.refusal).toContain('一人で進めます');
  });

  test.each([
    ['責任者を加える', { kind: 'add', role: 'supervisor', offices: null }, null],
    ['責任者にする', reassign('supervisor'), clerk],
    ['職員を停止する', { kind: 'suspend' }, clerk],
    ['責任者のパスワードを設定し直す', { kind: 'resetPassword' }, supervisor],
    ['管理者の氏名を変える', { kind: 'rename' }, second],
  ] as const)('%sのは、一人でできる', (_, act, subject) => {
    expect(unmet(act, subject, [third])).not.toContain('secondAdministrator');
  });

  test('二人目は、頼む人でも変えられる人でもなく、自分のパスワードでここにサインインできる管理者である', () => {
    const others = [
      third,
      { ...third, staff: '停止中', name: '見本 停止中', kana: 'テイシ', staffNumber: '1', suspended: true },
      { ...third, staff: '別窓口', name: '見本 別窓口', kana: 'ベツ', staffNumber: '2', offices: ['heiwa'] as const },
      { ...third, staff: '別端末', name: '見本 別端末', kana: 'タンマツ', staffNumber: '3', signsIn: false },
      { ...third, staff: '初回', name: '見本 初回', kana: 'ショカイ', staffNumber: '4', ownPassword: false },
      supervisor,
      { ...third, staff: '同一', staffNumber: '5', name: first.name, kana: first.kana },
    ];
    const staff = [first, second, ...others];
    expect(secondAdministrators({ subject: second, by: first, staff, office: 'shiminka' })).toEqual([third]);
  });
});

describe('知らせるだけのこと', () => {
  test('最後の責任者がいなくなる窓口を言う', () => {
    const [left] = judged({ kind: 'suspend' }, { ...supervisor, offices: ['sobue', 'heiwa'] }, [
      { ...supervisor, staff: 'b', staffNumber: 'b', name: 'b', kana: 'b', offices: ['heiwa'] },
    ]).filter(({ rule }) => rule === 'supervisorLeft');
    expect(left).toMatchObject({ held: false, effect: 'note' });
    expect(left?.refusal).toContain('祖父江支所');
    expect(left?.refusal).not.toContain('平和支所');
    expect(unmet({ kind: 'suspend' }, supervisor, [{ ...supervisor, staff: 'b' }])).not.toContain('supervisorLeft');
    expect(unmet({ kind: 'suspend' }, clerk, [])).not.toContain('supervisorLeft');
  });

  test('使用中の同じ氏名・フリガナの職員がいれば言い、停止中なら言わない', () => {
    const twin = member('双', { name: '例　新人', kana: 'レイ　シンジン' });
    const add: StaffAct = { kind: 'add', role: 'clerk', offices: null };
    expect(unmet(add, null, [twin])).toEqual(['sameName']);
    expect(unmet(add, null, [{ ...twin, suspended: true }])).toEqual([]);
    expect(unmet(add, null, [{ ...twin, kana: 'レイ　シンニン' }])).toEqual([]);
  });

  test('いまと同じ役割と窓口への変更、二度目の停止、停止していない人の停止を解くことは断る', () => {
    expect(refused(reassign('clerk'), clerk, [])).toEqual(['alreadySo']);
    expect(refused(reassign('clerk', ['heiwa', 'shiminka', 'sobue']), clerk, [])).toEqual(['alreadySo']);
    expect(refused({ kind: 'suspend' }, { ...clerk, suspended: true }, [])).toEqual(['alreadySo']);
    expect(refused({ kind: 'reinstate' }, clerk, [])).toEqual(['alreadySo']);
  });
});

describe('立場', () => {
  test('予定の立場は、その日から(その日を含む)', () => {
    const planned = { from: '2026-12-01', role: 'supervisor', suspended: false } as const;
    const standing = member('予定', { planned });
    expect(standingOn(standing, plainDate('2026-11-30')).role).toBe('clerk');
    expect(standingOn(standing, plainDate('2026-12-01'))).toMatchObject({ role: 'supervisor', planned: null });
    const leaving = member('予定', { role: 'supervisor', planned: { ...planned, suspended: true } });
    expect(standingOn(leaving, plainDate('2026-12-02')).suspended).toBe(true);
  });

  test('停止中か別の窓口の職員は、ここで働けない', () => {
    expect(whyNotHere(clerk, 'heiwa')).toBeNull();
    expect(whyNotHere({ ...clerk, offices: ['sobue'] }, 'heiwa')).toBe('otherOffice');
    expect(whyNotHere({ ...clerk, offices: ['sobue', 'heiwa'] }, 'heiwa')).toBeNull();
    expect(whyNotHere({ ...clerk, suspended: true }, 'heiwa')).toBe('suspended');
  });

  test('同じ人: 同じ登録、同じ職員番号、または氏名とフリガナの両方が同じ', () => {
    const other = member('他');
    expect(isSamePerson(clerk, clerk)).toBe(true);
    expect(isSamePerson(clerk, other)).toBe(false);
    expect(isSamePerson(clerk, { ...other, staffNumber: clerk.staffNumber })).toBe(true);
    expect(isSamePerson(clerk, { ...other, name: clerk.name })).toBe(false);
    expect(isSamePerson(clerk, { ...other, name: '見本\u{3000}窓口', kana: clerk.kana })).toBe(true);
  });
});
