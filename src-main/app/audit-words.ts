import { CALENDAR_ENTRY_NAMES } from '../../src-shared/contract/calendar-entry-words.ts';
import { exportedName, formatName, shownName } from '../../src-shared/contract/listed-names.ts';
import { PROCEDURE_NAMES, ROLE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { settingFaces } from '../../src-shared/contract/setting-words.ts';
import type { EventPayload, KnownEvent } from '../../src-shared/domain/case/event.ts';
import { terminalMark } from '../../src-shared/domain/case/receipt-number.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../src-shared/kernel/wareki.ts';
import { wordsOfEvent } from './history-words.ts';

/** 職員の名前 by id; whoever is not known here has none. */
export type NameOf = (staff: string | null) => string | null;

const purposes = { signIn: 'サインイン', unlock: 'ロックの解除', secondPerson: '責任者の確認' } as const;

const settingNames: Readonly<Record<string, string>> = { terminalName: '端末の名前', letterOffset: '宛名の位置' };

/** 決まりの名前 of a setting; another version of the program may have known one that this one does not */
function ruleName(setting: string): string {
  return Object.entries(settingFaces).find(([key]) => key === setting)?.[1].name ?? setting;
}

const day = (text: string): string => formatMonthDay(plainDate(text));
const span = (from: string, until: string | undefined): string =>
  until === undefined || until === from ? day(from) : `${day(from)}〜${day(until)}`;

/** したこと in plain words, from codes alone; every event has some, so that a new one does not build before it is told. */
export function auditWords(event: KnownEvent, nameOf: NameOf): string {
  switch (event.name) {
    case 'caseReceived/2':
    case 'caseVerified/1':
    case 'caseRefused/1':
    case 'caseWithdrawn/1':
    case 'caseParked/1':
    case 'caseTakenUp/1':
    case 'holdPlaced/2':
    case 'holdLifted/2':
    case 'certificateIssued/2':
    case 'certificateRevoked/1':
    case 'lineRefused/1':
    case 'letterPosted/1':
    case 'letterReturned/1':
    case 'replyAccepted/1':
    case 'replyTurnedAway/1':
    case 'contactAttempted/1':
    case 'approvalAsked/1':
    case 'approvalAnswered/1':
    case 'entryCorrected/1':
    case 'printed/2':
    case 'printFailed/2':
    case 'sampleReviewed/1':
    case 'findingSettled/1':
      return wordsOfEvent(event);
    case 'shown/3':
      return `${shownName(event.payload.what)}を見た`;
    case 'exported/3':
      return `${exportWords(event.payload)}に書き出した`;
    case 'exportFailed/1': {
      const why = event.payload.why === 'cancelled' ? '途中でやめた' : '途中で止まった';
      return `${exportWords(event.payload)}への書き出しを${why}(ファイルなし)`;
    }
    case 'signedIn/1':
      return 'サインイン';
    case 'signedOut/1':
      return 'サインアウト';
    case 'locked/1':
      return event.payload.reason === 'idle' ? 'ロック(操作がなかった)' : 'ロック';
    case 'unlocked/1':
      return 'ロックを解いた';
    case 'signInFailed/1': {
      const { staff, purpose } = event.payload;
      const whose = staff === null ? '登録のない職員番号' : `${nameOf(staff) ?? '職員'}の番号`;
      return `${purposes[purpose]}できず(${whose})`;
    }
    case 'staffAdded/1':
      return `職員を加えた(${nameOf(event.payload.staff) ?? '職員'}・${ROLE_NAMES[event.payload.role]})`;
    case 'settingChanged/1':
      return `設定を変えた(${settingNames[event.payload.setting] ?? event.payload.setting})`;
    case 'calendarEntryAdded/1': {
      const { kind, from, until } = event.payload;
      return `暦に加えた(${CALENDAR_ENTRY_NAMES[kind]} ${span(from.slice(0, 10), until.slice(0, 10))})`;
    }
    case 'calendarEntryDropped/1':
      return '暦の書き込みを取り消した';
    case 'policyChanged/1': {
      const { settings, effectiveFrom } = event.payload;
      const names = Object.keys(settings).map(ruleName);
      return `決まりを変えた(${names.join('・')} ${day(effectiveFrom)}から)`;
    }
    case 'policyChangeWithdrawn/1':
      return '決まりの変更の予定を取り消した';
    case 'holidaysConfirmed/1':
      return `${event.payload.year}年の祝日を確かめた(${event.payload.days.length}日)`;
    case 'issuerKeyRevoked/1': {
      const { kinds, issuedFrom, issuedUntil, covered } = event.payload;
      return `発行者の符号の失効 X5(${kinds.map((kind) => KIND_NAMES[kind]).join('・')} ${span(issuedFrom, issuedUntil)}発行 ${covered}件)`;
    }
    case 'personsJoined/1':
      return '2つの記録をまとめた';
    case 'personsParted/1':
      return 'まとめた記録を分けた';
    case 'dayClosed/1':
      return `${day(event.payload.day)}を締めた(確かめた人 ${nameOf(event.payload.checkedBy) ?? '—'})`;
    case 'receiptGapExplained/1': {
      const { office, terminal, day: of, number } = event.payload;
      return `${day(of)}の欠番 ${terminalMark(office, terminal)} ${number}番を説明した`;
    }
    case 'auditHintReviewed/1':
      return '監査の気づきを確かめた';
    case 'sampleDrawn/1': {
      const { day: of, percent, finished, cases } = event.payload;
      return `抽出確認の受付を引いた(${day(of)} 済んだ受付${finished}件の${percent}%と例外、${cases.length}件)`;
    }
    case 'ledgerOpened/1':
      return '台帳を作った';
    case 'personErased/1':
      return `個人の記録を消去した(確かめた人 ${nameOf(event.payload.approver) ?? '—'})`;
    case 'erasureVerified/1':
      return event.payload.found === 0 ? '消去を確かめた(残りなし)' : `消去を確かめた(残り${event.payload.found}か所)`;
    case 'logsTakenIn/1':
      return `読み取り専用の間の閲覧を取り込んだ(${event.payload.lines}件)`;
    default:
      return assertNever(event);
  }
}

type Exported = Omit<EventPayload<'exported/3'>, 'rows'>;

/** what was to be written out, and the form: 日報(市民課 11月24日)をCSV */
function exportWords({ what, format, day: from, until, procedure, office }: Exported): string {
  const where = office === null ? 'すべての窓口' : OFFICE_NAMES[office];
  const only = procedure === undefined ? '' : `・${PROCEDURE_NAMES[procedure]}だけ`;
  return `${exportedName(what)}(${where} ${span(from, until)}${only})を${formatName(format)}`;
}

/** 件数 of an entry that tells of many; null where it tells of one thing. */
export function auditCount(event: KnownEvent): number | null {
  switch (event.name) {
    case 'shown/3':
    case 'exported/3':
      return event.payload.rows;
    case 'printed/2':
    case 'printFailed/2':
      return event.payload.cases.length;
    default:
      return null;
  }
}
