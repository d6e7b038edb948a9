import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import type { LetterRow } from '../../src-shared/contract/api/letters-api.ts';
import type { ListName } from '../../src-shared/contract/api/list-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { parseReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import { dayLogStateOf } from '../../src-shared/domain/day-log-cases.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { formatMonthDay, formatWarekiWithWeekday, formatWestern } from '../../src-shared/kernel/wareki.ts';
import { summariseCase } from './case-summary.ts';
import { type Context, momentOf, openLedger, placeOf } from './context.ts';
import { endingSoon } from './ending-soon.ts';
import { refuse } from './failures.ts';
import { listOf } from './list-out.ts';
import { personPage } from './person-page.ts';
import { groupOf } from './persons.ts';
import type { CaseRow, OfficeCode } from './ports.ts';
import { settingsHistory } from './settings-history.ts';
import { settingsList } from './settings-list.ts';
import { letterRows } from './tasks/letters.ts';

/** 出す一覧: the rows in words, the cases they tell of, and the office they are of (null: every office). */
export type ListView = {
  readonly printable: PrintableList;
  readonly cases: readonly string[];
  readonly office: OfficeCode | null;
};

type Columns = PrintableList['columns'];
type Content = Pick<PrintableList, 'title' | 'subtitle' | 'columns' | 'rows' | 'notes'> & {
  readonly cases: readonly string[];
  readonly office: OfficeCode | null;
};

const text = (label: string, share: number): Columns[number] => ({ label, share, numeric: false });

const ofDays = (label: string, share: number): Columns[number] => ({ ...text(label, share), day: true });

/** 出す一覧の選び方: `days` as people read them, or `YYYY-MM-DD` for machines. */
export type ListChoice = {
  readonly list: ListName;
  readonly case: string | null;
  readonly dueBefore: string | null;
  readonly days: 'spoken' | 'iso';
};

/** 一覧を出す: what the screen lists, as it is printed (F9) and written out (F10). */
export function listView(context: Context, choice: ListChoice): Result<ListView, Failure> {
  const content = contentOf(context, choice);
  if (!content.ok) return content;
  const { cases, office, ...shown } = content.value;
  return succeed({
    cases,
    office,
    printable: listOf(context, { ...shown, office: office === null ? 'すべての窓口' : OFFICE_NAMES[office] }),
  });
}

function contentOf(context: Context, { list, case: caseId, dueBefore, days }: ListChoice): Result<Content, Failure> {
  const letters = (of: OfficeCode | null) =>
    lettersList(
      letterRows(reads, of, day).filter(({ summary }) => isDueBefore(summary.letter, dueBefore)),
      days,
    );
  const { reads } = openLedger(context);
  const { day } = momentOf(context);
  const { office } = placeOf(reads);
  const subtitle = formatWarekiWithWeekday(day);
  switch (list) {
    case 'today':
      return succeed({ ...casesList(context, reads.casesOfDay(office, day)), title: '今日の窓口', subtitle, office });
    case 'unfinished':
      return succeed({
        ...casesList(context, reads.unfinishedBefore(office, day)),
        title: '前の日からの未了',
        subtitle,
        office,
      });
    case 'letters':
      return succeed({ ...letters(office), title: '照会', subtitle, office });
    case 'lettersEverywhere':
      // What spans the offices is a supervisor's, as on the screen.
      if (context.desk.user()?.role === 'clerk') return refuse('notAllowed');
      return succeed({ ...letters(null), title: '照会', subtitle, office: null });
    case 'endingSoon':
      return succeed({ ...endingList(context, days), title: 'もうすぐ満了する証明書', subtitle, office: null });
    case 'settings':
      if (context.desk.user()?.role === 'clerk') return refuse('notAllowed');
      return succeed({
        ...settingsList(settingsHistory(reads), days),
        title: '設定の変更の記録',
        subtitle,
        office: null,
      });
    case 'person': {
      const row = caseId === null ? null : reads.case(caseId);
      const group = row === null ? null : groupOf(reads, row.state.case);
      if (group === null) return refuse('caseNotFound');
      const page = personPage(context, reads, group);
      return succeed({
        title: `${page.person.name} さんの経過`,
        subtitle,
        columns: [text('日時', 3), text('ことがら', 4), text('くわしく', 8), text('受付番号', 4), text('担当', 3)],
        rows: page.timeline.map(({ at, what, detail, changes, receipt, who, office: where }) => [
          at.slice(0, 16).replace('T', ' '),
          what,
          [...changes.map(({ label, from, to }) => `${label} ${from} → ${to}`), detail].filter(Boolean).join('。'),
          receipt ?? '',
          `${OFFICE_NAMES[where]} ${who ?? ''}`.trim(),
        ]),
        notes: [],
        cases: page.cases.map((each) => each.case),
        office: null,
      });
    }
  }
}

