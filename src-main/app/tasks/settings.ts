import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { FeeRow } from '../../../src-shared/domain/policy.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { rulesOf } from '../rules-shown.ts';

type SettingsCalls =
  | 'settings.view'
  | 'settings.addCalendarEntry'
  | 'settings.dropCalendarEntry'
  | 'settings.changeFees';
type NewEntry = Input<'settings.addCalendarEntry'>;

/** 設定: the calendar (L2, L3) and the fee table (F1); each change is an event with who and why, and old cases keep the rule of their day. */
export function settingsHandlers(context: Context): HandlersOf<SettingsCalls> {
  const view = (): Output<'settings.view'> => ({
    rules: rulesOf(openLedger(context).reads),
    fees: momentOf(context).policy.settings.fees.map((row) => ({ ...row })),
  });
  const written = (result: Result<object, Failure>): Result<Output<'settings.view'>, Failure> =>
    result.ok ? succeed(view()) : result;

  return {
    'settings.view': () => succeed(view()),

    'settings.addCalendarEntry': (typed) => {
      const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2 });
      const wrong = [...entryFailures(typed), ...(reason.ok ? [] : [reason.failure])];
      if (wrong.length > 0 || !reason.ok) return refuse('badFields', wrong);
      return written(
        record(context, typed.requestId, (writes) => {
          const { kind, from, until, offices } = typed;
          writes.append({
            name: 'calendarEntryAdded/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: {
              entry: context.chance.hex(16),
              kind,
              from,
              until,
              offices: kind === 'systemStop' ? null : offices,
            },
            personal: { reason: reason.value },
          });
          return succeed({});
        }),
      );
    },

    'settings.dropCalendarEntry': ({ requestId, entry, reason: typedReason }) => {
      const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      return written(
        record(context, requestId, (writes) => {
          if (!writes.calendarEntries().some((each) => each.entry === entry)) return refuse('nothingThere');
          writes.append({
            name: 'calendarEntryDropped/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: { entry },
            personal: { reason: reason.value },
          });
          return succeed({});
        }),
      );
    },

    'settings.changeFees': ({ requestId, effectiveFrom: typedDay, fees, reason: typedReason }) => {
      const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
      const from = parseDateInput(typedDay);
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      if (!from.ok) return refuseField('badFields', 'effectiveFrom', from.failure.message);
      if (from.value < momentOf(context).day)
        return refuseField(
          'badFields',
          'effectiveFrom',
          '今日より前からは変えられません。今日か、後の日を入力してください。',
        );
      const rows = fees.map((row) => FeeRow.safeParse({ ...row, reason: row.reason.trim() }));
      const reasons = rows.flatMap((row) => (row.success ? [row.data.reason] : []));
      if (reasons.length < fees.length || new Set(reasons).size < reasons.length)
        return refuseField('badFields', 'fees', '手数料の理由と金額(0円以上)を、理由ごとに1行ずつ入力してください。');
      return written(
        record(context, requestId, (writes) => {
          writes.append({
            name: 'policyChanged/1',
            case: null,
            occurredAt: momentOf(context).instant,
            payload: {
              change: context.chance.hex(16),
              effectiveFrom: from.value,
              settings: { fees: rows.flatMap((row) => (row.success ? [{ ...row.data }] : [])) },
            },
            personal: { reason: reason.value },
          });
          return succeed({});
        }),
      );
    },
  };
}

function entryFailures({ kind, from, until }: NewEntry): readonly FieldFailure[] {
  const starts = PlainDateTime.safeParse(from);
  const ends = PlainDateTime.safeParse(until);
  const say = (field: string, message: string): readonly FieldFailure[] => [{ field, message, suggestion: null }];
  if (!starts.success) return say('from', '始まりの日と時刻を読み取れません。日と時刻を入力してください。');
  if (!ends.success) return say('until', '終わりの日と時刻を読み取れません。日と時刻を入力してください。');
  if (starts.data >= ends.data) return say('until', '終わりが、始まりより前です。日と時刻を確かめてください。');
  if (kind === 'specialOpening' && from.slice(0, 10) !== until.slice(0, 10))
    return say('until', '臨時開庁は1日ずつ入力してください。');
  return [];
}
