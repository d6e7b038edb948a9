import type { EventName, KnownEvent, NewEvent } from '../../src-shared/domain/case/event.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { Result } from '../../src-shared/kernel/result.ts';

export type OfficeCode = 'shiminka' | 'sobue' | 'heiwa';
export type Role = 'clerk' | 'supervisor' | 'administrator';
export type KindCode = 'signature' | 'userAuthentication';

/** 時計: now, as `YYYY-MM-DDTHH:MM:SS.mmm+09:00` (Japan has one zone and no summer time). */
export type Clock = { readonly now: () => string };

/** 乱数: `bytes` lower-case hex digits come from the operating system's generator. */
export type Chance = { readonly hex: (bytes: number) => string };

/** 台帳の失敗: what the file may answer instead; `unknown` means that nobody can say yet whether it was stored. */
export type LedgerFailure =
  | { readonly code: 'ledgerFull' }
  | { readonly code: 'ledgerBusy' }
  | { readonly code: 'ledgerReadOnly'; readonly why: ReadOnlyReason }
  | { readonly code: 'clockWentBack'; readonly lastRecordedAt: string }
  | { readonly code: 'staleVersion'; readonly currentVersion: number }
  | { readonly code: 'resultUnknown' };

export type ReadOnlyReason = 'damaged' | 'fileReadOnly' | 'diskFull' | 'rolledBack' | 'unknownWrite';

/** 働いた人: who acts, in which role, at which desk; goes into each envelope. */
export type Actor = {
  readonly staff: string | null;
  readonly role: Role | null;
};

export type StaffRow = {
  readonly staff: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly role: Role;
};

/** 受付の一行: the case as the projection folded it, and the personal fields if they have not been erased. */
export type CaseRow = {
  readonly state: CaseState;
  readonly holder: KnownEvent<'caseReceived/1'>['personal'];
  readonly handler: string | null;
};

export type CertificateRow = {
  readonly case: string;
  readonly line: number;
  readonly kind: KindCode;
  readonly serial: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly endedOn: string | null;
};

export type DraftRow = {
  readonly draft: string;
  readonly owner: string;
  readonly task: string;
  readonly version: number;
  readonly savedAt: string;
  /** what was typed, as the renderer's own JSON; the main process does not look inside but for the title */
  readonly content: string;
  readonly title: string;
};

/** 台帳の読み側 */
export type LedgerReads = {
  readonly setUp: () => {
    readonly ledger: string;
    readonly epoch: number;
    readonly office: OfficeCode;
    readonly terminal: number;
    readonly terminalName: string;
    readonly practice: boolean;
  } | null;
  readonly staff: () => readonly StaffRow[];
  readonly staffByNumber: (staffNumber: string) => StaffRow | null;
  readonly credential: (staff: string) => string | null;
  readonly case: (caseId: string) => CaseRow | null;
  readonly caseByReceipt: (receipt: { office: OfficeCode; terminal: number; day: string; number: number }) => CaseRow | null;
  readonly caseEvents: (caseId: string) => readonly (KnownEvent | { readonly unknownType: string; readonly hash: string; readonly recordedAt: string })[];
  /** cases received or touched at the office on the day, oldest first */
  readonly casesOfDay: (office: OfficeCode, day: string) => readonly CaseRow[];
  /** cases of the office not finished, received before the day */
  readonly unfinishedBefore: (office: OfficeCode, day: string) => readonly CaseRow[];
  /** every event of a day at an office, in the order of the ledger, for the daily log */
  readonly eventsOfDay: (office: OfficeCode, day: string) => readonly KnownEvent[];
  /** certificates of our own ledger whose holder has this folded name and birth date */
  readonly certificatesOf: (name: string, bornOn: string) => readonly CertificateRow[];
  readonly nextReceiptNumber: (day: string) => number;
  readonly requestResult: (requestId: string) => string | null;
  readonly drafts: () => readonly DraftRow[];
  readonly draft: (draft: string) => DraftRow | null;
  readonly count: () => { readonly events: number; readonly head: string; readonly lastRecordedAt: string | null };
};

/** 書き込みの一回分: everything in it commits together or not at all. */
export type LedgerWrites = LedgerReads & {
  readonly append: <Name extends EventName>(event: NewEvent<Name>) => KnownEvent<Name>;
  readonly setCredential: (staff: string, credential: string) => void;
  readonly saveDraft: (draft: DraftRow) => void;
  readonly discardDraft: (draft: string) => void;
};

/** 台帳 (ledger): the file that must not lose or change anything. All calls are synchronous; nothing awaits inside. */
export type Ledger = {
  readonly reads: LedgerReads;
  /**
   * One `BEGIN IMMEDIATE` transaction. `requestId` makes a repeated press harmless: where it is known, its stored result
   * is answered and `work` is not called. A case's version is checked by `work` itself. The high-water file is written and synced before this returns.
   */
  readonly write: <Value>(
    actor: Actor,
    requestId: string | null,
    work: (writes: LedgerWrites) => Value,
  ) => Result<Value, LedgerFailure>;
  readonly health: () => LedgerHealth;
  /** truncating checkpoint: at idle, lock, sign-out, exit */
  readonly settle: () => void;
  readonly close: () => void;
};

export type LedgerHealth =
  | { readonly state: 'normal'; readonly events: number; readonly checkedAtStart: number }
  | { readonly state: 'readOnly'; readonly why: ReadOnlyReason; readonly detail: string; readonly events: number };

/** 書類の置き場所: writes a finished file, never half of one under its final name; answers where it lies. */
export type Files = {
  readonly save: (
    name: string,
    content: Uint8Array,
  ) => Result<{ readonly path: string }, { readonly code: 'fileNotWritten'; readonly detail: string }>;
};

/** 合言葉の照合: scrypt, stored with its parameters; never awaited inside a transaction. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly matches: (password: string, stored: string) => Promise<boolean>;
};

/** 不具合の控え: gets the detail of a defect, without personal data; answers nothing. */
export type IncidentLog = { readonly write: (incident: string, method: string, error: unknown) => void };
