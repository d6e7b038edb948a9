import { type CaseState, isHeld, isLapsed } from './case/case.ts';

export type Procedure = 'issue' | 'renew' | 'revoke';
export type Kind = 'signature' | 'userAuthentication';

/** 済んだ明細: a certificate that an event of this day and office issued or revoked, under the procedure as it was judged. */
export type FinishedLine = {
  readonly kind: Kind;
  readonly procedure: Procedure;
  /** who recorded it; null where the person is not known here */
  readonly handler: string | null;
};

/** 日報の材料: one case as it stood at the end of the day, and what counts of it on that day. */
export type DayLogEntry = {
  readonly state: CaseState;
  readonly name: string | null;
  readonly handler: string | null;
  /** it came in on this day: for what arrives from another terminal the day of arrival, whatever its number says (B4, B6) */
  readonly received: boolean;
  /** 後着: something of it that counts today was recorded on an earlier day */
  readonly late: boolean;
  readonly finished: readonly FinishedLine[];
};

/** いまの様子: the one word for a case, as its chip says it. */
export type DayLogState =
  | 'issued'
  | 'revoked'
  | 'inquiry'
  | 'replied'
  | 'returned'
  | 'lapsed'
  | 'open'
  | 'held'
  | 'refused'
  | 'withdrawn';

/** 結果(人): each person who came is in exactly one of them at the end of the day. */
export type DayLogResult = 'sameDayDone' | 'inquiry' | 'refused' | 'withdrawn' | 'open';

export const dayLogProcedures: readonly Procedure[] = ['renew', 'issue', 'revoke'];
export const dayLogResults: readonly DayLogResult[] = ['sameDayDone', 'inquiry', 'refused', 'withdrawn', 'open'];
export const dayLogStates: readonly DayLogState[] = [
  'issued',
  'revoked',
  'inquiry',
  'replied',
  'returned',
  'lapsed',
  'open',
  'held',
  'refused',
  'withdrawn',
];

/** 日の様子 (state chip) of a case at the end of a day. */
export function dayLogStateOf(state: CaseState, day: string): DayLogState {
  if (state.step === 'refused') return 'refused';
  if (state.step === 'withdrawn') return 'withdrawn';
  if (state.step === 'finished')
    return state.lines.some((line) => line.outcome === 'issued' || line.outcome === 'renewed') ? 'issued' : 'revoked';
  if (isLapsed(state, day)) return 'lapsed';
  if (isHeld(state)) return 'held';
  if (state.step === 'letterReturned') return 'returned';
  if (state.step === 'replyAccepted') return 'replied';
  return state.route === 'inquiry' ? 'inquiry' : 'open';
}

/** 人の結果 of a case that came in on the day. */
export function dayLogResultOf(state: CaseState): DayLogResult {
  if (state.step === 'refused') return 'refused';
  if (state.step === 'withdrawn') return 'withdrawn';
  if (state.route === 'inquiry') return 'inquiry';
  return state.step === 'finished' ? 'sameDayDone' : 'open';
}

/** 用件: what the visit was for; a new certificate before a revocation, since the one makes way for the other. */
export function procedureOf(state: {
  readonly lines: readonly Pick<CaseState['lines'][number], 'procedure'>[];
}): Procedure {
  const procedures = state.lines.map((line) => line.procedure);
  return procedures.find((procedure) => procedure !== 'revoke') ?? procedures[0] ?? 'issue';
}

/** 求めた種類: one of the two, or both. */
export function kindsOf(state: CaseState): Kind | 'both' {
  const [first = 'signature', ...more] = new Set(state.lines.map((line) => line.kind));
  return more.length > 0 ? 'both' : first;
}

/** 証明書のもと: whose certificate it was, so that those of nobody who came today are no riddle. A revocation stands by itself. */
export type CertificateOrigin = Procedure | 'reply' | 'reissue' | 'carried';

export function originOf({ state, received }: DayLogEntry, line: FinishedLine): CertificateOrigin {
  if (line.procedure === 'revoke') return 'revoke';
  if (state.reply !== null) return 'reply';
  if (!received) return 'carried';
  const makesWay = state.lines.some((each) => each.procedure === 'revoke' && each.kind === line.kind);
  return makesWay ? 'reissue' : line.procedure;
}
