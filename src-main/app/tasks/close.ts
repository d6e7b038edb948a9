import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import { isExplained } from '../../../src-shared/contract/day-log-words.ts';
import type { FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { closeCells, closeCode } from '../../../src-shared/domain/day-close.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { closedShown, isOver, ownGapsOf, previewOf } from '../close-view.ts';
import { type Context, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { secondPerson } from '../second-person.ts';
import { noteShown } from '../shown.ts';
import { whyNotApprover } from '../sign-in-attempts.ts';

type CloseCalls = 'close.overview' | 'close.preview' | 'close.explainGap' | 'close.record';
type TypedDay = Input<'close.record'>['days'][number];
type ShownDay = Output<'close.overview'>['days'][number];

/** 締め (B4, B7): a supervisor compares and closes, another one checks; each day is signed and never changes again. */
export function closeHandlers(context: Context): HandlersOf<CloseCalls> {
  return {
    'close.overview': () => {
      const { reads } = openLedger(context);
      const days: ShownDay[] = [];
      for (const { day, office, terminal, own, close } of reads.closeDays()) {
        const shown = { office, terminal, own, closed: closedShown(reads, { day, close }) };
        const there = days.find((each) => each.day === day && each.office === office);
        if (there === undefined) days.push({ day, office, closed: close !== null, terminals: [shown] });
        else {
          there.terminals.push(shown);
          there.closed &&= close !== null;
        }
      }
      return succeed({ days });
    },

    'close.preview': ({ day }) => {
      const view = previewOf(context, openLedger(context).reads, plainDate(day));
      const cases = view.carriedOver.map((each) => each.case);
      const shown = noteShown(context, 'dayLog', cases, cases.length);
      return shown.ok ? succeed(view) : shown;
    },

    'close.explainGap': ({ requestId, day, number, reason }) => {
      const checked = checkFreeText('reason', reason, { optional: false, least: 5, label: '欠番の説明' });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      return record(context, requestId, (writes) => {
        const { office, terminal } = placeOf(writes);
        if (writes.reportedAtClose(day) !== null) return refuse('dayAlreadyClosed');
        const gap = ownGapsOf(writes, office, day).find((each) => each.number === number);
        if (gap === undefined || isExplained(gap)) return refuse('gapNotOpen');
        writes.append({
          name: 'receiptGapExplained/1',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { office, terminal, day, number },
          personal: { reason: checked.value },
        });
        return succeed({ day, number });
      });
    },

    'close.record': async ({ requestId, days, acceptance }) => {
      const wrong = days.flatMap(failuresOf);
      if (wrong.length > 0) return refuse('badFields', wrong);
      if (new Set(days.map(({ day }) => day)).size < days.length) return refuse('dayAlreadyClosed');
      const checker = await secondPerson(context, acceptance);
      if (!checker.ok) return checker;
      return record(context, requestId, (writes) => {
        const no = whyNotApprover(context, writes, checker.value.staff);
        if (no !== null) return fail(no);
        const closed: { day: string; code: string }[] = [];
        for (const { day, cells } of days.toSorted((left, right) => (left.day < right.day ? -1 : 1))) {
          if (writes.reportedAtClose(day) !== null) return refuse('dayAlreadyClosed');
          if (!isOver(context, writes, day)) return refuse('dayNotOver');
          const content = writes.dayToClose(day);
          if (content === null) return refuse('nothingToClose');
          if (!ownGapsOf(writes, placeOf(writes).office, day).every(isExplained)) return refuse('gapsNotExplained');
          const same = content.counts.cells.every(({ procedure, kind, count }) =>
            cells.some((cell) => cell.procedure === procedure && cell.kind === kind && cell.ours === count),
          );
          if (!same) return refuse('countsChanged');
          const close = writes.closeDay({
            day,
            occurredAt: momentOf(context).instant,
            checkedBy: checker.value.staff,
            reported: cells.map(({ procedure, kind, reported }) => ({ procedure, kind, count: reported })),
            explanations: cells
              .filter(({ ours, reported }) => ours !== reported)
              .map(({ procedure, kind, reason }) => ({ procedure, kind, reason: reason.trim() })),
          });
          closed.push({ day, code: closeCode(close) });
        }
        return succeed({ closed });
      });
    },
  };
}

/** Each cell once, and a reason for each difference. */
function failuresOf({ day, cells }: TypedDay): readonly FieldFailure[] {
  const missing = closeCells.some(
    ({ procedure, kind }) => !cells.some((cell) => cell.procedure === procedure && cell.kind === kind),
  );
  if (missing)
    return [{ field: `${day}.cells`, message: '端末の日報の件数を、欄ごとに入力してください。', suggestion: null }];
  return cells.flatMap(({ procedure, kind, ours, reported, reason }) => {
    if (ours === reported) return [];
    const checked = checkFreeText(`${day}.${procedure}.${kind}`, reason, { optional: false, least: 2 });
    return checked.ok ? [] : [checked.failure];
  });
}
