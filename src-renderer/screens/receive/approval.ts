import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Failure, FailureCode } from '../../../src-shared/contract/errors.ts';
import type { MissingFact } from '../../../src-shared/domain/judge-visit.ts';
import type { Sending } from '../../store/reception-slice.ts';
import type { Typed } from './typed.ts';

type Role = NonNullable<ProgramStatus['user']>['role'];

/** 責任者の確認の入力 (B7): never part of a draft. */
export type TypedApproval = {
  readonly way: 'here' | 'wait' | null;
  readonly staffNumber: string;
  readonly password: string;
};

export const noApproval: TypedApproval = { way: null, staffNumber: '', password: '' };

/** 責任者の確認が要る規則: L4 always, X4 where no supervisor is at work; null where none is asked. */
export function approvalRule({ onPaper, procedure, cause }: Typed, role: Role | null): 'L4' | 'X4' | null {
  if (onPaper) return 'L4';
  return procedure === 'revoke' && cause === 'X4' && role === 'clerk' ? 'X4' : null;
}

/** まだ要る確認: how the second person answers, and then who. */
export function missingApproval(rule: 'L4' | 'X4' | null, approval: TypedApproval): readonly MissingFact[] {
  if (rule === null || approval.way === 'wait') return [];
  const text =
    approval.way === null
      ? '責任者がここでサインインするか、待つかを選ぶ'
      : approval.staffNumber.trim() === '' || approval.password === ''
        ? '責任者が職員番号とパスワードを入力する'
        : null;
  return text === null ? [] : [{ code: rule, field: 'approval', text }];
}

/** 送る形にする: the reason is what the form already says of the paper or the notice. */
export function approvalOf(
  rule: 'L4' | 'X4' | null,
  { way, staffNumber, password }: TypedApproval,
  typed: Typed,
): Sending['approval'] {
  if (rule === null || way === null) return null;
  if (way === 'wait') return 'wait';
  return { staffNumber, password, reason: rule === 'L4' ? typed.paperReason.trim() : typed.basis.trim() };
}

const ofSecondPerson: readonly FailureCode[] = [
  'secondPersonNeeded',
  'secondPersonFailed',
  'secondPersonIsSelf',
  'secondPersonNotSupervisor',
];

/** 責任者のサインインのつまずき: said at its fields; null where the failure is about something else. */
export function approvalProblem(failure: Failure | null): string | null {
  return failure !== null && ofSecondPerson.includes(failure.code) ? failure.message : null;
}
