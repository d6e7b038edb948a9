import type { LedgerWrites } from '../../../src-main/app/ports.ts';
import { chance, day } from './fixture.ts';

const at = `${day}T11:30:00.000+09:00`;

/** 監査と抽出確認の一通り: a hint looked into, a day drawn, a case looked at with a finding, and the finding settled. */
export function superviseOnce(writes: LedgerWrites, caseId: string): { readonly finding: string } {
  const finding = chance.hex(16);
  writes.append({
    name: 'auditHintReviewed/1',
    case: null,
    occurredAt: at,
    payload: { hint: `outputAtNight/${day}/${chance.hex(16)}`, found: 1, concerns: [] },
    personal: { note: '当直の書き出しと確かめた' },
  });
  writes.append({
    name: 'sampleDrawn/1',
    case: null,
    occurredAt: at,
    payload: { day, percent: 5, finished: 1, head: chance.hex(32), cases: [{ case: caseId, why: 'drawn' }] },
    personal: null,
  });
  writes.append({
    name: 'sampleReviewed/1',
    case: caseId,
    occurredAt: at,
    payload: {
      day,
      answers: [
        { question: 'identity', finding: { finding, severity: 'light', follow: 'tell', rule: 'I1' } },
        { question: 'decision', finding: null },
      ],
    },
    personal: { notes: [{ question: 'identity', note: '書類の種類の選び違い' }] },
  });
  writes.append({
    name: 'findingSettled/1',
    case: caseId,
    occurredAt: at,
    payload: { finding, how: 'told', correction: null },
    personal: { note: '朝の打合せで伝えた' },
  });
  return { finding };
}
