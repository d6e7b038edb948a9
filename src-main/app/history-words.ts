import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';

/** ここまでの記録: one event of a case in the clerk's words. */
export function wordsOfEvent(event: KnownEvent): string {
  if (!isCaseEvent(event)) return '記録';
  switch (event.name) {
    case 'caseReceived/2':
      return '受付';
    case 'caseVerified/1':
      return event.payload.route === 'sameDay' ? '確認・即日' : '確認・照会';
    case 'caseRefused/1':
      return `受付不可 ${event.payload.codes.join('・')}`;
    case 'caseWithdrawn/1':
      return event.personal === null ? '取下げ' : `取下げ(${event.personal.reason})`;
    case 'caseParked/1':
      return event.personal === null || event.personal.note === '' ? '預かり' : `預かり(${event.personal.note})`;
    case 'caseTakenUp/1':
      return '引き継ぎ';
    case 'holdPlaced/2':
      return event.personal === null
        ? `満了日の相違 ${event.payload.rule}`
        : `${KIND_NAMES[event.personal.kind]} 満了日の相違 ${event.payload.rule}`;
    case 'holdLifted/2':
      return event.payload.how === 'readAgain' ? '入れ直して一致' : `責任者が受け入れ ${event.payload.rule}`;
    case 'certificateIssued/2':
      return `${KIND_NAMES[event.payload.kind]} ${event.payload.terminalPrevailed ? '端末の日付で発行' : '一致・発行'}`;
    case 'lineRefused/1':
      return `${KIND_NAMES[event.payload.kind]} 受付不可 ${event.payload.codes.join('・')}`;
    default:
      return assertNever(event);
  }
}
