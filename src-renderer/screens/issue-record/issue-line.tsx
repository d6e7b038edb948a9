import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { boundWord } from '../../components/reasons/certificate-words.ts';
import { TextField } from '../../components/text-field.tsx';
import { eraYear } from '../../words/day-words.ts';
import { DifferingDay } from './differing-day.tsx';
import { expiryId, type LineReading, serialId } from './issue-form.ts';

type Props = {
  readonly number: number;
  readonly reading: LineReading;
  readonly onType: (change: { readonly serial?: string; readonly expiresOn?: string }) => void;
  /** what is typed wrong is said from now on */
  readonly sayProblems: boolean;
};

/** 一つの証明書を記録する行: our date left, what the terminal shows right, compared at every key. */
export function IssueLine({ number, reading, onType, sayProblems }: Props) {
  const { certificate, typed, day, same, problems } = reading;
  const { line, kind, ours } = certificate;
  const theirs = day.kind === 'read' ? day.day : null;
  const serialProblem = sayProblems && problems.serial !== null ? { message: problems.serial } : null;
  const dayProblem =
    problems.expiresOn !== null && (sayProblems || day.kind === 'read') ? { message: problems.expiresOn } : null;
  return (
    <fieldset className="compared-dates issue-line" data-same={same === false ? 'no' : 'yes'}>
      <legend className="visually-hidden">{KIND_NAMES[kind]}</legend>
      <div>
        <b>
          {number} {KIND_NAMES[kind]}
        </b>
      </div>
      <div>
        {ours !== null && (
          <>
            <DifferingDay day={ours.on} other={theirs} />
            <div className="support">
              {eraYear(ours.on)}・<CodeChip code={ours.decidedBy} /> {boundWord(ours.decidedBy)}
            </div>
          </>
        )}
      </div>
      <div className="compared-dates-sign" aria-hidden="true">
        {same === null ? '' : same ? '=' : '≠'}
      </div>
      <div className="issue-fields">
        <TextField
          id={serialId(line)}
          label="発行番号"
          labelled="above"
          width="full"
          value={typed.serial}
          onChange={(serial) => onType({ serial })}
          problem={serialProblem}
        />
        <TextField
          id={expiryId(line)}
          label="満了日"
          labelled="above"
          width="full"
          value={typed.expiresOn}
          onChange={(expiresOn) => onType({ expiresOn })}
          problem={dayProblem}
        />
        {theirs !== null && (
          <>
            <DifferingDay day={theirs} other={ours?.on ?? null} />
            <div className="support">{eraYear(theirs)}・端末の表示</div>
          </>
        )}
      </div>
      <div role="status">
        {same !== null && (
          <span className="compared-dates-result">
            <Icon name={same ? 'checkDisc' : 'stopDisc'} />
            {same ? '一致' : '相違'}
          </span>
        )}
      </div>
    </fieldset>
  );
}
