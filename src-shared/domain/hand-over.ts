import { hasRank, isSamePerson, type StaffMember, worksAt } from './staff.ts';
import type { Office } from './visit.ts';

/** 前の責任者はそのあと: stays a supervisor, becomes a clerk, or is suspended. */
export type AfterHandOver = 'stays' | 'clerk' | 'suspended';

export type HandOverFacts = {
  readonly predecessor: StaffMember;
  readonly successor: StaffMember;
  /** who does it: the predecessor, or an administrator */
  readonly by: StaffMember;
  readonly after: AfterHandOver;
  readonly office: Office;
};

export type HandOverFinding = {
  readonly rule: 'who' | 'predecessor' | 'after' | 'successor';
  readonly held: boolean;
  readonly text: string;
  readonly refusal: string;
};

/** 責任者の引継ぎの判定: a supervisor's own, or an administrator's for a supervisor; the successor is somebody else and may work here. */
export function judgeHandOver(facts: HandOverFacts): readonly HandOverFinding[] {
  const { predecessor, successor, by, after, office } = facts;
  const own = predecessor.staff === by.staff;
  return [
    {
      rule: 'who',
      held: own || by.role === 'administrator',
      text: '本人か管理者が引き継ぐ',
      refusal: 'ほかの責任者の引継ぎは、本人か管理者が行います。',
    },
    {
      rule: 'predecessor',
      held: hasRank(predecessor.role, 'supervisor'),
      text: '前任は責任者である',
      refusal: `${predecessor.name}さんは責任者ではありません。引き継ぐ責任者を選んでください。`,
    },
    {
      rule: 'after',
      held: after === 'stays' || predecessor.role !== 'administrator',
      text: '管理者の役割は、引継ぎでは変わらない',
      refusal: '管理者の役割は、引継ぎでは外れません。別の管理者が「役割・窓口を変える」で変えてください。',
    },
    {
      rule: 'successor',
      held: !isSamePerson(successor, predecessor) && !isSamePerson(successor, by),
      text: '後任は別の人である(B7)',
      refusal: '後任は、前任とも入力している職員とも別の人です。',
    },
    {
      rule: 'successor',
      held: !successor.suspended && worksAt(successor.offices, office),
      text: '後任はこの窓口で働ける',
      refusal: `${successor.name}さんは、この窓口では使えません。別の職員に引き継いでください。`,
    },
  ];
}
