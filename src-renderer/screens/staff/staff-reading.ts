import type { StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { checkNewStaff, checkStaffName } from '../../../src-shared/contract/staff-fields.ts';
import { passwordProblem } from '../../../src-shared/domain/password.ts';
import {
  judgeStaffAct,
  needsSecond,
  refusalsOf,
  type StaffAct,
  type StaffFinding,
} from '../../../src-shared/domain/staff.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { readDay } from '../receive/date-reading.ts';
import { officesOf, type StaffActKind, type StaffTyped } from './staff-typed.ts';

export type StaffProblem = { readonly field: string; readonly message: string };

/** 読んだもの: what is left to mend, what the rules say beside it, and whether a second administrator is needed. */
export type StaffReading = {
  readonly problems: readonly StaffProblem[];
  /** why it cannot be done at all */
  readonly refusal: string | null;
  readonly notes: readonly StaffFinding[];
  readonly second: boolean;
};

export type StaffAround = {
  readonly kind: StaffActKind;
  readonly member: StaffRow | null;
  readonly me: StaffRow | null;
  readonly staff: readonly StaffRow[];
  readonly office: 'shiminka' | 'sobue' | 'heiwa';
  readonly today: PlainDate;
};

/** 職員の扱いとして読む; null while it is not yet said what shall become of the account. */
export function actOf(kind: StaffActKind, typed: StaffTyped): StaffAct | null {
  switch (kind) {
    case 'add':
    case 'reassign':
      return typed.role === null ? null : { kind, role: typed.role, offices: officesOf(typed.offices) };
    case 'handOver':
      return null;
    default:
      return { kind };
  }
}

/** 職員の様式を読む: the contract's own rules for the fields, the domain's for the act. */
export function readStaffForm(typed: StaffTyped, around: StaffAround): StaffReading {
  const { kind, member, me, staff, office } = around;
  const act = actOf(kind, typed);
  const named = checkStaffName(typed).value;
  const identity = kind === 'add' || kind === 'rename' ? named : null;
  const findings =
    act === null || me === null ? [] : judgeStaffAct({ act, subject: member, identity, by: me, staff, office });
  const second = needsSecond(findings);
  const refusals = refusalsOf(findings);
  // Nothing was chosen yet that differs: that is left to do, not forbidden.
  const unchanged = kind === 'reassign' ? refusals.find(({ rule }) => rule === 'alreadySo') : undefined;
  const alone = !second && findings.some(({ rule }) => rule === 'secondAdministrator');
  return {
    problems: [
      ...fieldProblems(typed, around),
      ...(unchanged === undefined ? [] : [{ field: 'role', message: unchanged.refusal }]),
      ...reasonProblem(typed.reason, kind === 'add' && !alone),
      ...(second ? signInProblem('second', typed.second, 'もう一人の管理者') : []),
    ],
    refusal: refusals.find((each) => each !== unchanged)?.refusal ?? null,
    notes: findings.filter(({ held, effect }) => !held && effect === 'note'),
    second,
  };
}

function fieldProblems(typed: StaffTyped, { kind, member, today }: StaffAround): readonly StaffProblem[] {
  switch (kind) {
    case 'add':
      return [...standingProblems(typed), ...checkNewStaff(typed).failures, ...againProblem(typed)];
    case 'rename':
      return checkStaffName(typed).failures;
    case 'reassign':
      return standingProblems(typed);
    case 'resetPassword': {
      const message = member === null ? null : passwordProblem(typed.password, member);
      return message === null ? againProblem(typed) : [{ field: 'password', message }];
    }
    case 'handOver':
      return handOverProblems(typed, today);
    default:
      return [];
  }
}

function standingProblems({ role, offices }: StaffTyped): readonly StaffProblem[] {
  return [
    ...(role === null ? [{ field: 'role', message: '役割を選んでください。' }] : []),
    ...(offices.length === 0 ? [{ field: 'offices', message: '窓口を1つ以上選んでください。' }] : []),
  ];
}

function againProblem({ password, passwordAgain }: StaffTyped): readonly StaffProblem[] {
  if (password === '' || password === passwordAgain) return [];
  return [{ field: 'passwordAgain', message: '二つのパスワードが違います。もう一度入力してください。' }];
}

function reasonProblem(reason: string, optional: boolean): readonly StaffProblem[] {
  if (optional && reason.trim() === '') return [];
  const checked = checkFreeText('reason', reason, { optional: false, least: 2 });
  return checked.ok ? [] : [checked.failure];
}

function signInProblem(
  field: 'second' | 'successor',
  { staffNumber, password }: StaffTyped['second'],
  who: string,
): readonly StaffProblem[] {
  if (staffNumber.trim() !== '' && password !== '') return [];
  return [{ field, message: `${who}の職員番号とパスワードを入力してください。` }];
}

function handOverProblems(typed: StaffTyped, today: PlainDate): readonly StaffProblem[] {
  const problems: StaffProblem[] = [];
  if (typed.predecessor === null)
    problems.push({ field: 'predecessor', message: '引き継いだあと、どうなるかを選んでください。' });
  const day = readDay(typed.effectiveFrom);
  if (day.kind === 'wrong') problems.push({ field: 'effectiveFrom', message: day.message });
  else if (day.kind === 'read' && day.day < today)
    problems.push({
      field: 'effectiveFrom',
      message: '今日より前からは引き継げません。今日か、後の日を入力してください。',
    });
  return [...problems, ...signInProblem('successor', typed.successor, '後任')];
}
