import { plainDate } from '../../kernel/plain-date.ts';
import type { EventPayload } from './event.ts';
import { formatReceiptNumber, type ReceiptNumber } from './receipt-number.ts';

/** 明細の結果: what became of one line. */
export type LineOutcome = 'open' | 'issued' | 'renewed' | 'revoked' | 'refused' | 'withdrawn';

/** 保留 (hold): V7, L3, or `L4` / `X4` where a second person is waited for (B7). */
export type Hold = { readonly rule: string; readonly since: string; readonly times: number };

/** 明細: one kind asked for, with its own procedure, its own outcome, its fee in yen and perhaps a hold. */
export type LineState = {
  readonly line: number;
  readonly kind: 'signature' | 'userAuthentication';
  readonly procedure: 'issue' | 'renew' | 'revoke';
  readonly cause: EventPayload<'caseReceived/2'>['lines'][number]['cause'];
  readonly fee: number;
  readonly outcome: LineOutcome;
  readonly refusedBy: readonly string[];
  readonly hold: Hold | null;
  readonly finishedAt: string | null;
};

/** 受付の状態 (rulebook, "The case"). `finished`: every line has its outcome and at least one was served. */
export type CaseStep =
  | 'received'
  | 'verified'
  | 'letterPosted'
  | 'letterReturned'
  | 'replyAccepted'
  | 'refused'
  | 'withdrawn'
  | 'finished';

/** 照会書 (D2, D6): one posting; a second one starts a new 30 days. */
export type LetterState = {
  readonly number: number;
  readonly postedOn: string;
  readonly dueOn: string;
  readonly acceptedUntil: string;
  readonly returned: boolean;
};

/** 受付 (case): one visit, folded from its events. It holds codes and ids only, so that it may be kept in a projection. */
export type CaseState = {
  readonly case: string;
  readonly version: number;
  readonly head: string;
  readonly step: CaseStep;
  readonly route: 'sameDay' | 'inquiry' | null;
  readonly receipt: {
    readonly office: 'shiminka' | 'sobue' | 'heiwa';
    readonly terminal: number;
    readonly day: string;
    readonly number: number;
  };
  /** null: a notice, nobody came */
  readonly capacity: 'holder' | 'agent' | 'statutoryRepresentative' | null;
  readonly documents: readonly string[];
  readonly proof: EventPayload<'caseReceived/2'>['proof'];
  readonly backEntry: boolean;
  readonly lines: readonly LineState[];
  readonly letters: readonly LetterState[];
  /** who brought the reply (D4), and when */
  readonly reply: {
    readonly at: string;
    readonly capacity: 'holder' | 'agent' | 'statutoryRepresentative';
    readonly documents: readonly string[];
  } | null;
  readonly record: string | null;
  readonly receivedBy: string | null;
  readonly handledBy: string | null;
  readonly parked: boolean;
  readonly receivedAt: string;
  readonly changedAt: string;
};

/** 受付番号 of a case, as it is printed and scanned. */
export function receiptNumberOf({ receipt }: Pick<CaseState, 'receipt'>): ReceiptNumber {
  return formatReceiptNumber({
    office: receipt.office,
    terminal: receipt.terminal,
    date: plainDate(receipt.day),
    sequence: receipt.number,
  });
}

/** 保留 (hold): a case stands still while any open line is held. */
export function isHeld(state: CaseState): boolean {
  return state.lines.some((line) => line.outcome === 'open' && line.hold !== null);
}

/** 終わった受付: nothing follows but a correction (B1). */
export function isEnded(state: CaseState): boolean {
  return state.step === 'refused' || state.step === 'withdrawn' || state.step === 'finished';
}

/** 最後の照会書 */
export function lastLetterOf(state: Pick<CaseState, 'letters'>): LetterState | null {
  return state.letters.at(-1) ?? null;
}

/** 期限切れ (D5): follows from the date alone, so that every terminal says the same; `on` is a `YYYY-MM-DD` or an instant's day. */
export function isLapsed(state: Pick<CaseState, 'step' | 'letters'>, on: string): boolean {
  const letter = lastLetterOf(state);
  return state.step === 'letterPosted' && letter !== null && letter.acceptedUntil < on.slice(0, 10);
}

/** 手数料 of the whole visit (F1), in yen. */
export function feeOf(state: Pick<CaseState, 'lines'>): number {
  return state.lines.reduce((sum, line) => sum + line.fee, 0);
}

/** いま発行・失効できる段か: a line may be finished after 即日の確認 or the reply; a revocation that needs no letter at once. */
export function mayFinish(state: CaseState, line: Pick<LineState, 'procedure' | 'cause'>): boolean {
  if (state.step === 'replyAccepted') return true;
  if (state.step !== 'verified') return false;
  return state.route === 'sameDay' || (line.procedure === 'revoke' && line.cause !== 'X1');
}
