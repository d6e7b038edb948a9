import type { ApprovalRow } from '../../../src-shared/contract/api/approval-api.ts';
import type { FreeTextRule } from '../../../src-shared/contract/free-text.ts';

/** 依頼の名前: what is asked, and by which rule a second person is needed. */
export const approvalActs: Readonly<Record<ApprovalRow['act'], { readonly words: string; readonly code: string }>> = {
  terminalDate: { words: '端末の満了日の受け入れ', code: 'V7' },
  backEntry: { words: '紙で受け付けたものの記録', code: 'L4' },
  recordedWrongly: { words: '記録誤りによる失効', code: 'X4' },
  correction: { words: '訂正', code: 'B1' },
};

/** 答えのメモの決まり: whoever declines says why. */
export function noteRule(declining: boolean): FreeTextRule {
  return declining ? { optional: false, least: 5, label: '承認しない理由' } : { optional: true };
}
