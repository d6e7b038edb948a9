import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { useTask } from '../../store/task-slice.ts';

/** 回答を受け付けたあと: on to the case, since whoever brought the reply is waiting for the certificate. */
export function goOnAfterReply({ summary, told }: CaseDetail): void {
  const { go, tell } = useTask.getState();
  go({ kind: 'issueRecord', caseId: summary.case });
  const next = {
    recordIssuance: '次は統合端末で発行してください。',
    recordRevocation: '次は失効を記録してください。',
  } as const;
  const text = summary.next === 'recordIssuance' || summary.next === 'recordRevocation' ? next[summary.next] : '';
  tell({
    tone: 'success',
    headline: `回答を受け付けました ${summary.receipt}`,
    text: `台帳に記録しました。${text}`,
    told,
  });
}
