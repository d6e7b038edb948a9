import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { EventName, KnownEvent, NewEvent } from '../../src-shared/domain/case/event.ts';
import type { Result } from '../../src-shared/kernel/result.ts';
import type { AuditReads, SamplingReads } from './ports-audit.ts';
import type { CloseReads, CloseWrites, DayLogReads } from './ports-close.ts';
import type { BackupFailure, BackupReport, ErasureReport, ForeignEvent, ReceiveFailure } from './ports-file.ts';
import type { SettingsReads } from './ports-settings.ts';
import type { StaffReads } from './ports-staff.ts';
import type { StatisticsReads } from './ports-statistics.ts';

export type OfficeCode = 'shiminka' | 'sobue' | 'heiwa';
export type Role = 'clerk' | 'supervisor' | 'administrator';
export type KindCode = 'signature' | 'userAuthentication';

/** 時計: now, as `YYYY-MM-DDTHH:MM:SS.mmm+09:00` (Japan has one zone and no summer time). */
export type Clock = { readonly now: () => string };

/** 乱数: `bytes` lower-case hex digits come from the operating system's generator. */
export type Chance = { readonly hex: (bytes: number) => string };

/** 台帳の失敗: what the file may answer instead; `resultUnknown` means that nobody can say yet whether it was stored, each other one that it was not. */
export type LedgerFailure =
  | { readonly code: 'ledgerFull' }
  | { readonly code: 'ledgerBusy' }
  | { readonly code: 'ledgerReadOnly'; readonly why: ReadOnlyReason }
  | { readonly code: 'clockWentBack'; readonly lastRecordedAt: string }
  | { readonly code: 'staleVersion'; readonly currentVersion: number }
  | { readonly code: 'dayClosed' }
  | { readonly code: 'resultUnknown' };

export type ReadOnlyReason = 'damaged' | 'fileReadOnly' | 'diskFull' | 'rolledBack' | 'unknownWrite';

/** 働いた人: who acts, in which role, at which desk; goes into each envelope. */
export type Actor = {
  readonly staff: string | null;
  readonly role: Role | null;
};

/** 鍵の置き場所 (key store): the random 32-byte raw key of the file; `ownerOnlyFile` protects copies and backups, not the machine. */
export type KeyStore = {
  readonly protection: 'operatingSystem' | 'ownerOnlyFile';
  /** null where no key was made for this folder; throws where it is there and must not be used */
  readonly read: (ledgerFolder: string) => Uint8Array | null;
  /** makes and keeps a new key; throws where one exists, since the old one opens a file */
  readonly create: (ledgerFolder: string) => Uint8Array;
};

/** 受付の一行: the case as the projection folded it, and the personal fields if they have not been erased. */
export type CaseRow = {
  readonly state: CaseState;
  /** as recorded, with every correction of it (B1) */
  readonly holder: KnownEvent<'caseReceived/2'>['personal'];
  readonly corrected: boolean;
  /** a request of this case waits for a supervisor (B7) */
  readonly asked: boolean;
  /** name of who handles it now; null where nobody does or the person is not known here */
  readonly handler: string | null;
  /** 進められない理由: `unknownEvent` (未対応の記録) or `fork` (two continuations, a person decides); nothing may be appended to it */
  readonly blocked: 'unknownEvent' | 'fork' | null;
};

/** 人を探す: names match from their beginning in any variant spelling, kana or kanji; serials exactly. */
export type PersonSearch =
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'bornOn'; readonly bornOn: string }
  | { readonly by: 'serial'; readonly serial: string };

export type CertificateRow = {
  readonly case: string;
  readonly line: number;
  readonly kind: KindCode;
  readonly serial: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  /** the day on which it lost effect before its time, and by what: X1–X5, or `replaced` by a renewal */
  readonly endedOn: string | null;
  readonly cause: string | null;
};

/** 承認待ち (B7): a request, and what it is about. */
export type ApprovalRow = {
  readonly request: string;
  readonly act: 'terminalDate' | 'backEntry' | 'recordedWrongly' | 'correction';
  readonly case: string;
  readonly line: number | null;
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly office: OfficeCode;
  readonly state: 'waiting' | 'approved' | 'declined';
};

/** 証明書の一生: with the procedure by which it came. */
export type CertificateLifeRow = CertificateRow & { readonly procedure: 'issue' | 'renew' };

