import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { confirmableYears, problemsOfHolidays } from '../../../src-shared/domain/holiday-years.ts';
import { FeeRow, type SettingsChange } from '../../../src-shared/domain/policy.ts';
import {
  problemsOfChange,
  problemsWithout,
  readSettingsChange,
  type SettingProblem,
} from '../../../src-shared/domain/settings-change.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, calendarIn, momentOf } from '../context.ts';
import { refusal, refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { writeSettings } from './settings.ts';

type RuleCalls =
  | 'settings.changePolicy'
  | 'settings.withdrawChange'
  | 'settings.changeFees'
  | 'settings.confirmHolidays';

type Change = { readonly effectiveFrom: PlainDate; readonly settings: SettingsChange; readonly reason: string };

/** 決まり (⚙) と祝日 (L2): each change is an event with who, why and from when; old cases keep the rule of their day. */
export function settingsRulesHandlers(context: Context): HandlersOf<RuleCalls> {
  const change = (requestId: string, { effectiveFrom, settings, reason }: Change, fieldOf: (key: string) => string) => {
    const unreadable = feeTextFailures(settings.fees ?? []);
    if (unreadable.length > 0) return refuse('badFields', unreadable);
    return writeSettings(context, requestId, (writes) => {
      const problems = problemsOfChange(writes.policyChanges(), { effectiveFrom, settings });
      if (problems.length > 0) return refuse('badFields', atFields(problems, fieldOf));
      writes.append({
        name: 'policyChanged/1',
        case: null,
        occurredAt: momentOf(context).instant,
        // Parsed by the domain's own schema, and plain data throughout.
        payload: { change: context.chance.hex(16), effectiveFrom, settings: JSON.parse(JSON.stringify(settings)) },
        personal: { reason },
      });
      return succeed({});
    });
  };

  return {
    'settings.changePolicy': ({ requestId, effectiveFrom, settings: typed, reason }) => {
      const when = readWhenAndWhy(context, effectiveFrom, reason);
      if (!when.ok) return when;
      const read = readSettingsChange(typed);
      if (read.settings === null && read.problems.length === 0)
        return refuseField('badFields', 'settings', 'このプログラムの知らない決まりです。画面で選び直してください。');
      if (read.settings === null)
        return refuse(
          'badFields',
          atFields(read.problems, (key) => key),
        );
      if (Object.keys(read.settings).length === 0)
        return refuseField('badFields', 'settings', '変える決まりを選んでください。');
      return change(requestId, { ...when.value, settings: read.settings }, (key) => key);
    },

    'settings.changeFees': ({ requestId, effectiveFrom, fees, reason }) => {
      const when = readWhenAndWhy(context, effectiveFrom, reason);
      if (!when.ok) return when;
      const rows = fees.map((row) => FeeRow.safeParse({ ...row, reason: row.reason.trim() }));
      const reasons = rows.flatMap((row) => (row.success ? [row.data.reason] : []));
      if (reasons.length < fees.length || new Set(reasons).size < reasons.length)
        return refuseField('badFields', 'fees', '手数料の理由と金額(0円以上)を、理由ごとに1行ずつ入力してください。');
      const table = rows.flatMap((row) => (row.success ? [{ ...row.data }] : []));
      return change(requestId, { ...when.value, settings: { fees: table } }, () => 'fees');
    },

    'settings.withdrawChange': ({ requestId, change: named, reason: typedReason }) => {
      const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      return writeSettings(context, requestId, (writes) => {
        const { day, instant } = momentOf(context);
        const planned = writes.policyChanges().find((each) => each.change === named);
        if (planned === undefined) return refuse('nothingThere');
        if (planned.effectiveFrom <= day)
          return refuseField(
            'badFields',
            'change',
            'この変更はもう効いています。取りやめるのではなく、新しい変更を記録してください。',
          );
        const problems = problemsWithout(writes.policyChanges(), named);
        if (problems.length > 0)
          return refuse(
            'badFields',
            atFields(problems, () => 'change'),
          );
        writes.append({
          name: 'policyChangeWithdrawn/1',
          case: null,
          occurredAt: instant,
          payload: { change: named },
          personal: { reason: reason.value },
        });
        return succeed({});
      });
    },

    'settings.confirmHolidays': ({ requestId, year, days, reason: typedReason }) => {
      const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const unreadable = days.flatMap(({ name }, place) => {
        const read = checkFreeText(`days.${place}.name`, name, { optional: false, label: '祝日の名前' });
        return read.ok ? [] : [read.failure];
      });
      if (unreadable.length > 0) return refuse('badFields', unreadable);
      return writeSettings(context, requestId, (writes) => {
        const { day: today, instant } = momentOf(context);
        if (!confirmableYears(today).includes(year))
          return refuseField('badFields', 'year', `${year}年の祝日は、まだ公表されていないか、もう過ぎています。`);
        const rows = days.map(({ on, name }) => ({ on, name: name.trim() }));
        const problems = problemsOfHolidays(year, rows, today, calendarIn(writes));
        if (problems.length > 0)
          return refuse(
            'badFields',
            problems.map(({ place, field, message }) => ({
              field: `days.${place}.${field}`,
              message,
              suggestion: null,
            })),
          );
        const names = rows.toSorted((left, right) => (left.on < right.on ? -1 : 1));
        writes.append({
          name: 'holidaysConfirmed/1',
          case: null,
          occurredAt: instant,
          payload: { confirmation: context.chance.hex(16), year, days: names.map(({ on }) => on) },
          personal: { names, reason: reason.value },
        });
        return succeed({});
      });
    },
  };
}

/** 手数料の理由: a text of its own in the table, so that it is read as any other. */
function feeTextFailures(fees: readonly FeeRow[]): readonly FieldFailure[] {
  return fees.flatMap(({ reason }) => {
    const read = checkFreeText('fees', reason, { optional: false, label: '手数料の理由' });
    return read.ok ? [] : [read.failure];
  });
}

/** いつから、なぜ: a day that is not past, and a reason. */
function readWhenAndWhy(
  context: Context,
  typedDay: string,
  typedReason: string,
): Result<Pick<Change, 'effectiveFrom' | 'reason'>, Failure> {
  const reason = checkFreeText('reason', typedReason, { optional: false, least: 2 });
  const from = parseDateInput(typedDay);
  const say = (field: string, message: string) => fail(refusal('badFields', [{ field, message, suggestion: null }]));
  if (!reason.ok) return fail(refusal('badFields', [reason.failure]));
  if (!from.ok) return say('effectiveFrom', from.failure.message);
  if (from.value < momentOf(context).day)
    return say('effectiveFrom', '今日より前からは変えられません。今日か、後の日を入力してください。');
  return succeed({ effectiveFrom: from.value, reason: reason.value });
}

function atFields(problems: readonly SettingProblem[], fieldOf: (key: string) => string) {
  return problems.map(({ key, message }) => ({ field: fieldOf(key), message, suggestion: null }));
}
