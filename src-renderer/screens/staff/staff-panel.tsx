import type { StaffChange, StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { Button } from '../../components/button.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { officeNames, roleNames } from '../../words/counter-words.ts';
import { dayOf, monthDayWeekday, timeWord } from '../../words/day-words.ts';
import { SignIns, StaffState } from './staff-list.tsx';
import type { StaffActKind } from './staff-typed.ts';
import { officesWord, plannedWords, staffActs } from './staff-words.ts';

type Props = {
  readonly member: StaffRow;
  readonly history: readonly StaffChange[];
  /** what may be done with this account by who sits here */
  readonly acts: readonly StaffActKind[];
  /** why there is nothing to do */
  readonly whyNone: string | null;
  readonly onBegin: (kind: StaffActKind) => void;
};

/** 開いた職員: how the account stands, what may be done, and what was done with it by whom and why. */
export function StaffPanel({ member, history, acts, whyNone, onBegin }: Props) {
  const planned = plannedWords(member);
  return (
    <>
      <header className="letter-panel-head">
        <h2>{member.name}</h2>
        <StaffState member={member} />
        <p className="support">
          {member.kana}・職員番号 {member.staffNumber}
        </p>
      </header>
      <section className="panel-section">
        <dl className="staff-facts">
          <div>
            <dt>役割</dt>
            <dd>
              {roleNames[member.role]}
              {planned !== null && <small className="support">{planned}</small>}
            </dd>
          </div>
          <div>
            <dt>窓口</dt>
            <dd>{officesWord(member.offices)}</dd>
          </div>
          <div>
            <dt>最後のサインイン</dt>
            <dd>
              <SignIns member={member} />
            </dd>
          </div>
        </dl>
      </section>
      <section className="panel-section">
        <SectionHeading>すること</SectionHeading>
        {whyNone !== null && <p className="support">{whyNone}</p>}
        {acts.length > 0 && (
          <div className="staff-acts">
            {acts.map((kind) => (
              <Button key={kind} small onPress={() => onBegin(kind)}>
                {staffActs[kind].label}
              </Button>
            ))}
          </div>
        )}
      </section>
      <section className="panel-section">
        <SectionHeading end={`${history.length}件`}>経過</SectionHeading>
        <ol className="staff-history">
          {history.map((change) => (
            <li key={`${change.at} ${change.words}`}>
              <span className="support">
                {monthDayWeekday(dayOf(change.at))} {timeWord(change.at)}・{officeNames[change.office]}
                {change.by !== null && `・${change.by}`}
                {change.approver !== null && `・確認 ${change.approver}`}
              </span>
              <b>{change.words}</b>
              {change.reason !== '' && <span>理由: {change.reason}</span>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