/** 人の読み側: a person is all cases whose holder was recorded exactly alike; the text that stands for it is personal data. */
export type PersonReads = {
  /** in the order of their kana */
  readonly persons: (search: PersonSearch, limit: number) => readonly string[];
  /** null where the case is not known or the person was erased */
  readonly personOf: (caseId: string) => string | null;
  /** latest first */
  readonly casesOfPerson: (person: string) => readonly string[];
  /** other records of the same birth date that read alike in kana, or are written alike but for variants */
  readonly alike: (caseId: string) => readonly string[];
  /** joins in force that name this case */
  readonly joinsOf: (caseId: string) => readonly { readonly join: string; readonly cases: readonly [string, string] }[];
  /** null where no such join is in force */
  readonly joinReason: (join: string) => string | null;
  readonly certificateLives: (caseId: string) => readonly CertificateLifeRow[];
  /** whose last day lies between these two, ended or not, the earliest first */
  readonly certificatesEnding: (from: string, until: string) => readonly CertificateLifeRow[];
  /** who looked at the case by itself or printed from it (B5), latest first */
  readonly viewsOf: (caseId: string, limit: number) => readonly KnownEvent[];
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

type PartReads = PersonReads &
  CloseReads &
  DayLogReads &
  StaffReads &
  StatisticsReads &
  AuditReads &
  SamplingReads &
  SettingsReads;

/** 台帳の読み側 */
export type LedgerReads = PartReads & {
  readonly setUp: () => {
    readonly ledger: string;
    readonly epoch: number;
    readonly office: OfficeCode;
    readonly terminal: number;
    readonly terminalName: string;
    readonly practice: boolean;
  } | null;
  /** the value that this ledger's own last `settingChanged/1` gave it; null where it was never set */
  readonly setting: (setting: string) => unknown;
  readonly case: (caseId: string) => CaseRow | null;
  readonly caseByReceipt: (receipt: {
    office: OfficeCode;
    terminal: number;
    day: string;
    number: number;
  }) => CaseRow | null;
  readonly caseEvents: (
    caseId: string,
  ) => readonly (KnownEvent | { readonly unknownType: string; readonly hash: string; readonly recordedAt: string })[];
  /** cases received or touched at the office on the day, oldest first */
  readonly casesOfDay: (office: OfficeCode, day: string) => readonly CaseRow[];
  /** cases of the office not finished and not lapsed (D5), received before the day */
  readonly unfinishedBefore: (office: OfficeCode, day: string) => readonly CaseRow[];
  /** every event of a day at an office, in the order of the ledger, for the daily log */
  readonly eventsOfDay: (office: OfficeCode, day: string) => readonly KnownEvent[];
  /** 失効の記録 of the holder with this folded name and birth date, whether or not the certificate was issued here */
  readonly revocationsOf: (name: string, bornOn: string) => readonly { readonly kind: KindCode; readonly on: string }[];
  /** certificates of our own ledger whose holder has this folded name and birth date */
  readonly certificatesOf: (name: string, bornOn: string) => readonly CertificateRow[];
  /** 照会: cases by letter that are not finished, of one office or of all; those that lapsed before `since` are left out */
  readonly casesByLetter: (office: OfficeCode | null, since: string) => readonly CaseRow[];
  /** cases with a letter posted at the office on these days, both included */
  readonly casesPosted: (office: OfficeCode, from: string, until: string) => readonly string[];
  readonly approvals: () => readonly ApprovalRow[];
  readonly approval: (request: string) => ApprovalRow | null;
  /** 発行者の符号の範囲 (X5): certificates of these kinds issued on these days and not ended before */
  readonly certificatesIssued: (
    kinds: readonly KindCode[],
    from: string,
    until: string,
  ) => readonly (CertificateRow & { readonly office: OfficeCode })[];
  /** the only number that a reception of this terminal and day may take next; minds numbers given out before a restore */
  readonly nextReceiptNumber: (day: string) => number;
  /** the stored JSON of a request that was saved before */
  readonly requestResult: (requestId: string) => string | null;
  readonly drafts: () => readonly DraftRow[];
  readonly draft: (draft: string) => DraftRow | null;
  readonly count: () => { readonly events: number; readonly head: string; readonly lastRecordedAt: string | null };
};

/** 取りやめ: what `work` returns to undo everything it wrote and still answer `value`. */
export type Abandoned<Value> = { readonly abandoned: true; readonly value: Value };

/** 書き込みの一回分: everything in it commits together or not at all. */
export type LedgerWrites = LedgerReads &
  CloseWrites & {
    /**
     * Adds envelope, key, chain, commitment and projections. Throws (a defect) where the payload is not of its event, the case is blocked,
     * or a reception does not take `nextReceiptNumber`; a `work` in which it threw can no longer commit.
     */
    readonly append: <Name extends EventName>(event: NewEvent<Name>) => KnownEvent<Name>;
    readonly setCredential: (staff: string, credential: string) => void;
    readonly saveDraft: (draft: DraftRow) => void;
    readonly discardDraft: (draft: string) => void;
    /** `return writes.abandon(refusal)`: rolls back, stores no request, and `write` answers `ok` with this value */
    readonly abandon: <Value>(value: Value) => Abandoned<Value>;
  };

/** 点検の結果: every link walked; `firstBroken` names the earliest place where something no longer fits. */
export type VerifyReport = {
  readonly sound: boolean;
  readonly events: number;
  readonly head: string;
  readonly records: number;
  readonly firstBroken: {
    readonly ledger: string;
    readonly epoch: number;
    readonly seq: number;
    readonly why: VerifyFault;
  } | null;
  readonly faults: readonly VerifyFault[];
};

export type VerifyFault =
  | 'link'
  | 'hash'
  | 'shape'
  | 'commitment'
  | 'integrity'
  | 'projections'
  | 'highWater'
  | 'close'
  | 'unreadable';

/** 台帳 (ledger): the file that must not lose or change anything. All calls but `verify` are synchronous; nothing awaits inside. */
export type Ledger = {
  readonly reads: LedgerReads;
  /**
   * One `BEGIN IMMEDIATE` transaction. `requestId` makes a repeated press harmless: where it is known, its stored result
   * is answered and `work` is not called; so with a `requestId` the value is kept as JSON and must hold codes and ids only, no
   * personal data. A case's version is checked by `work` itself. The high-water file is written and synced before this returns.
   * What `work` throws is thrown again after rolling back. After an I/O error the file is reopened read-only and the request looked up:
   * found is `ok`, not found is `ledgerReadOnly` / `unknownWrite` (nothing was stored), and `resultUnknown` only where even that failed.
   */
  readonly write: <Value, Refusal = never>(
    actor: Actor,
    requestId: string | null,
    work: (writes: LedgerWrites) => Value | Abandoned<Refusal>,
  ) => Result<Value | Refusal, LedgerFailure>;
  /** B5: recorded before anything leaves the main process; beside the file where the ledger is read-only, and taken in later */
  readonly recordShown: (actor: Actor, event: NewEvent<'shown/3'>) => Result<null, LedgerFailure>;
  readonly health: () => LedgerHealth;
  /** the whole of it, in a worker on its own read-only connection */
  readonly verify: () => Promise<VerifyReport>;
  readonly erase: (
    actor: Actor,
    erasure: { readonly records: readonly string[]; readonly basis: string; readonly approver: string },
  ) => Result<ErasureReport, LedgerFailure>;
  readonly backUp: (path: string) => Result<BackupReport, BackupFailure>;
  /** this terminal's own events after a place of its chain, in order, for another terminal to take in */
  readonly outgoing: (afterSeq: number) => readonly ForeignEvent[];
  /** all of the batch in order, or none; what is here already is passed over */
  readonly takeIn: (events: readonly ForeignEvent[]) => Result<{ readonly stored: number }, ReceiveFailure>;
  /** truncating checkpoint: at idle, lock, sign-out, exit */
  readonly settle: () => void;
  readonly close: () => void;
};

/** 気づき: what the administrator should hear about; work goes on. */
export type LedgerNotice = 'highWaterMissing' | 'sideLogTakenIn' | 'projectionsRebuilt';

export type LedgerHealth =
  | {
      readonly state: 'normal';
      readonly events: number;
      readonly checkedAtStart: number;
      readonly notices: readonly LedgerNotice[];
      readonly protection: KeyStore['protection'];
    }
  | {
      readonly state: 'readOnly';
      readonly why: ReadOnlyReason;
      readonly detail: string;
      readonly events: number;
      readonly notices: readonly LedgerNotice[];
      readonly protection: KeyStore['protection'];
    };

/** 書けない訳: nothing of the file stands under its name; `detail` is for the log, never personal. */
export type FileFailure = { readonly code: 'fileNotWritten'; readonly detail: string };

/** 書きかけのファイル: grows piece by piece under another name, and has its own only once all of it is on the disk. A failure lets go of it. */
export type FileInHand = {
  readonly write: (chunk: Uint8Array) => Promise<Result<null, FileFailure>>;
  readonly finish: () => Promise<Result<{ readonly path: string }, FileFailure>>;
  /** leaves nothing behind; harmless after an end */
  readonly discard: () => Promise<void>;
};

/** 書類の置き場所: writes a finished file, never half of one under its final name; answers where it lies. */
export type Files = {
  readonly save: (name: string, content: Uint8Array) => Result<{ readonly path: string }, FileFailure>;
  /** for a long file: also clears away what an earlier writing was broken off from */
  readonly open: (name: string) => Promise<Result<FileInHand, FileFailure>>;
};

/** 刷れない訳: `printerMissing` where no printer (or nothing that can lay out a page) is there; `detail` is for the log, never personal. */
export type PrintFailure = { readonly code: 'printerMissing' | 'printFailed'; readonly detail: string };

/** 印刷 (printer): one HTML text of A4 `.sheet`s in. Nothing of it is kept, and nothing personal is written to a temporary file. */
export type Printer = {
  /** 見本: one PNG picture a sheet */
  readonly pictures: (html: string) => Promise<Result<readonly Uint8Array[], PrintFailure>>;
  readonly pdf: (html: string) => Promise<Result<Uint8Array, PrintFailure>>;
  /** 紙に: on the machine's usual printer */
  readonly print: (html: string) => Promise<Result<null, PrintFailure>>;
  readonly close: () => Promise<void>;
};

/** 合言葉の照合: scrypt, stored with its parameters; never awaited inside a transaction. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly matches: (password: string, stored: string) => Promise<boolean>;
  /** whether it was made with other parameters than today's, and is to be made anew while the password is known */
  readonly isOutdated: (stored: string) => boolean;
};

/** 不具合の控え: gets the detail of a defect, without personal data; answers nothing. */
export type IncidentLog = { readonly write: (incident: string, method: string, error: unknown) => void };
