import { CodeChip } from '../../components/code-chip.tsx';
import { ComparedDates } from '../../components/compared-dates.tsx';
import { boundWord } from '../../components/reasons/certificate-words.ts';
import { eraYear } from '../../words/day-words.ts';
import type { Standing } from './case-standing.ts';
import { type Certificate, lineName } from './issue-form.ts';

type Props = {
  readonly number: number;
  readonly certificate: Certificate;
  readonly outcome: string;
  readonly standing: Standing;
};

const outcomes: Readonly<Record<string, string>> = {
  refused: '受付不可を記録しました。',
  withdrawn: '取り下げました。',
  revoked: '失効しました。',
};

/** 済んだ行・止まった行: both dates side by side as they were recorded; nothing is typed here. */
export function SettledLine({ number, certificate, outcome, standing }: Props) {
  const { ours, issued, held } = certificate;
  const theirs = issued?.expiresOn ?? held?.terminal ?? null;
  const title = `${number} ${lineName(certificate)}`;
  if (ours === null || theirs === null) {
    return (
      <div className="compared-dates issue-settled">
        <b>{title}</b>
        <p className="issue-settled-words">{outcomes[outcome] ?? waitingWord(standing)}</p>
      </div>
    );
  }
  const theirNote = held !== null && issued === null ? `${held.times}回目の入力` : '端末の表示';
  return (
    <ComparedDates
      title={title}
      serial={issued?.serial ?? null}
      ours={ours.on}
      oursNote={
        <>
          {eraYear(ours.on)}・<CodeChip code={ours.decidedBy} /> {boundWord(ours.decidedBy)}
        </>
      }
      theirs={theirs}
      theirsNote={`${eraYear(theirs)}・${issued?.terminalPrevailed === true ? '責任者が受け入れ' : theirNote}`}
    />
  );
}

function waitingWord(standing: Standing): string {
  switch (standing) {
    case 'toPost':
    case 'posted':
    case 'returned':
      return '回答を受け付けてから発行します。';
    case 'lapsed':
      return 'この受付では発行できません。';
    case 'systemStopped':
      return 'システムが再開してから発行します。';
    case 'waitingPerson':
      return '責任者の承認を待っています。';
    case 'toRevoke':
      return '失効を記録してから発行します。';
    default:
      return '前の証明書の確認を待っています。';
  }
}
