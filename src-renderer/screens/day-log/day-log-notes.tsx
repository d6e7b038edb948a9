import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import {
  differenceWords,
  gapWords,
  KINDS_NAMES,
  OVERRIDE_NAMES,
  reasonWords,
} from '../../../src-shared/contract/day-log-words.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { monthDay, timeWord } from '../../words/day-words.ts';

type View = Pick<DayLogShown, 'corrections' | 'overrides' | 'differences' | 'receiptGaps' | 'cases'>;

/** 特記: corrections, what was let through, dates that differed, numbers passed over, what arrived late; each where it counts (B4). */
export function DayLogNotes({ view }: { readonly view: View }) {
  const { corrections, overrides, differences, receiptGaps } = view;
  const late = view.cases.filter((each) => each.late);
  return (
    <section>
      <SectionHeading>特記</SectionHeading>
      <dl className="day-log-facts">
        <div>
          <dt>訂正</dt>
          <dd>
            {corrections.length === 0 && <b>なし</b>}
            {corrections.map(({ at, receipt, entryDay, fields, asked, approver }) => (
              <span key={`${at} ${receipt}`} className="day-log-note">
                {timeWord(at)} {receipt}({monthDay(entryDay)}の受付)の<b>{fields}</b> <CodeChip code="B1" />
                <small className="support">
                  申請 {asked ?? '—'}・承認 {approver ?? '—'}
                </small>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>責任者が認めた扱い</dt>
          <dd>
            {overrides.length === 0 && <b>なし</b>}
            {overrides.map(({ rule, at, receipt, by, reason }) => (
              <span key={`${at} ${receipt} ${rule}`} className="day-log-note">
                {timeWord(at)} {receipt} <b>{OVERRIDE_NAMES[rule]}</b> <CodeChip code={rule} />
                <small className="support">
                  {reasonWords(reason)}・認めた人 {by ?? '—'}
                </small>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>満了日の相違</dt>
          <dd>
            {differences.length === 0 && <b>なし</b>}
            {differences.map((each) => (
              <span key={`${each.at} ${each.receipt} ${each.kind}`} className="day-log-note">
                {timeWord(each.at)} {each.receipt} {KINDS_NAMES[each.kind]} <b>{differenceWords(each)}</b>{' '}
                <CodeChip code="V7" />
                <small className="support">{each.by ?? '—'}</small>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>受付番号の欠番</dt>
          <dd>
            {receiptGaps.length === 0 && <b>なし</b>}
            {receiptGaps.map((gap) => (
              <span key={gap.receipt} className="day-log-note">
                {gap.number} <b>{gapWords(gap)}</b> <CodeChip code="B2" />
                {gap.explained !== null && <small className="support">説明した人 {gap.explained.by ?? '—'}</small>}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>後着</dt>
          <dd>
            {late.length === 0 && <b>なし</b>}
            {late.map(({ case: caseId, receipt, receiptDay, result }) => (
              <span key={caseId} className="day-log-note">
                {receipt}({monthDay(receiptDay)}の受付) {result} <CodeChip code="B4" />
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
