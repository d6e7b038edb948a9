import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { ROLE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import { AUDIT_ACT_NAMES } from '../../src-shared/domain/audit-acts.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { formatWarekiWithWeekday } from '../../src-shared/kernel/wareki.ts';
import { auditRowWriter, casesShownBy, readAuditPage } from './audit-reading.ts';
import { type Context, openLedger } from './context.ts';
import { refuse } from './failures.ts';
import { listColumn, listOf } from './list-out.ts';
import { casesOfGroup, groupOf } from './persons.ts';
import type { LedgerReads } from './ports.ts';
import type { AuditPlace } from './ports-audit.ts';

export type AuditAsked = Pick<Input<'audit.list'>, 'from' | 'until' | 'staff' | 'office' | 'act' | 'person'>;

/** 監査の人: whose cases the entries must name; null where nobody was chosen. */
export type AuditPerson = { readonly case: string; readonly name: string; readonly cases: readonly string[] };

/** 選んだ人: with every case of every record that was joined to it. */
export function personAsked(reads: LedgerReads, asked: AuditAsked): Result<AuditPerson | null, Failure> {
  if (asked.person === null) return succeed(null);
  const group = groupOf(reads, asked.person);
  if (group === null) return refuse('caseNotFound');
  const cases = casesOfGroup(group).map(({ state }) => state.case);
  return succeed({ case: asked.person, name: group.own.cases[0].holder.name, cases });
}

/** 一度に出す行の数: more belong into a narrower choice. */
export const mostRowsOut = { csv: 50_000, xlsx: 50_000, paper: 2_000 } as const;
const pageRows = 500;

/** 監査を一覧にする: with the cases that it names itself; page by page, and the counter's own calls in between; null where it is more than may go out. */
export async function auditList(
  context: Context,
  asked: AuditAsked,
  person: AuditPerson | null,
  most: number,
): Promise<{ readonly list: PrintableList; readonly cases: ReadonlySet<string> } | null> {
  const { reads } = openLedger(context);
  const write = auditRowWriter(reads);
  const rows: string[][] = [];
  const cases = new Set<string>();
  let before: AuditPlace | null = null;
  for (;;) {
    const page = readAuditPage(reads, asked, person?.cases ?? null, before, pageRows);
    for (const id of casesShownBy(page.rows)) cases.add(id);
    for (const read of page.rows) {
      const { at, who, role, office, terminal, act, what, of, count, mayContain } = write(read);
      rows.push([
        at.slice(0, 10),
        at.slice(11, 19),
        who ?? '',
        role === null ? '' : ROLE_NAMES[role],
        `${OFFICE_NAMES[office]}${terminal === 0 ? '' : ` ${terminal}番`}`,
        AUDIT_ACT_NAMES[act],
        mayContain ? `${what}(選んだ人を含むかもしれません)` : what,
        of,
        count === null ? '' : String(count),
      ]);
    }
    if (rows.length > most) return null;
    before = page.rows.at(-1)?.entry ?? null;
    if (!page.more || before === null) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const list = listOf(context, {
    title: '監査',
    subtitle: subtitleOf(reads, asked, person),
    office: asked.office === null ? 'すべての窓口' : OFFICE_NAMES[asked.office],
    columns: [
      listColumn('日', 3, 'day'),
      listColumn('時刻', 2),
      listColumn('職員', 3),
      listColumn('役割', 2),
      listColumn('窓口・端末', 4),
      listColumn('種類', 4),
      listColumn('したこと', 9),
      listColumn('受付・氏名', 6),
      listColumn('件数', 2, 'number'),
    ],
    rows,
    notes:
      person === null
        ? []
        : ['日報などの書き出しは氏名を台帳に残さないため、日と窓口から、含むかもしれないものを添えています。'],
  });
  return { list, cases };
}

function subtitleOf(reads: LedgerReads, { from, until, staff, act }: AuditAsked, person: AuditPerson | null): string {
  const day = (text: string): string => formatWarekiWithWeekday(plainDate(text));
  const who = staff === null ? null : (reads.staff().find((each) => each.staff === staff)?.name ?? null);
  return [
    from === until ? day(from) : `${day(from)}から${day(until)}まで`,
    ...(person === null ? [] : [`${person.name}さんに関わるもの`]),
    ...(who === null ? [] : [`${who}さんがしたこと`]),
    ...(act === null ? [] : [AUDIT_ACT_NAMES[act]]),
  ].join('・');
}
