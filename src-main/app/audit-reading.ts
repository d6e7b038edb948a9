import type { AuditRow } from '../../src-shared/contract/api/audit-api.ts';
import { receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { EventPayload } from '../../src-shared/domain/case/event.ts';
import { shortReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import { casesNamedBy } from '../../src-shared/domain/cases-named.ts';
import { auditCount, auditWords } from './audit-words.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';
import type { AuditChoice, AuditEntryRow, AuditPlace } from './ports-audit.ts';

/** 読んだ一行: an entry, and whether it is only an export that may hold the person asked for. */
type Read = { readonly entry: AuditEntryRow; readonly mayContain: boolean };

export type AuditPage = { readonly rows: readonly Read[]; readonly more: boolean };

/** 監査の一頁: latest first, of everybody or of one person's cases, from behind `before`. */
export function readAuditPage(
  reads: LedgerReads,
  choice: AuditChoice,
  cases: readonly string[] | null,
  before: AuditPlace | null,
  limit: number,
): AuditPage {
  if (cases !== null) return pageOfPerson(reads, choice, cases, before, limit);
  const entries = reads.auditEntries(choice, before, limit + 1);
  return {
    rows: entries.slice(0, limit).map((entry) => ({ entry, mayContain: false })),
    more: entries.length > limit,
  };
}

/**
 * From day to day, and only those on which something names one of the cases, or an export may hold them: a daily log by the days and
 * offices of the case, an audit by the days on which anything told of it. Every other list is recorded as shown, with its cases, when
 * it is written out.
 */
function pageOfPerson(
  reads: LedgerReads,
  choice: AuditChoice,
  cases: readonly string[],
  before: AuditPlace | null,
  limit: number,
): AuditPage {
  const spans = cases.flatMap((id) => reads.caseSpan(id) ?? []);
  const days = new Set([
    ...reads.auditDaysOf(cases, choice.from, choice.until),
    ...(choice.act === null || choice.act === 'exported' ? reads.auditExportDays(choice.from, choice.until) : []),
  ]);
  const mayContain = ({ what, day, until, office }: EventPayload<'exported/3'>): boolean => {
    if (what === 'audit') return reads.auditDaysOf(cases, day, until ?? day).length > 0;
    return what === 'dayLog' && spans.some((span) => meets(span, day, until ?? day, office));
  };
  const rows: Read[] = [];
  for (const day of [...days].toSorted().toReversed()) {
    if (before !== null && day > before.at.slice(0, 10)) continue;
    for (const entry of reads.auditEntriesOf(cases, day, choice, before)) {
      const { event } = entry;
      const isExport = entry.act === 'exported';
      // An export that came to nothing told nobody of anybody.
      if (isExport && (event?.name !== 'exported/3' || !mayContain(event.payload))) continue;
      rows.push({ entry, mayContain: isExport });
      if (rows.length > limit) return { rows: rows.slice(0, limit), more: true };
    }
  }
  return { rows, more: false };
}

type Span = NonNullable<ReturnType<LedgerReads['caseSpan']>>;

/** その日と窓口にあった受付か: the days and the office meet those between which the case was open. */
function meets({ offices, from, until }: Span, first: string, last: string, office: OfficeCode | null): boolean {
  return (office === null || offices.includes(office)) && from <= last && (until === null || first <= until);
}

/** What shows one person or one case at a time: the first case it names stands for whom it was of. */
const oneByOne: ReadonlySet<string> = new Set(['case', 'person', 'printPreview']);

/** 名を出す受付 of an entry: one or two, or the one that a single view was of. */
function casesToName({ event }: AuditEntryRow): readonly string[] {
  if (event === null) return [];
  const cases = casesNamedBy(event);
  if (cases.length <= 2) return cases;
  return event.name === 'shown/3' && oneByOne.has(event.payload.what) ? cases.slice(0, 1) : [];
}

/** 監査の一行を言葉に. */
export type RowWriter = (read: Read) => AuditRow;

/** 監査の行を書く: names of staff and holders are looked up once. */
export function auditRowWriter(reads: LedgerReads): RowWriter {
  const staff = new Map(reads.staff().map((each) => [each.staff, each.name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (staff.get(id) ?? null));
  const named = new Map<string, string>();
  const caseWords = (id: string): string => {
    const known = named.get(id);
    if (known !== undefined) return known;
    const row = reads.case(id);
    const words =
      row === null
        ? 'この台帳にない受付'
        : `${shortReceiptNumber(receiptNumberOf(row.state))} ${row.holder?.name ?? '(消去済)'}`;
    named.set(id, words);
    return words;
  };
  return ({ entry, mayContain: may }) => {
    const { event } = entry;
    const cases = casesToName(entry);
    const rest = event === null ? 0 : casesNamedBy(event).length - cases.length;
    const others = cases.length > 0 && rest > 0 ? ` ほか${rest}件` : '';
    return {
      place: { at: entry.at, arrival: entry.arrival },
      at: `${entry.at}+09:00`,
      who: nameOf(event === null ? null : event.envelope.actor),
      role: event?.envelope.role ?? null,
      office: entry.office,
      terminal: entry.terminal,
      act: entry.act,
      what: event === null ? 'この版では読めない記録' : auditWords(event, nameOf),
      of: `${cases.map(caseWords).join('、')}${others}`,
      case: cases[0] ?? null,
      count: event === null ? null : auditCount(event),
      mayContain: may,
    };
  };
}

/** 名を見せた受付 (B5): what a page of the audit names itself. */
export function casesShownBy(rows: readonly Read[]): readonly string[] {
  return [...new Set(rows.flatMap(({ entry }) => casesToName(entry)))];
}
