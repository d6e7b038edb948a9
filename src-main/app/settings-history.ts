import type { SettingsRecord } from '../../src-shared/contract/api/settings-api.ts';
import { CALENDAR_ENTRY_NAMES, whenWords, whereWords } from '../../src-shared/contract/calendar-entry-words.ts';
import { changeWords, settingFaces, settingKeys } from '../../src-shared/contract/setting-words.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { changedHolidays, type HolidayRow, holidaysOfYear } from '../../src-shared/domain/holiday-years.ts';
import { calendarWith, type PolicyChangeKept, policyWith } from '../../src-shared/domain/rules-in-force.ts';
import { withChange } from '../../src-shared/domain/settings-change.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay, formatWarekiYear } from '../../src-shared/kernel/wareki.ts';
import { offsetOf, offsetSetting } from './letter-offset.ts';
import type { LedgerReads } from './ports.ts';

type Told = Omit<SettingsRecord, 'at' | 'who' | 'office' | 'takenBack'>;

/** 変更の記録: every change of the settings in words, the latest first; what was taken back stays, with who took it back and why. */
export function settingsHistory(reads: Pick<LedgerReads, 'settingsEvents' | 'staff'>): SettingsRecord[] {
  const names = new Map(reads.staff().map(({ staff, name }) => [staff, name]));
  const nameOf = ({ envelope }: KnownEvent): string | null => names.get(envelope.actor ?? '') ?? null;
  const events = reads.settingsEvents();
  const takenBack = new Map(
    events.flatMap((event) => {
      const named = takesBack(event);
      const { occurredAt: at } = event.envelope;
      return named === null ? [] : [[named, { at, who: nameOf(event), reason: reasonOf(event) }] as const];
    }),
  );
  const teller = tellingInOrder();
  return events
    .flatMap((event) =>
      teller(event).map((told) => ({
        ...told,
        at: event.envelope.occurredAt,
        who: nameOf(event),
        office: event.envelope.office,
        takenBack: told.named === null || takesBack(event) !== null ? null : (takenBack.get(told.named) ?? null),
      })),
    )
    .toReversed();
}

function takesBack(event: KnownEvent): string | null {
  if (event.name === 'calendarEntryDropped/1') return event.payload.entry;
  return event.name === 'policyChangeWithdrawn/1' ? event.payload.change : null;
}

function reasonOf({ personal }: KnownEvent): string {
  return personal !== null && 'reason' in personal && typeof personal.reason === 'string' ? personal.reason : '';
}

/** 順に語る: each event is told against what those before it had made of the rules and the holidays. */
function tellingInOrder(): (event: KnownEvent) => readonly Told[] {
  let changes: readonly PolicyChangeKept[] = [];
  const words = new Map<string, string>();
  const holidays = new Map<number, readonly HolidayRow[]>();
  return (event) => {
    const none = {
      code: null,
      effectiveFrom: null,
      from: null,
      to: null,
      named: null,
      covers: null,
      reason: reasonOf(event),
    };
    switch (event.name) {
      case 'calendarEntryAdded/1': {
        const { entry, kind } = event.payload;
        const what = `${CALENDAR_ENTRY_NAMES[kind]} ${whenWords(event.payload)} ${whereWords(event.payload)}`;
        words.set(entry, what);
        const covers = { from: event.payload.from.slice(0, 10), until: event.payload.until.slice(0, 10) };
        return [{ ...none, act: 'entryAdded', code: kind === 'systemStop' ? 'L3' : 'L2', what, named: entry, covers }];
      }
      case 'calendarEntryDropped/1': {
        const { entry } = event.payload;
        const what = words.get(entry) ?? '暦の書き込み';
        return [{ ...none, act: 'entryDropped', code: 'L2', what, named: entry }];
      }
      case 'policyChanged/1': {
        const { change, effectiveFrom } = event.payload;
        const before = policyWith(changes, plainDate(effectiveFrom)).settings;
        changes = withChange(changes, event.payload);
        const after = policyWith(changes, plainDate(effectiveFrom)).settings;
        const keys = settingKeys.filter((key) => Object.hasOwn(event.payload.settings, key));
        words.set(change, keys.map((key) => settingFaces[key].name).join('・'));
        return keys.map((key) => {
          const { code, name } = settingFaces[key];
          return {
            ...none,
            ...changeWords(key, before, after),
            act: 'policyChanged',
            code,
            what: name,
            effectiveFrom,
            named: change,
          };
        });
      }
      case 'policyChangeWithdrawn/1': {
        const { change } = event.payload;
        const effectiveFrom = changes.find((each) => each.change === change)?.effectiveFrom ?? null;
        changes = changes.filter((each) => each.change !== change);
        const what = words.get(change) ?? '決まりの変更';
        return [{ ...none, act: 'changeWithdrawn', what, effectiveFrom, named: change }];
      }
      case 'holidaysConfirmed/1': {
        const { year, days } = event.payload;
        const rows = days.map((on) => ({
          on,
          name: event.personal?.names.find((each) => each.on === on)?.name ?? '祝日',
        }));
        const changed = changedHolidays(holidays.get(year) ?? holidaysOfYear(year, calendarWith([])), rows);
        holidays.set(year, rows);
        const what = `${formatWarekiYear(plainDate(`${year}-12-31`))}(${year}年)の祝日を確かめた`;
        const to =
          changed.length === 0
            ? `${days.length}日・ちがいなし`
            : `${days.length}日・${changed.map(holidayWords).join('、')}`;
        const covers = { from: `${year}-01-01`, until: `${year}-12-31` };
        return [{ ...none, act: 'holidaysConfirmed', code: 'L2', what, to, covers }];
      }
      case 'settingChanged/1': {
        if (event.payload.setting !== offsetSetting) return [];
        const [from, to] = [placeWords(event.payload.from), placeWords(event.payload.to)];
        return [{ ...none, act: 'placeChanged', code: 'D1', what: '照会書の宛名の位置(この端末)', from, to }];
      }
      default:
        return [];
    }
  };
}

function holidayWords({ on, name, what, before }: ReturnType<typeof changedHolidays>[number]): string {
  const day = formatMonthDay(plainDate(on));
  if (what === 'renamed') return `${day}${before ?? ''}を${name}に`;
  return `${day}${name}を${what === 'added' ? '加えた' : '外した'}`;
}

function placeWords(kept: unknown): string {
  const { xMm, yMm } = offsetOf(kept);
  return `右へ${xMm}mm・下へ${yMm}mm`;
}
