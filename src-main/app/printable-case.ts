import type { BringItem, LetterOffset, PrintableCase } from '../../src-shared/contract/print-view.ts';
import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { PersonalRecord } from '../../src-shared/domain/case/event.ts';
import { DocumentCode, documentName } from '../../src-shared/domain/documents.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { type PlainDate, plainDate, turnsAgeOn } from '../../src-shared/kernel/plain-date.ts';
import { detailOf } from './case-detail.ts';
import { type Context, momentOf } from './context.ts';
import type { CaseRow, LedgerReads } from './ports.ts';
import { postedLetterOf } from './print-forms.ts';

/** 印刷のしるし: copy and check digits, null on a preview. */
export type PrintMark = { readonly copy: number | null; readonly headDigits: string | null };

/** 受付を印刷の形にする: everything its forms need; null where the person's record was erased. */
export function printableOf(
  context: Context,
  reads: LedgerReads,
  row: CaseRow,
  offset: LetterOffset,
  mark: PrintMark,
): PrintableCase | null {
  const { state, holder } = row;
  const detail = detailOf(context, reads, row);
  if (holder === null || detail.holder === null) return null;
  const { instant, day, policy } = momentOf(context);
  const letter = postedLetterOf(state);
  const { cardExpiresOn, ...person } = detail.holder;
  return {
    receipt: detail.summary.receipt,
    office: state.receipt.office,
    terminal: state.receipt.terminal,
    receivedAt: state.receivedAt,
    lines: state.lines.map(({ line, kind, procedure, cause, outcome }) => {
      const judged = detail.certificates.find((each) => each.line === line);
      const on = judged?.issued?.expiresOn ?? judged?.ours?.on;
      const expiry =
        procedure === 'revoke' || on === undefined ? null : { on, decidedBy: judged?.ours?.decidedBy ?? 'V7' };
      return { kind, procedure, cause, outcome, expiry };
    }),
    holder: person,
    visitor: visitorOf(state, holder),
    documents: state.documents.map(wordsOfDocument),
    cardExpiresOn,
    route: state.route,
    letter,
    replyWriter: replyWriterOf(holder, letter === null ? day : plainDate(letter.postedOn), policy),
    replyOffices: [...policy.settings.replyOffices],
    bring: [...bringItemsOf(state)],
    letterOffset: offset,
    print: { ...mark, at: instant, by: context.desk.user()?.name ?? '', practice: context.slot.practice },
  };
}

function visitorOf(state: CaseState, holder: PersonalRecord<'caseReceived/2'>): PrintableCase['visitor'] {
  // Relation and address are written on the paper where the reception did not ask for them.
  const { visitorName: name, visitorRelation: relation, visitorAddress: address, visitorReason: reason } = holder;
  return { capacity: state.capacity, name, relation, address, reason };
}

function wordsOfDocument(code: string): string {
  const known = DocumentCode.safeParse(code);
  return known.success ? documentName(known.data) : code;
}

/** 回答書を書く人 (D4): a statutory representative writes for a holder under 15 or an adult ward. */
function replyWriterOf(
  holder: PersonalRecord<'caseReceived/2'>,
  on: PlainDate,
  { selfApplicationMinimumAge, settings }: Policy,
): PrintableCase['replyWriter'] {
  const ofAge = turnsAgeOn(plainDate(holder.bornOn), selfApplicationMinimumAge, settings.leapBirthday) <= on;
  return ofAge && !holder.adultWard ? 'holder' : 'statutoryRepresentative';
}

/** 次に持ってくるもの (I1, I4, I7, I8, D4): the card always, the reply where one was asked for, and what says who comes. */
function bringItemsOf(state: CaseState): readonly BringItem[] {
  const forVisitor: Readonly<Record<NonNullable<CaseState['capacity']>, readonly BringItem[]>> = {
    holder: ['holderIdentity'],
    agent: ['visitorPhotoDocument'],
    statutoryRepresentative: ['visitorPhotoDocument', 'representativeProof'],
  };
  return [
    ...(state.route === 'inquiry' ? (['reply'] as const) : []),
    'holderCard',
    ...(state.capacity === null ? [] : forVisitor[state.capacity]),
    ...(state.lines.some(({ procedure }) => procedure !== 'revoke') ? (['rememberedPin'] as const) : []),
  ];
}
