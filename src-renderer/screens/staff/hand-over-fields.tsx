import type { OpenWork } from '../../../src-shared/contract/api/staff-api.ts';
import { DateField } from '../../components/date-field.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { Segments } from '../../components/segments.tsx';
import { monthDayWeekday, shortMonthDay } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import type { StaffTyped } from './staff-typed.ts';

type Props = {
  readonly typed: StaffTyped;
  readonly onType: (change: Partial<StaffTyped>) => void;
  readonly problemOf: (field: string) => { readonly message: string } | null;
  readonly work: OpenWork | null;
  /** an administrator stays one */
  readonly administrator: boolean;
};

const choices = [
  { value: 'stays', label: 'そのまま' },
  { value: 'clerk', label: '職員に戻る' },
  { value: 'suspended', label: '停止' },
] as const;

/** 引継ぎの欄: what becomes of the one who leaves, from when, and what is handed over. */
export function HandOverFields({ typed, onType, problemOf, work, administrator }: Props) {
  const problem = problemOf('predecessor');
  const day = problemOf('effectiveFrom');
  return (
    <>
      <fieldset className="staff-choice">
        <legend>引き継いだあとの前任</legend>
        {problem !== null && <FieldProblem id="staff-predecessor-problem" problem={problem} />}
        <Segments
          id="staff-predecessor"
          legend="引き継いだあとの前任"
          options={administrator ? choices.slice(0, 1) : choices}
          value={typed.predecessor}
          onChange={(predecessor) => onType({ predecessor })}
          problemId={problem === null ? undefined : 'staff-predecessor-problem'}
        />
      </fieldset>
      <fieldset className="staff-choice">
        <legend>いつから(空けておくと、いまから)</legend>
        {day !== null && <FieldProblem id="staff-effectiveFrom-problem" problem={day} />}
        <DateField
          id="staff-effectiveFrom"
          label="いつから"
          labelled="hidden"
          value={typed.effectiveFrom}
          onChange={(effectiveFrom) => onType({ effectiveFrom })}
          parse={(text) => shownReading(readDay(text))}
          showProblem={false}
          problem={day ?? undefined}
          problemId={day === null ? undefined : 'staff-effectiveFrom-problem'}
        />
      </fieldset>
      {work !== null && <OpenWorkList work={work} />}
    </>
  );
}

/** 渡るもの, by name: requests, cases, half-typed forms and days that are not closed. */
export function OpenWorkList({ work }: { readonly work: OpenWork }) {
  const { approvals, waiting, cases, drafts, openDays } = work;
  const nothing = approvals.length + waiting + cases.length + drafts.length + openDays.length === 0;
  return (
    <section className="open-work" aria-label="渡るもの">
      <p className="open-work-title">渡るもの</p>
      {nothing && <p className="support">残っているものはありません。</p>}
      <Part
        title="承認を待っている自分の依頼"
        rows={approvals.map(({ request, receipt, name }) => [request, `${name ?? erasedName} ${receipt}`] as const)}
      />
      <Part
        title="手もとの受付"
        rows={cases.map(
          (each) =>
            [
              each.case,
              `${each.name ?? erasedName} ${each.receipt}(${shortMonthDay(each.receivedAt.slice(0, 10))}から)`,
            ] as const,
        )}
      />
      <Part
        title="入力中のもの"
        rows={drafts.map(({ draft, title }) => [draft, title === '' ? '題なし' : title] as const)}
      />
      <Part title="締めていない日" rows={openDays.map((each) => [each, monthDayWeekday(each)] as const)} />
      {waiting > 0 && <p>責任者の答えを待つ依頼が、ほかに{waiting}件あります。</p>}
    </section>
  );
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p className="open-work-part">
        {title} <small>{rows.length}件</small>
      </p>
      <ul aria-label={title}>
        {rows.map(([key, words]) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </>
  );
}