function procedureWords(lines: CaseSummary['lines']): string {
  const procedures = [...new Set(lines.map(({ procedure }) => PROCEDURE_NAMES[procedure]))].join('・');
  const kinds = new Set(lines.map(({ kind }) => kind));
  return `${procedures} ${kinds.size === 2 ? '両方' : [...kinds].map((kind) => KIND_NAMES[kind]).join('')}`;
}

function casesList(context: Context, rows: readonly CaseRow[]): Omit<Content, 'title' | 'subtitle' | 'office'> {
  const { reads } = openLedger(context);
  const { day } = momentOf(context);
  const staff = reads.staff();
  return {
    columns: [
      text('受付番号', 5),
      text('受付', 3),
      text('氏名', 4),
      text('手続', 5),
      text('来庁者', 3),
      text('経路', 2),
      text('状態', 3),
      text('担当', 3),
    ],
    rows: rows.map((row) => {
      const summary = summariseCase(row, staff, day);
      return [
        summary.receipt,
        summary.receivedAt.slice(5, 16).replace('T', ' '),
        summary.name ?? '(消去済)',
        procedureWords(summary.lines),
        CAPACITY_NAMES[summary.capacity ?? 'notice'],
        ROUTE_NAMES[summary.route ?? 'none'],
        DAY_LOG_STATE_NAMES[dayLogStateOf(row.state, day)],
        summary.handler ?? '',
      ];
    }),
    notes: [],
    cases: rows.map(({ state }) => state.case),
  };
}

const letterStates = {
  toPost: '投函待ち',
  open: '照会中',
  lapsed: '期限切れ',
  returned: '宛所不明',
  replied: '回答受領',
} as const;

function isDueBefore(letter: CaseSummary['letter'], before: string | null): boolean {
  return before === null || (letter !== null && letter.dueOn < before);
}

function lettersList(
  letters: readonly LetterRow[],
  days: ListChoice['days'],
): Omit<Content, 'title' | 'subtitle' | 'office'> {
  const dayWords = (day: string): string => (days === 'iso' ? day : formatMonthDay(plainDate(day)));
  return {
    columns: [
      text('状態', 3),
      text('残り', 3),
      ofDays('期限', 3),
      ofDays('受付の最終日', 3),
      text('氏名', 4),
      text('手続', 5),
      text('代理人', 4),
      ofDays('投函', 3),
      text('受付番号', 5),
      text('窓口', 3),
      text('連絡', 4),
    ],
    rows: letters.map(({ summary, state, daysLeft, visitorName, visitorRelation, contacts }) => {
      const { letter } = summary;
      const last = contacts.at(-1);
      return [
        letterStates[state],
        remainingWords(state, daysLeft),
        letter === null ? '' : dayWords(letter.dueOn),
        letter === null ? '' : dayWords(letter.acceptedUntil),
        summary.name ?? '(消去済)',
        procedureWords(summary.lines),
        visitorName === null ? '' : `${visitorName}${visitorRelation === null ? '' : `(${visitorRelation})`}`,
        letter === null ? '' : dayWords(letter.postedOn),
        summary.receipt,
        OFFICE_NAMES[officeOf(summary)],
        last === undefined ? '' : `${dayWords(last.at.slice(0, 10))} ${last.reached ? '伝えた' : '不在'}`,
      ];
    }),
    notes: [],
    cases: letters.map(({ summary }) => summary.case),
  };
}

function officeOf({ receipt }: CaseSummary): OfficeCode {
  return parseReceiptNumber(receipt)?.parts.office ?? 'shiminka';
}

/** 残りの言葉: 今日まで, あと2日, 5日過ぎ. */
function remainingWords(state: LetterRow['state'], daysLeft: number | null): string {
  if (daysLeft === null || (state !== 'open' && state !== 'lapsed')) return '';
  if (daysLeft === 0) return '今日まで';
  return daysLeft > 0 ? `あと${daysLeft}日` : `${-daysLeft}日過ぎ`;
}

function endingList(context: Context, days: ListChoice['days']): Omit<Content, 'title' | 'subtitle' | 'office'> {
  const { certificates, more } = endingSoon(context);
  const dayWords = (day: string): string => (days === 'iso' ? day : formatWestern(plainDate(day)));
  return {
    columns: [
      ofDays('満了日', 4),
      ofDays('更新できる日', 4),
      text('氏名', 4),
      text('フリガナ', 4),
      text('証明書', 3),
      text('発行番号', 4),
      text('受付番号', 5),
      text('窓口', 3),
    ],
    rows: certificates.map((each) => [
      dayWords(each.expiresOn),
      dayWords(each.renewableFrom),
      each.name ?? '(消去済)',
      each.kana ?? '',
      KIND_NAMES[each.kind],
      each.serial,
      each.receipt,
      OFFICE_NAMES[each.office],
    ]),
    notes: more ? ['このほかにもあります。早く満了するものから500件までです。'] : [],
    cases: [...new Set(certificates.map((each) => each.case))],
  };
}
