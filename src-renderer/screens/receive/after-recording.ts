import type { Received, ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { useHome } from '../../store/home-slice.ts';
import { type Notice, useTask } from '../../store/task-slice.ts';

/**
 * 受け付けたあと: what can be issued today goes on to its record of issuance, everything else back to its row on 今日の窓口, each
 * with its number. What the visitor must be told stays above the list until it is put away.
 */
export function goOnAfter(received: Received, lines: ReceiveFacts['lines']): void {
  const { go, tell } = useTask.getState();
  const { case: caseId, verdict, route, held } = received;
  const issues = lines.some(({ procedure }) => procedure !== 'revoke');
  if (verdict === 'accept' && route === 'sameDay' && issues && held === null) {
    go({ kind: 'issueRecord', caseId });
  } else {
    useHome.getState().standOnNew(caseId);
    go({ kind: 'home' });
  }
  tell(noticeAfter(received, issues));
}

/** 記録の知らせ: what was recorded, what lost effect at once, and for what the case waits. */
export function noticeAfter(received: Received, issues: boolean): Notice {
  const { receipt, verdict, route, told, held, revoked } = received;
  if (verdict === 'refuse') {
    return { tone: 'info', headline: `受付不可を記録しました ${receipt}`, text: '台帳に記録しました。', told };
  }
  if (held !== null) {
    return { tone: 'warning', headline: `受け付けて、停止しています ${receipt}`, text: heldWords(held), told };
  }
  const lost = revoked === 0 ? '' : `証明書${revoked}つは、いま失効しました。`;
  if (route === 'inquiry') {
    return {
      tone: 'success',
      headline: `照会で受け付けました ${receipt}`,
      text: `${lost}台帳に記録しました。確認済で止まり、照会書の投函を待ちます。`,
      told,
    };
  }
  if (issues) {
    return {
      tone: 'success',
      headline: `受け付けました ${receipt}`,
      text: `${lost}台帳に記録しました。次は統合端末で発行してください。`,
    };
  }
  return {
    tone: 'success',
    headline: `失効を記録しました ${receipt}`,
    text: `${lost}台帳に記録しました。統合端末でも失効の操作をしてください。`,
    told,
  };
}

/** 停止の言葉: by the rule that holds the case, and what lifts it. */
function heldWords(rule: string): string {
  switch (rule) {
    case 'L3':
      return '台帳に記録しました。統合端末の停止(L3)が終わってから、続きを記録してください。';
    case 'L4':
      return '台帳に記録しました。紙の受付の入力(L4)を責任者が確認するまで停止します。承認待ちに並んでいます。';
    case 'X4':
      return '台帳に記録しました。責任者が承認するまで失効しません(X4)。承認待ちに並んでいます。';
    default:
      return `台帳に記録しました。停止が解けるまで待ちます(${rule})。`;
  }
}
