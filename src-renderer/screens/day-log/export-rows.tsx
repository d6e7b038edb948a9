import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { type ExportChoice, useExport } from '../../store/export-slice.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { type ChosenDays, officeChoices, periodWords, procedureChoices, spanKinds, turned } from './export-choice.ts';

type Props = { readonly choice: ExportChoice; readonly chosen: ChosenDays; readonly today: PlainDate };

/** 書き出すもの: the period, the office, the procedure; each begins with what is on the screen. */
export function ExportRows({ choice, chosen, today }: Props) {
  const change = useExport((exporting) => exporting.change);
  const problem = chosen.ok ? null : { id: `export-${chosen.field}-problem`, problem: { message: chosen.message } };
  return (
    <div className="export-rows">
      <FormRow label="期間">
        <Segments legend="期間" options={spanKinds} value={choice.span} onChange={(span) => change({ span })} />
        {choice.span === 'range' ? null : <Turner choice={choice} today={today} />}
      </FormRow>
      {choice.span === 'range' && (
        <FormRow label="日から日まで" problems={problem === null ? [] : [problem]}>
          {(['from', 'until'] as const).map((field) => (
            <DateField
              key={field}
              id={`export-${field}`}
              label={field === 'from' ? '始まり' : '終わり'}
              labelled="beside"
              value={choice[field]}
              onChange={(value) => change({ [field]: value })}
              parse={(text) => shownReading(readDay(text))}
              showProblem={false}
              problemId={!chosen.ok && chosen.field === field ? problem?.id : undefined}
            />
          ))}
        </FormRow>
      )}
      <FormRow label="窓口">
        <Segments
          legend="窓口"
          options={officeChoices}
          value={choice.office}
          onChange={(office) => change({ office })}
        />
      </FormRow>
      <FormRow label="手続">
        <Segments
          legend="手続"
          options={procedureChoices}
          value={choice.procedure}
          onChange={(procedure) => change({ procedure })}
        />
      </FormRow>
      <p className="support">Shift+Tabで、ここへ戻れます。矢印キーで選びます。</p>
    </div>
  );
}

const unitWords = { day: '日', month: '月', fiscalYear: '年度' } as const;

/** 期間を送る: the day, month or fiscal year that is shown, and its neighbours. */
function Turner({ choice, today }: Omit<Props, 'chosen'>) {
  const change = useExport((exporting) => exporting.change);
  const { span } = choice;
  if (span === 'range') return null;
  const next = turned(choice, 1, today);
  const turn = (day: PlainDate | null): void => {
    if (day !== null) change({ day });
  };
  return (
    <div className="day-log-day">
      <button type="button" aria-label={`前の${unitWords[span]}`} onClick={() => turn(turned(choice, -1, today))}>
        <Icon name="chevronLeft" />
      </button>
      <b aria-live="polite">{periodWords(choice)}</b>
      <button
        type="button"
        aria-label={`次の${unitWords[span]}`}
        aria-disabled={next === null || undefined}
        title={next === null ? '今日より先の日報はありません' : undefined}
        onClick={() => turn(next)}
      >
        <Icon name="chevronRight" />
      </button>
    </div>
  );
}
