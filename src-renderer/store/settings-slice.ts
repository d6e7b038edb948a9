import { create } from 'zustand';
import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { Month } from '../../src-shared/domain/calendar-month.ts';
import type { SettingKey } from '../../src-shared/domain/policy.ts';
import type { Office } from '../../src-shared/domain/visit.ts';
import { type Answer, call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { type EntryTyped, emptyEntry } from '../screens/settings/calendar-form.ts';
import { type FeesTyped, feesOf } from '../screens/settings/fees-form.ts';
import type { HolidaysTyped } from '../screens/settings/holidays-form.ts';
import type { RuleTyped } from '../screens/settings/rule-form.ts';
import { useProgram } from './program-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

type SettingsChange =
  | 'settings.addCalendarEntry'
  | 'settings.dropCalendarEntry'
  | 'settings.confirmHolidays'
  | 'settings.changePolicy'
  | 'settings.withdrawChange'
  | 'settings.changeFees';
type Shown = Output<'settings.view'>;

/** 設定の節: one act a section. */
export const settingsSections = ['calendar', 'holidays', 'rules', 'fees', 'envelope', 'history'] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** 設定: how it all stands, what was typed in each section, and the one change that is on its way. */
export type SettingsSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly shown: Shown | null;
  readonly failure: Failure | null;
  /** what was recorded last, in words */
  readonly recorded: string | null;
  readonly section: SettingsSection;
  /** null until one was chosen: this terminal's own */
  readonly office: Office | null;
  readonly month: Month | null;
  readonly day: string | null;
  readonly entry: EntryTyped;
  readonly holidays: HolidaysTyped | null;
  /** which rule is open, and what was typed for each */
  readonly rule: SettingKey;
  readonly rules: Partial<Readonly<Record<SettingKey, RuleTyped>>>;
  readonly fees: FeesTyped;
  /** which change got no answer: only the same one is asked again under its number */
  readonly inDoubt: { readonly change: string; readonly requestId: string } | null;
  readonly load: () => Promise<void>;
  readonly look: (at: Partial<Pick<SettingsSlice, 'section' | 'office' | 'month' | 'day' | 'rule'>>) => void;
  readonly typeEntry: (change: Partial<EntryTyped>) => void;
  readonly typeHolidays: (typed: HolidaysTyped | null) => void;
  readonly typeRule: (key: SettingKey, typed: RuleTyped) => void;
  readonly typeFees: (change: Partial<FeesTyped>) => void;
  /** true once it is recorded; `done` is what stands in the fields then */
  readonly send: <Name extends SettingsChange>(
    method: Name,
    input: Omit<Input<Name>, 'requestId'>,
    recorded: string,
    done?: Partial<Pick<SettingsSlice, 'entry' | 'holidays' | 'rules' | 'fees'>>,
  ) => Promise<boolean>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  shown: null,
  failure: null,
  recorded: null,
  section: 'calendar',
  office: null,
  month: null,
  day: null,
  entry: emptyEntry,
  holidays: null,
  rule: 'replyDays',
  rules: {},
  fees: feesOf([]),
  inDoubt: null,
} as const;

export const useSettings = create<SettingsSlice>()((set, get) => ({
  ...atStart,
  load: async () => {
    if (get().step !== 'idle') return;
    set({ step: 'loading' });
    try {
      const answer = await call('settings.view', {});
      if (!answer.ok) set({ failure: answer.failure });
      else {
        const first = get().shown === null;
        set({ shown: answer.value, failure: null, ...(first ? { fees: feesOf(answer.value.fees) } : {}) });
      }
    } finally {
      set({ step: 'idle' });
    }
  },
  look: (at) => set({ ...at, ...('section' in at || 'rule' in at ? { failure: null, recorded: null } : {}) }),
  typeEntry: (change) => {
    const { entry } = get();
    // What was read of one day is not read of another.
    const acknowledged = 'reason' in change ? entry.acknowledged : [];
    set({ entry: { ...entry, acknowledged, ...change }, recorded: null });
  },
  typeHolidays: (holidays) => set({ holidays, recorded: null }),
  typeRule: (key, typed) => set({ rules: { ...get().rules, [key]: typed }, recorded: null }),
  typeFees: (change) => set({ fees: { ...get().fees, ...change }, recorded: null }),
  send: async <Name extends SettingsChange>(
    method: Name,
    input: Omit<Input<Name>, 'requestId'>,
    recorded: string,
    done: Partial<Pick<SettingsSlice, 'entry' | 'holidays' | 'rules' | 'fees'>> = {},
  ): Promise<boolean> => {
    if (get().step !== 'idle') return false;
    const change = `${method} ${JSON.stringify(input)}`;
    const { inDoubt } = get();
    const requestId = inDoubt?.change === change ? inDoubt.requestId : newRequestId();
    set({ step: 'sending', failure: null, recorded: null });
    try {
      // The input with its number is what the contract of this method asks for; a generic Omit hides that.
      const asked = { ...input, requestId } as unknown as Input<Name>;
      const answer: Answer<SettingsChange> = await call<SettingsChange>(method, asked);
      if (!answer.ok) {
        const doubtful = lostAnswers.includes(answer.failure.code);
        set({ failure: answer.failure, inDoubt: doubtful ? { change, requestId } : null });
        return false;
      }
      set({ shown: answer.value, inDoubt: null, recorded, ...done });
      // Every screen judges by what was changed here.
      void useProgram.getState().refresh();
      return true;
    } finally {
      set({ step: 'idle' });
    }
  },
  putAway: () => set({ failure: null, recorded: null }),
}));

forgetOnSignOut(() => useSettings.setState(atStart));
