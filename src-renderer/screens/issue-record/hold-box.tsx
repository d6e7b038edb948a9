import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Acceptance } from '../../store/issue-slice.ts';
import { AcceptanceFields } from './acceptance-fields.tsx';
import { DifferingDay } from './differing-day.tsx';
import { expiryId, type LineReading, serialId, swappedDigits } from './issue-form.ts';

type Props = {
  readonly reading: LineReading;
  readonly acceptance: Acceptance;
  readonly acceptanceOpen: boolean;
  readonly sayProblems: boolean;
  readonly problem: string | null;
  readonly onType: (change: { readonly serial?: string; readonly expiresOn?: string }) => void;
  readonly onAccept: (change: Partial<Acceptance>) => void;
  readonly onAsk: (() => void) | null;
  readonly busy: boolean;
};

/** 相違で止まった箱 (V7): look again and type again; only where it still differs may a supervisor accept it with a reason. */
export function HoldBox(props: Props) {
  const { reading, acceptance, acceptanceOpen, sayProblems, problem, onType, onAccept } = props;
  const { certificate, typed, day, same, problems } = reading;
  const { line, kind, ours, held } = certificate;
  const name = KIND_NAMES[kind];
  const guess = ours === null || held?.terminal == null ? null : swappedDigits(ours.on, held.terminal);
  return (
    <section className="hold-box" aria-label={`${name}の満了日の相違`}>
      <h2>
        <Icon name="stopDisc" />
        {name}の満了日が違うため、止めています
        <CodeChip code="V7" tone="unmet" />
      </h2>
      <div className="hold-step">
        <h3>
          <span className="hold-step-number">1</span>
          統合端末の画面をもう一度見て、入れ直す
        </h3>
        <div className="hold-fields">
          <TextField
            id={expiryId(line)}
            label={`${name}の満了日`}
            labelled="beside"
            width="7"
            value={typed.expiresOn}
            onChange={(expiresOn) => onType({ expiresOn })}
            problem={
              problems.expiresOn !== null && (sayProblems || day.kind === 'read')
                ? { message: problems.expiresOn }
                : null
            }
          />
          <TextField
            id={serialId(line)}
            label="発行番号"
            labelled="beside"
            width="9"
            value={typed.serial}
            onChange={(serial) => onType({ serial })}
            problem={sayProblems && problems.serial !== null ? { message: problems.serial } : null}
          />
          <div className="hold-answer" role="status" data-same={same === true ? 'yes' : 'no'}>
            {day.kind !== 'read' && (
              <p className="support">
                読取りなら、コードを当てるだけで入ります。
                {guess !== null && <br />}
                {guess}
              </p>
            )}
            {day.kind === 'read' && same !== null && (
              <>
                <DifferingDay day={day.day} other={ours?.on ?? null} />
                <span className="compared-dates-result">
                  <Icon name={same ? 'checkDisc' : 'stopDisc'} />
                  {same ? '台帳の計算と一致。F11で記録します' : 'まだ違います'}
                </span>
              </>
            )}
          </div>
        </div>
      </div>
      <AcceptanceFields
        value={acceptance}
        onChange={onAccept}
        open={acceptanceOpen}
        sayProblems={sayProblems}
        problem={problem}
        onAsk={props.onAsk}
        busy={props.busy}
      />
    </section>
  );
}
