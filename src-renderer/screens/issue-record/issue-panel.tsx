import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { ExpiryBar } from '../../components/expiry-bar.tsx';
import { Icon } from '../../components/icon.tsx';
import { barOf, boundWord } from '../../components/reasons/certificate-words.ts';
import { FindingsSection } from '../../components/reasons/findings-section.tsx';
import { PanelTop } from '../../components/reasons/panel-top.tsx';
import { ToldSection } from '../../components/reasons/told-section.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { VerdictBand } from '../../components/verdict-band.tsx';
import { dayOf, shortMonthDay, timeWord, westernDay } from '../../words/day-words.ts';
import { ContactNotes, PostedNotes } from '../letters/letter-notes.tsx';
import { isOver, type Standing, toldOf, wordsOfStanding } from './case-standing.ts';
import { CorrectionsSection } from './corrections-section.tsx';
import type { Certificate } from './issue-form.ts';

type Props = {
  readonly detail: CaseDetail;
  readonly standing: Standing;
  readonly today: string;
  /** the certificate in question: the held one, else the last in issue order */
  readonly inQuestion: Certificate | null;
  /** what the terminal shows for it, as typed now or as it stopped the case */
  readonly terminal: string | null;
};

/** 判定(発行の日): how the case stands, how our date came about, what to say, and what happened so far. */
export function IssuePanel({ detail, standing, today, inQuestion, terminal }: Props) {
  const words = wordsOfStanding(standing, detail);
  const { letters, contacts } = detail;
  return (
    <>
      <PanelTop>
        <VerdictBand verdict={words.stamp} headline={words.headline}>
          {words.reason}
        </VerdictBand>
      </PanelTop>
      {inQuestion?.ours != null && (
        <section className="panel-section">
          <SectionHeading end={KIND_NAMES[inQuestion.kind]}>台帳の計算</SectionHeading>
          <ExpiryBar today={today} {...barOf(inQuestion.ours)} />
          <BoundTable ours={inQuestion.ours} terminal={terminal} />
        </section>
      )}
      <ToldSection told={toldOf(detail, standing)} />
      {(letters.length > 0 || contacts.length > 0) && (
        <section className="panel-section">
          <SectionHeading>照会書と連絡</SectionHeading>
          <PostedNotes letters={letters} />
          <ContactNotes contacts={contacts} />
        </section>
      )}
      <CorrectionsSection detail={detail} />
      <section className="panel-section">
        <SectionHeading>ここまでの記録</SectionHeading>
        <ol className="case-history" data-days={detail.history.some(({ at }) => dayOf(at) !== today) ? '' : undefined}>
          {detail.history.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows at its end.
            <li key={index}>
              <b>
                {dayOf(entry.at) === today ? '' : `${shortMonthDay(dayOf(entry.at))} `}
                {timeWord(entry.at)}
              </b>
              <span>
                {entry.what} {entry.who}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {!isOver(standing) && <FindingsSection findings={detail.findings} />}
    </>
  );
}

type TableProps = { readonly ours: NonNullable<Certificate['ours']>; readonly terminal: string | null };

function BoundTable({ ours, terminal }: TableProps) {
  return (
    <table className="bound-table">
      <caption className="visually-hidden">比べた日付</caption>
      <tbody>
        {ours.compared.map(({ code, on }) => {
          const decided = code === ours.decidedBy;
          return (
            <tr key={code} data-decided={decided ? '' : undefined}>
              <th scope="row">
                <CodeChip code={code} tone={decided ? 'decided' : 'plain'} /> {boundWord(code)}
              </th>
              <td>{westernDay(on)}</td>
              <td>{decided ? '決定' : on === ours.on ? '同日' : ''}</td>
            </tr>
          );
        })}
        {terminal !== null && (
          <tr data-differs={terminal === ours.on ? undefined : ''}>
            <th scope="row">
              <Icon name={terminal === ours.on ? 'checkDisc' : 'crossDisc'} /> 統合端末の表示
            </th>
            <td>{westernDay(terminal)}</td>
            <td>{terminal === ours.on ? '一致' : '相違'}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
