import { printedName } from '../../src-shared/contract/listed-names.ts';
import { CONTACT_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { CAUSE_NAMES } from '../../src-shared/domain/revocation.ts';
import { FINDING_SETTLED_NAMES } from '../../src-shared/domain/sampling.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../src-shared/kernel/wareki.ts';
import { correctableName } from './correctable-names.ts';

const ACT_NAMES = {
  terminalDate: '端末の日付の受け入れ',
  backEntry: '紙で受け付けたものの入力',
  recordedWrongly: '記録の誤りによる失効',
  correction: '訂正',
} as const;

/** 停止の言葉: why a case waits. */
export const HOLD_NAMES: Readonly<Record<string, string>> = {
  V7: '満了日の相違',
  L3: 'システム停止のため待ち',
  L4: '紙で受け付けたものの確認待ち',
  X4: '責任者の承認待ち',
};

function withNote(words: string, note: string | null | undefined): string {
  return note == null || note === '' ? words : `${words}(${note})`;
}

function day(text: string): string {
  return formatMonthDay(plainDate(text));
}

function liftWords({ how, rule }: KnownEvent<'holdLifted/2'>['payload']): string {
  switch (how) {
    case 'readAgain':
      return '入れ直して一致';
    case 'accepted':
      return `責任者が受け入れ ${rule}`;
    case 'stopOver':
      return 'システム停止が終わった';
    case 'approved':
      return `責任者が承認 ${rule}`;
  }
}

function reviewWords({ answers }: KnownEvent<'sampleReviewed/1'>['payload']): string {
  const found = answers.filter(({ finding }) => finding !== null).length;
  return found === 0 ? '抽出確認・問題なし' : `抽出確認・気づき${found}件`;
}

/** ここまでの記録: one event of a case in the clerk's words. */
export function wordsOfEvent(event: KnownEvent): string {
  switch (event.name) {
    case 'caseReceived/2':
      return event.payload.backEntry === null
        ? '受付'
        : withNote('紙で受け付けたものを入力', event.personal?.backEntryReason);
    case 'caseVerified/1':
      return event.payload.route === 'sameDay' ? '確認・即日' : '確認・照会';
    case 'caseRefused/1':
      return `受付不可 ${event.payload.codes.join('・')}`;
    case 'caseWithdrawn/1':
      return withNote('取下げ', event.personal?.reason);
    case 'caseParked/1':
      return withNote('預かり', event.personal?.note);
    case 'caseTakenUp/1':
      return '引き継ぎ';
    case 'caseHandedOver/1':
      return '責任者の引継ぎ';
    case 'holdPlaced/2': {
      const { rule } = event.payload;
      const words = `${HOLD_NAMES[rule] ?? '保留'} ${rule}`;
      return event.personal === null ? words : `${KIND_NAMES[event.personal.kind]} ${words}`;
    }
    case 'holdLifted/2':
      return liftWords(event.payload);
    case 'certificateIssued/2': {
      const { kind, procedure, terminalPrevailed } = event.payload;
      const done = procedure === 'renew' ? '更新' : '発行';
      return `${KIND_NAMES[kind]} ${terminalPrevailed ? `端末の日付で${done}` : `一致・${done}`}`;
    }
    case 'certificateRevoked/1':
      return `${KIND_NAMES[event.payload.kind]} 失効 ${event.payload.cause}(${CAUSE_NAMES[event.payload.cause]})`;
    case 'lineRefused/1':
      return `${KIND_NAMES[event.payload.kind]} 受付不可 ${event.payload.codes.join('・')}`;
    case 'letterPosted/1': {
      const { number, dueOn } = event.payload;
      return `照会書を投函${number === 1 ? '' : `(${number}回目)`}・期限${day(dueOn)}`;
    }
    case 'letterReturned/1':
      return withNote('照会書が戻った(宛所不明)', event.personal?.note);
    case 'replyAccepted/1':
      return '回答を受け付け';
    case 'replyTurnedAway/1':
      return `回答を受け付けられない ${event.payload.codes.join('・')}`;
    case 'contactAttempted/1': {
      const words = `連絡 ${CONTACT_NAMES[event.payload.how]}・${event.payload.reached ? '伝えた' : '不在'}`;
      return withNote(words, event.personal?.note);
    }
    case 'approvalAsked/1':
      return `責任者に依頼: ${ACT_NAMES[event.payload.act]}`;
    case 'approvalAnswered/1':
      return withNote(event.payload.approved ? '責任者が承認' : '責任者が差し戻し', event.personal?.note);
    case 'entryCorrected/1':
      return withNote(`訂正 ${event.payload.fields.map(correctableName).join('・')}`, event.personal?.reason);
    case 'printed/2':
      return `${event.payload.to === 'printer' ? '印刷' : 'PDFに保存'} ${printedName(event.payload.form)} ${event.payload.copy}部目`;
    case 'printFailed/2':
      return `印刷できず ${printedName(event.payload.form)} ${event.payload.copy}部目`;
    case 'sampleReviewed/1':
      return reviewWords(event.payload);
    case 'findingSettled/1':
      return `抽出確認の気づきを済ませた(${FINDING_SETTLED_NAMES[event.payload.how]})`;
    default:
      return '記録';
  }
}
