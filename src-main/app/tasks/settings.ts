import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { tooLongClosed, warningsOf } from '../../../src-shared/domain/calendar-warnings.ts';
import { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, calendarIn, momentOf, openLedger, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerWrites } from '../ports.ts';
import { rulesOf } from '../rules-shown.ts';
import { settingsHistory } from '../settings-history.ts';

type SettingsCalls = 'settings.view' | 'settings.addCalendarEntry' | 'settings.dropCalendarEntry';
type NewEntry = Input<'settings.addCalendarEntry'>;

/** 設定を見せる: the rules in force with what is planned, and every change that made them. */
export function settingsView(context: Context): Output<'settings.view'> {
  const { reads } = openLedger(context);
  return {
    rules: rulesOf(reads),
    fees: momentOf(context).policy.settings.fees.map((row) => ({ ...row })),
    history: settingsHistory(reads),
  };
}

/** 書いて見せる: one change of the settings, and how they stand after it. */
export function writeSettings(
  context: Context,
  requestId: string,
  work: (writes: LedgerWrites) => Result<object, Failure>,
): Result<Output<'settings.view'>, Failure> {
  const written = record(context, requestId, work);
  return written.ok ? succeed(settingsView(context)) : written;
}

/** 設定の暦 (L2, L3): each entry is an event with who and why, and old cases keep what stood on their day. */
export function settingsHandlers(context: Context): HandlersOf<SettingsCalls> {
  return {
    'settings.view': () => succeed(settingsView(context)),

    'settings.addCalendarEntry': (typed) => {
      const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2 });
      const wrong = [...entryFailures(typed), ...(reason.ok ? [] : [reason.failure])];
      if (wrong.length > 0 || !reason.ok) return refuse('badFields', wrong);
      const { kind, from, until } = typed;
      const entry = { kind, from, until, offices: kind === 'systemStop' ? null : typed.offices };
      return writeSettings(context, typed.requestId, (writes) => {
        const { day, instant, policy } = momentOf(context);
        const calendar = calendarIn(writes);
        const tooLong = tooLongClosed(entry, writes.calendarEntries(), calendar);
        if (tooLong !== null) return refuseField('badFields', 'until', tooLong);
        const unread = warningsOf(entry, day, policy, calendar).filter(
          ({ code }) => !(typed.acknowledged ?? []).includes(code),
        );
        if (unread.length > 0)
          return refuse(
            'badFields',
            unread.map(({ text }) => ({ field: 'acknowledged', message: text, suggestion: null })),
          );
        writes.append({
          name: 'calendarEntryAdded/1',
          case: null,
          occurredAt: instant,
          payload: { entry: context.chance.hex(16), ...entry },
          personal: { reason: reason.value },
        });
        return succeed({});
      });
    },

    'settings.dropCalendarEntry': ({ requestId, entry, reason: typedReason }) => {
      const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      return writeSettings(context, requestId, (writes) => {
        const { at, instant } = momentOf(context);
        const standing = writes.calendarEntries().find((each) => each.entry === entry);
        if (standing === undefined) return refuse('nothingThere');
        if (standing.until <= at)
          return refuseField(
            'badFields',
            'entry',
            'もう終わった日の書き込みは取り消せません。その日の受付は、この書き込みで判定されています。',
          );
        writes.append({
          name: 'calendarEntryDropped/1',
          case: null,
          occurredAt: instant,
          payload: { entry },
          personal: { reason: reason.value },
        });
        return succeed({});
      });
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
  if (from < '2000' || until >= '2100') return say('from', '2000年から2099年までの日を入力してください。');
  if (Number(until.slice(0, 4)) - Number(from.slice(0, 4)) > 1)
    return say('until', '終わりの日が遠すぎます。日を確かめてください。');
  return [];
}
