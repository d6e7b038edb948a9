import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { monthDay, timeWord } from '../../words/day-words.ts';

/** 照会と訂正: what happened with letters on the day, and each correction on the day on which it was made (B4). */
export function DayLogNotes({ letters, corrections }: Pick<DayLogView, 'letters' | 'corrections'>) {
  const counts = [
    ['投函', letters.posted],
    ['回答', letters.answered],
    ['宛所不明', letters.returned],
    ['期限切れ', letters.lapsed],
    ['照会中', letters.open],
  ] as const;
  return (
    <section>
      <SectionHeading>照会書と訂正</SectionHeading>
      <dl className="day-log-facts">
        <div>
          <dt>照会書(通)</dt>
          <dd>
            {counts.map(([label, count]) => (
              <span key={label}>
                {label} <b>{count}</b>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>訂正</dt>
          <dd>
            {corrections.length === 0 && <b>なし</b>}
            {corrections.map(({ at, receipt, entryDay, fields, asked, approver }) => (
              <span key={`${at} ${receipt}`} className="day-log-correction">
                {timeWord(at)} {receipt}({monthDay(entryDay)}の受付)の<b>{fields}</b> <CodeChip code="B1" />
                <small className="support">
                  申請 {asked ?? '—'}・承認 {approver ?? '—'}
                </small>
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
