import { createHash } from 'node:crypto';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { isEnded } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../src-shared/domain/case/evolve.ts';
import { stateAfter } from '../../src-shared/domain/case/state-at.ts';
import { overridesOf } from '../../src-shared/domain/overrides.ts';
import { drawSample } from '../../src-shared/domain/sampling.ts';
import { addDays, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { isKnown } from './case-history.ts';
import { type Context, momentOf, openLedger, policyIn, record } from './context.ts';
import type { LedgerReads, LedgerWrites, OfficeCode } from './ports.ts';

/** さかのぼる日数: a ledger that was never drawn from begins with its last month, not with all its years. */
const daysBack = 31;

/** まだ引いていない日: over, worked on, and later than the last one that was drawn. */
export function daysToDraw(reads: LedgerReads, office: OfficeCode, today: PlainDate): readonly string[] {
  return reads.daysToSample(office, addDays(today, -daysBack), today);
}

/** 今日の窓口に出す抽出確認; null for a clerk, whose work it is not. */
export function samplingAhead(
  context: Context,
  office: OfficeCode,
  today: PlainDate,
): Output<'home.today'>['sampling'] {
  if (context.desk.user()?.role === 'clerk') return null;
  const { reads } = openLedger(context);
  return { ...reads.sampleWaiting(office), days: daysToDraw(reads, office, today).length };
}

/** 順位: SHA-256 over the day's head and the case, in lower-case hex. */
export function sampleRank(head: string, caseId: string): string {
  return createHash('sha256').update(`inazawa-madoguchi/sample/1\n${head}\n${caseId}`).digest('hex');
}

/** その日に済んだ受付: whose last event that counted by then is of this office and day, and ended it. */
function finishedOn(
  reads: LedgerReads,
  events: readonly KnownEvent[],
  office: OfficeCode,
  day: PlainDate,
): readonly string[] {
  const touched = new Set(events.filter(isCaseEvent).flatMap(({ envelope }) => envelope.case ?? []));
  return [...touched].filter((id) => {
    const state = stateAfter(reads.caseEventsUntil(id, day));
    if (state === null || !isEnded(state)) return false;
    const before = stateAfter(reads.caseEventsUntil(id, addDays(day, -1)));
    const last = reads.caseEventsUntil(id, day).filter(isKnown).findLast(isCaseEvent);
    return (before === null || !isEnded(before)) && last?.envelope.office === office;
  });
}

/** 一日分を引く: in the transaction that keeps it; null where the day was drawn meanwhile. */
function drawDay(context: Context, writes: LedgerWrites, office: OfficeCode, day: PlainDate): string | null {
  const head = writes.headOfDay(office, day);
  if (head === null || writes.sampleDraw(office, day) !== null) return null;
  const events = writes.eventsOfDay(office, day);
  const finished = finishedOn(writes, events, office, day);
  const percent = policyIn(writes, day).settings.samplePercent;
  const drawn = drawSample({
    finished,
    overrides: overridesOf(events).map((override) => override.case),
    percent,
    rankOf: (caseId) => sampleRank(head, caseId),
  });
  writes.append({
    name: 'sampleDrawn/1',
    case: null,
    occurredAt: momentOf(context).instant,
    payload: { day, percent, finished: finished.length, head, cases: drawn.map((each) => ({ ...each })) },
    personal: null,
  });
  return day;
}

/** 抽出する: one transaction a day, and the counter's own calls in between. */
export async function drawWhatIsOver(
  context: Context,
  office: OfficeCode,
): Promise<Result<readonly string[], Failure>> {
  const drawn: string[] = [];
  const who = context.desk.user();
  for (const day of daysToDraw(openLedger(context).reads, office, momentOf(context).day)) {
    const done = record(context, null, (writes) => succeed(drawDay(context, writes, office, plainDate(day))));
    if (!done.ok) return done;
    if (done.value !== null) drawn.push(done.value);
    await new Promise((resolve) => setImmediate(resolve));
    // Whoever left or locked the desk meanwhile draws no further; the next one goes on.
    if (!context.desk.stillSits(who)) break;
  }
  return succeed(drawn);
}
