import type { AuditRow, AuditStaff } from '../../../src-shared/contract/api/audit-api.ts';
import { ROLE_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { AUDIT_ACT_NAMES } from '../../../src-shared/domain/audit-acts.ts';
import { Button } from '../../components/button.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useAudit } from '../../store/audit-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, eraDay, weekdayWord } from '../../words/day-words.ts';

/** 手もとの一行: who, when, where, what, of whom; and the ways on from it. */
export function AuditEntryPanel({ row, staff }: { readonly row: AuditRow; readonly staff: readonly AuditStaff[] }) {
  const go = useTask((tasks) => tasks.go);
  const { narrow, ofPerson } = useAudit.getState();
  const { at, who, role, office, terminal, act, what, of, count, mayContain } = row;
  const caseId = row.case;
  const by = staff.find(({ name }) => name === who);
  return (
    <>
      <header className="letter-panel-head">
        <h2>{what}</h2>
        <p className="support">{AUDIT_ACT_NAMES[act]}</p>
      </header>
      <section className="panel-section">
        <SectionHeading>くわしく</SectionHeading>
        <dl className="audit-facts">
          <dt>いつ</dt>
          <dd>
            {eraDay(dayOf(at))}({weekdayWord(dayOf(at))}) {at.slice(11, 19)}
          </dd>
          <dt>だれが</dt>
          <dd>{who === null ? '—(サインイン前)' : `${who}${role === null ? '' : `(${ROLE_NAMES[role]})`}`}</dd>
          <dt>どこで</dt>
          <dd>
            {officeNames[office]}
            {terminal > 0 && ` ${terminal}番の端末`}
          </dd>
          <dt>だれの</dt>
          <dd>{of === '' ? '—' : of}</dd>
          <dt>件数</dt>
          <dd>{count === null ? '—' : `${count.toLocaleString('ja-JP')}件`}</dd>
        </dl>
        {mayContain && (
          <p className="audit-may">
            書き出しは氏名を台帳に残しません。日と窓口から、選んだ人を含むかもしれないものとして添えています。
          </p>
        )}
      </section>
      <section className="panel-section">
        <SectionHeading>ここから</SectionHeading>
        <div className="letter-acts">
          {by !== undefined && (
            <Button small onPress={() => void narrow({ staff: by.staff })}>
              この職員で絞る
            </Button>
          )}
          {caseId !== null && (
            <>
              <Button small onPress={() => void ofPerson(caseId)}>
                この人で絞る
              </Button>
              <Button small onPress={() => go({ kind: 'issueRecord', caseId })}>
                受付を開く
              </Button>
            </>
          )}
          {by === undefined && caseId === null && <p className="support">この行から絞れるものはありません。</p>}
        </div>
      </section>
    </>
  );
}
