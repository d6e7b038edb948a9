import { describe, expect, test } from 'vitest';
import { type HandOverFacts, judgeHandOver } from '../../../src-shared/domain/hand-over.ts';
import type { StaffMember } from '../../../src-shared/domain/staff.ts';

function member(staff: string, role: StaffMember['role'], change: Partial<StaffMember> = {}): StaffMember {
  return {
    staff,
    staffNumber: staff,
    name: staff,
    kana: staff,
    role,
    offices: null,
    suspended: false,
    planned: null,
    signsIn: true,
    ownPassword: true,
    ...change,
  };
}

const predecessor = member('前任', 'supervisor');
const successor = member('後任', 'clerk');
const administrator = member('管理', 'administrator');
const refused = (change: Partial<HandOverFacts> = {}) =>
  judgeHandOver({ predecessor, successor, by: predecessor, after: 'clerk', office: 'sobue', ...change })
    .filter(({ held }) => !held)
    .map(({ rule }) => rule);

describe('責任者の引継ぎ', () => {
  test('責任者本人も、管理者も、職員に引き継げる', () => {
    expect(refused()).toEqual([]);
    expect(refused({ by: administrator })).toEqual([]);
    expect(refused({ successor: member('別の責任者', 'supervisor') })).toEqual([]);
  });

  test('ほかの責任者の分は、責任者には引き継げない', () => {
    expect(refused({ by: member('別の責任者', 'supervisor') })).toEqual(['who']);
  });

  test('職員からは引き継ぐものがない', () => {
    expect(refused({ predecessor: successor, successor: member('他', 'clerk'), by: administrator })).toEqual([
      'predecessor',
    ]);
  });

  test('管理者は、引継ぎでは管理者のまま', () => {
    const own = { predecessor: administrator, by: administrator } as const;
    expect(refused({ ...own, after: 'stays' })).toEqual([]);
    expect(refused({ ...own, after: 'clerk' })).toEqual(['after']);
    expect(refused({ ...own, after: 'suspended' })).toEqual(['after']);
  });

  test('後任は、前任とも入力する人とも別の人である(B7)', () => {
    expect(refused({ successor: predecessor })).toEqual(['successor']);
    expect(refused({ successor: { ...successor, staffNumber: predecessor.staffNumber } })).toEqual(['successor']);
    expect(refused({ successor: administrator, by: administrator })).toEqual(['successor']);
  });

  test('停止中や別の窓口の職員には引き継げない', () => {
    expect(refused({ successor: { ...successor, suspended: true } })).toEqual(['successor']);
    expect(refused({ successor: { ...successor, offices: ['heiwa'] } })).toEqual(['successor']);
    expect(refused({ successor: { ...successor, offices: ['heiwa', 'sobue'] } })).toEqual([]);
  });
});
