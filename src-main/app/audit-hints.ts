import type { AuditHintShown } from '../../src-shared/contract/api/audit-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { AuditAct } from '../../src-shared/domain/audit-acts.ts';
import {
  type AuditFact,
  type AuditHint,
  type AuditPattern,
  auditThresholdsOn,
  findAuditHints,
  isUnreviewed,
} from '../../src-shared/domain/audit-patterns.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../src-shared/kernel/wareki.ts';
import { type AuditPage, auditRowWriter } from './audit-reading.ts';
import { calendarIn } from './context.ts';
import type { LedgerReads } from './ports.ts';
import type { AuditIndexRow } from './ports-audit.ts';

/** 気づきを探す日数: longer ranges are looked at for their last days. */
export const mostHintDays = 31;

const singleViews: ReadonlySet<string | null> = new Set(['case', 'person', 'printPreview']);
const searches: ReadonlySet<string | null> = new Set(['search', 'knownCertificates']);
const touches: ReadonlySet<AuditAct> = new Set<AuditAct>(['recorded', 'corrected', 'approval', 'review']);

function kindOf({ act, subject }: AuditIndexRow): AuditFact['kind'] | null {
  if (act === 'seen') return singleViews.has(subject) ? 'view' : searches.has(subject) ? 'search' : null;
  // What came to nothing has no subject.
  if ((act === 'exported' && subject !== null) || (act === 'printed' && subject === 'list')) return 'output';
  if (act === 'failed') return 'failedSignIn';
  return touches.has(act) ? 'touch' : null;
}

function factsOf(reads: LedgerReads, from: PlainDate, until: PlainDate): readonly AuditFact[] {
  const persons = new Map<string, string>();
  // A case that was erased, or is not known here, stands for itself.
  const personOf = (caseId: string): string => {
    const known = persons.get(caseId) ?? reads.personOf(caseId) ?? caseId;
    persons.set(caseId, known);
    return known;
  };
  return reads.auditIndex(from, until).flatMap((row): AuditFact[] => {
    const kind = kindOf(row);
    if (kind === null) return [];
    const { at, arrival, actor, office, terminal, case: caseId } = row;
    const person = caseId === null ? null : personOf(caseId);
    return [{ at, arrival, staff: actor, office, terminal, kind, person, case: caseId }];
  });
}

/** いまの気づき of a range: those that nobody has looked into yet, over its last days. */
export function hintsIn(reads: LedgerReads, range: { readonly from: PlainDate; readonly until: PlainDate }) {
  const { until } = range;
  const first = addDays(until, 1 - mostHintDays);
  const from = range.from < first ? first : range.from;
  const around = auditThresholdsOn(until).touchedWithinDays;
  const month = `${from.slice(0, 7)}-01`;
  const hints = findAuditHints(
    factsOf(reads, addDays(from, -around), addDays(until, around)),
    reads.approvalsAnswered(month, until),
    { from, until, calendar: calendarIn(reads), policyChanges: reads.policyChanges() },
  );
  const reviewed = reads.hintReviews(hints.map(({ hint }) => hint));
  return { from, until, hints: hints.filter((hint) => isUnreviewed(hint, reviewed)) };
}

/** 気づきの名前 */
const titles: Readonly<Record<AuditPattern, string>> = {
  viewsWithoutCase: '受付のない閲覧が多い',
  viewsOutsideHours: '受付時間の外の閲覧',
  outputAtNight: '夜の印刷・書き出し',
  failedSignIns: 'サインインできないことが続いた',
  sameViewer: '同じ人の記録を何度も開いた',
  manyViewers: '一人の記録を多くの職員が開いた',
  oneSidedApproval: '一人の職員の依頼をほとんど承認している',
};

function wordsOf(hint: AuditHint, who: readonly string[]): string {
  const { found, threshold, place } = hint;
  const limits = auditThresholdsOn(hint.day);
  const day = formatMonthDay(hint.day);
  const names = who.map((name) => `${name}さん`).join('、');
  switch (hint.pattern) {
    case 'viewsWithoutCase':
      return `${day}、${names}が${found}人の記録を開きました。前後${limits.touchedWithinDays}日に、その人たちの受付には触れていません(目安 ${threshold}人から)。用件を確かめてください。`;
    case 'viewsOutsideHours':
      return `${day}、${names}が受付時間の外に${found}回、記録を開くか探しました(目安 ${threshold}回から。開く${limits.minutesBeforeOpening}分前から閉まって${limits.minutesAfterClosing}分までは数えません)。残って行う仕事があったか確かめてください。`;
    case 'outputAtNight':
      return `${day}の夜(${limits.nightFromHour}時から翌${limits.nightUntilHour}時)、${names}が一覧や日報を${found}回、印刷するか書き出しました(目安 ${threshold}回から)。決まった時刻の書き出しでないか確かめてください。`;
    case 'failedSignIns': {
      const where = place === null ? '' : `${OFFICE_NAMES[place.office]}${place.terminal}番の端末で`;
      return `${day}、${where}${found}回サインインできませんでした(目安 ${threshold}回から)。番号の打ち違いか、その端末の職員に確かめてください。`;
    }
    case 'sameViewer':
      return `${day}、${names}が同じ人の記録を${found}回開きました。前後${limits.touchedWithinDays}日に、その人の受付には触れていません(目安 ${threshold}回から)。用件を確かめてください。`;
    case 'manyViewers':
      return `${day}、受付に触れていない${found}人の職員が、同じ人の記録を開きました(目安 ${threshold}人から)。用件を確かめてください。`;
    case 'oneSidedApproval':
      return `${hint.day.slice(0, 4)}年${Number(hint.day.slice(5, 7))}月、${names}の間の依頼${found}件の${limits.approvedPercent}%以上が承認されています(目安 ${threshold}件から)。一件ずつ見て承認しているか確かめてください。`;
  }
}

const mostEntries = 30;

/** 気づきを見せる: those that concern whoever asks are only counted; another supervisor sees them. */
export function hintsShown(
  reads: LedgerReads,
  range: { readonly from: PlainDate; readonly until: PlainDate },
  asking: ReadonlySet<string>,
): { readonly answer: Output<'audit.hints'>; readonly read: AuditPage['rows'] } {
  const { from, until, hints } = hintsIn(reads, range);
  const others = hints.filter(({ concerns }) => !concerns.some((staff) => asking.has(staff)));
  const names = new Map(reads.staff().map(({ staff, name }) => [staff, name]));
  const write = auditRowWriter(reads);
  const read: AuditPage['rows'][number][] = [];
  const shown = others.map((hint): AuditHintShown => {
    const who = hint.concerns.map((staff) => names.get(staff) ?? '登録のない職員');
    const rows = reads
      .auditEntriesAt(hint.entries.slice(0, mostEntries))
      .map((entry) => ({ entry, mayContain: false }));
    read.push(...rows);
    const { pattern, day, found, threshold } = hint;
    return {
      hint: hint.hint,
      pattern,
      day,
      title: titles[pattern],
      words: wordsOf(hint, who),
      who,
      found,
      threshold,
      rows: rows.map(write),
      more: hint.entries.length > mostEntries,
    };
  });
  return { answer: { from, until, hints: shown, mine: hints.length - others.length }, read };
}
