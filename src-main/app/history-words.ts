import { PRINT_FORM_NAMES } from '../../src-shared/contract/print-view.ts';
import { isCaseEvent } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';

function wordsOfForm(form: KnownEvent<'printed/1'>['payload']['form']): string {
  return form === 'list' ? '一覧' : PRINT_FORM_NAMES[form];
}

/** ここまでの記録: one event of a case in the clerk's words. */
export function wordsOfEvent(event: KnownEvent): string {
  if (event.name === 'printed/1') {
    return `${event.payload.to === 'printer' ? '印刷' : 'PDFに保存'} ${wordsOfForm(event.payload.form)} ${event.payload.copy}部目`;
  }
  if (event.name === 'printFailed/1') return `印刷できず ${wordsOfForm(event.payload.form)} ${event.payload.copy}部目`;
  if (!isCaseEvent(event)) return '記録';
  switch (event.name) {
    case 'caseReceived/1':
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
    case 'holdPlaced/1':
      return event.personal === null
        ? `満了日の相違 ${event.payload.rule}`
        : `${KIND_NAMES[event.personal.kind]} 満了日の相違 ${event.payload.rule}`;
    case 'holdLifted/1':
      return event.payload.how === 'readAgain' ? '入れ直して一致' : `責任者が受け入れ ${event.payload.rule}`;
    case 'certificateIssued/1':
      return `${KIND_NAMES[event.payload.kind]} ${event.payload.terminalPrevailed ? '端末の日付で発行' : '一致・発行'}`;
    case 'lineRefused/1':
      return `${KIND_NAMES[event.payload.kind]} 受付不可 ${event.payload.codes.join('・')}`;
    default:
      return assertNever(event);
  }
}
