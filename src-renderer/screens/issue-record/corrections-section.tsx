import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';

/** 訂正 (B1): both readings stay: the earlier one struck through, the one that stands now, why, and who asked and approved. */
export function CorrectionsSection({ detail }: { readonly detail: CaseDetail }) {
  const { corrections, history } = detail;
  if (corrections.length === 0) return null;
  return (
    <section className="panel-section">
      <SectionHeading end={<CodeChip code="B1" />}>訂正</SectionHeading>
      {corrections.map(({ entry, at, reason, changes, asked, approver }) => (
        <div key={`${entry} ${at}`} className="case-correction">
          <p>
            <b>
              {shortMonthDay(dayOf(at))} {timeWord(at)}
            </b>{' '}
            「{history.find((each) => each.entry === entry)?.what ?? '記録'}」の訂正
          </p>
          <dl>
            {changes.map(({ field, label, from, to }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  <del>{from}</del> → <ins>{to}</ins>
                </dd>
              </div>
            ))}
          </dl>
          <p className="support">
            理由: {reason}(申請 {asked ?? '—'}・承認 {approver ?? '—'})
          </p>
        </div>
      ))}
    </section>
  );
}
