import { create } from 'zustand';
import type { AuditHintShown, AuditRow, AuditStaff } from '../../src-shared/contract/api/audit-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { type AuditChosen, type AuditTyped, readChoice, usualTyped } from '../screens/audit/audit-choice.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 監査: the filter as typed, the rows read so far, the hints, and what is written about the one in hand. */
export type AuditSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly view: 'rows' | 'hints';
  readonly typed: AuditTyped | null;
  /** which person it is of; null: of everybody */
  readonly person: { readonly case: string; readonly name: string } | null;
  readonly problem: { readonly field: 'from' | 'until'; readonly message: string } | null;
  /** what the rows were read with; printing and writing out take the same */
  readonly chosen: AuditChosen | null;
  readonly rows: readonly AuditRow[];
  readonly more: boolean;
  readonly staff: readonly AuditStaff[];
  /** `arrival` of the row in hand */
  readonly opened: number | null;
  readonly hints: Output<'audit.hints'> | null;
  readonly openedHint: string | null;
  readonly notes: Readonly<Record<string, string>>;
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  /** which answer got none: only this one is asked again under its number */
  readonly inDoubt: { readonly act: string; readonly requestId: string } | null;
  readonly reviewed: string | null;
  readonly begin: (today: string, person: string | null) => Promise<void>;
  readonly type: (change: Partial<AuditTyped>) => void;
  /** reads the list anew by what is typed */
  readonly search: () => Promise<void>;
  /** changes a part of the filter and reads at once */
  readonly narrow: (change: Partial<AuditTyped>) => Promise<void>;
  readonly ofPerson: (person: string | null) => Promise<void>;
  readonly readOn: () => Promise<void>;
  readonly show: (view: AuditSlice['view']) => void;
  readonly open: (row: number | null) => void;
  readonly openHint: (hint: string | null) => void;
  readonly write: (hint: string, note: string) => void;
  readonly review: (hint: AuditHintShown) => Promise<boolean>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  view: 'rows',
  typed: null,
  person: null,
  problem: null,
  chosen: null,
  rows: [],
  more: false,
  staff: [],
  opened: null,
  hints: null,
  openedHint: null,
  notes: {},
  failure: null,
  doubtful: false,
  inDoubt: null,
  reviewed: null,
} as const;

let newest = 0;

export const useAudit = create<AuditSlice>()((set, get) => {
  /** Filters may be turned faster than they are read: only the last one asked for is shown. */
  async function read(chosen: AuditChosen): Promise<void> {
    newest += 1;
    const mine = newest;
    set({ step: 'loading', problem: null, failure: null, doubtful: false, reviewed: null });
    const answer = await call('audit.list', { ...chosen, before: null });
    if (mine !== newest) return;
    if (!answer.ok) {
      set({ step: 'idle', failure: answer.failure });
      return;
    }
    const { rows, more, staff, person } = answer.value;
    set({ chosen, rows, more, staff, person, opened: null });
    const hints = await call('audit.hints', { from: chosen.from, until: chosen.until });
    if (mine !== newest) return;
    if (hints.ok) set({ step: 'idle', hints: hints.value });
    else set({ step: 'idle', failure: hints.failure });
  }

  async function readTyped(person: string | null): Promise<void> {
    const { typed } = get();
    if (typed === null) return;
    const reading = readChoice(typed, person);
    if (reading.chosen === null) set({ problem: reading.problem });
    else await read(reading.chosen);
  }

  return {
    ...atStart,
    begin: async (today, person) => {
      const { typed, person: before } = get();
      if (typed === null || (person !== null && person !== before?.case)) set({ typed: usualTyped(today) });
      await readTyped(person ?? before?.case ?? null);
    },
    type: (change) => {
      const { typed } = get();
      if (typed !== null) set({ typed: { ...typed, ...change }, problem: null });
    },
    search: () => readTyped(get().person?.case ?? null),
    narrow: async (change) => {
      get().type(change);
      await readTyped(get().person?.case ?? null);
    },
    ofPerson: async (person) => {
      set({ view: 'rows' });
      // Of a person everything is wanted, whoever did it.
      if (person !== null) get().type({ staff: '', act: '', office: '' });
      await readTyped(person);
    },
    readOn: async () => {
      const { chosen, rows, step } = get();
      const last = rows.at(-1);
      if (chosen === null || last === undefined || step !== 'idle') return;
      newest += 1;
      const mine = newest;
      set({ step: 'loading' });
      const answer = await call('audit.list', { ...chosen, before: last.place });
      if (mine !== newest) return;
      if (answer.ok) set({ step: 'idle', rows: [...rows, ...answer.value.rows], more: answer.value.more });
      else set({ step: 'idle', failure: answer.failure });
    },
    show: (view) => set({ view, failure: null, doubtful: false, reviewed: null }),
    open: (opened) => set({ opened }),
    openHint: (openedHint) => set({ openedHint, failure: null, doubtful: false, reviewed: null }),
    write: (hint, note) => set({ notes: { ...get().notes, [hint]: note } }),
    review: async ({ hint, title }) => {
      const { chosen, step, inDoubt, notes } = get();
      if (chosen === null || step !== 'idle') return false;
      const requestId = inDoubt?.act === hint ? inDoubt.requestId : newRequestId();
      set({ step: 'sending', failure: null, doubtful: false, reviewed: null });
      try {
        const { from, until } = chosen;
        const note = (notes[hint] ?? '').trim();
        const answer = await call('audit.reviewHint', { requestId, hint, from, until, note });
        if (!answer.ok) {
          const doubtful = lostAnswers.includes(answer.failure.code);
          set({ failure: answer.failure, doubtful, inDoubt: doubtful ? { act: hint, requestId } : null });
          return false;
        }
        const { [hint]: _, ...others } = notes;
        set({ hints: answer.value, openedHint: null, inDoubt: null, notes: others, reviewed: title });
        return true;
      } finally {
        set({ step: 'idle' });
      }
    },
    putAway: () => set({ failure: null, doubtful: false, reviewed: null }),
  };
});

forgetOnSignOut(() => {
  newest += 1;
  useAudit.setState(atStart);
});
