import type { Received } from '../../../src-shared/contract/api/receive-api.ts';
import { useHome } from '../../store/home-slice.ts';
import { useTask } from '../../store/task-slice.ts';

/**
 * 受け付けたあと: a same-day visit goes on to its record of issuance, every other back to its row on 今日の窓口, each with its
 * number. What the visitor must be told stays above the list until it is put away.
 */
export function goOnAfter({ case: caseId, receipt, verdict, route, told }: Received): void {
  const { go, tell } = useTask.getState();
  if (verdict === 'refuse') {
    useHome.getState().standOnNew(caseId);
    go({ kind: 'home' });
    tell({ tone: 'info', headline: `受付不可を記録しました ${receipt}`, text: '台帳に記録しました。', told });
    return;
  }
  if (route === 'sameDay') {
    go({ kind: 'issueRecord', caseId });
    tell({
      tone: 'success',
      headline: `受け付けました ${receipt}`,
      text: '台帳に記録しました。次は統合端末で発行してください。',
    });
    return;
  }
  useHome.getState().standOnNew(caseId);
  go({ kind: 'home' });
  tell({
    tone: 'success',
    headline: `照会で受け付けました ${receipt}`,
    text: '台帳に記録しました。確認済で止まり、照会書の投函を待ちます。',
    told,
  });
}
