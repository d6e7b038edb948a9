import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useAudit } from '../../../src-renderer/store/audit-slice.ts';
import type { AuditHintShown, AuditRow } from '../../../src-shared/contract/api/audit-api.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { button, open, untilText } from '../mount.tsx';
import { id, quietHome, supervisor } from '../samples.ts';

afterEach(() => {
  useAudit.setState(useAudit.getInitialState(), true);
});

/** 監査の一行: 見本 窓口 opened 例 拓's case; override what the story needs. */
export function auditRow(number: number, change: Partial<AuditRow> = {}): AuditRow {
  return {
    place: { at: `2026-11-24T10:${String(59 - number).padStart(2, '0')}:00.000`, arrival: 1000 - number },
    at: `2026-11-24T10:${String(59 - number).padStart(2, '0')}:00.000+09:00`,
    who: '見本 窓口',
    role: 'clerk',
    office: 'shiminka',
    terminal: 1,
    act: 'seen',
    what: `受付を見た ${number}`,
    of: 'S01 0004 例 拓',
    case: id(0x1004),
    count: 1,
    mayContain: false,
    ...change,
  };
}

export const nightHint: AuditHintShown = {
  hint: `outputAtNight/2026-11-23/${id(1)}`,
  pattern: 'outputAtNight',
  day: '2026-11-23',
  title: '夜の印刷・書き出し',
  words:
    '11月23日の夜、見本 窓口さんが一覧や日報を1回、書き出しました。決まった時刻の書き出しでないか確かめてください。',
  who: ['見本 窓口'],
  found: 1,
  threshold: 1,
  rows: [auditRow(1, { what: '日報をCSVに書き出した' })],
  more: false,
};

export const hintsOf = (hints: readonly AuditHintShown[], mine = 0) => ({
  from: '2026-11-18',
  until: '2026-11-24',
  hints: [...hints],
  mine,
});

type Handlers = Parameters<FakeCounter['answer']>[0];

export const listed = (rows: readonly AuditRow[], more = false) => ({
  rows: [...rows],
  more,
  staff: [{ staff: id(1), name: '見本 窓口', staffNumber: '10482', role: 'clerk' as const }],
  person: null,
});

/** 監査を開く, from 今日の窓口, as a supervisor. */
export async function openAudit(
  handlers: Handlers = {},
  changes: Partial<ProgramStatus> = { user: supervisor },
): Promise<FakeCounter> {
  const fake = fakeCounter(changes);
  fake.answer({
    'home.today': () => ({ ...quietHome(), sampling: { cases: 0, findings: 0, days: 0 } }),
    'audit.list': () => listed([auditRow(1), auditRow(2, { what: '日報を見た', of: '', case: null, count: 52 })]),
    'audit.hints': () => hintsOf([nightHint]),
    'audit.reviewHint': () => hintsOf([]),
    ...handlers,
  });
  open(fake);
  await untilText('監査を開く');
  await userEvent.click(button('監査を開く'));
  await untilText('始まりの日');
  return fake;
}
