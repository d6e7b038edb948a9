import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';
import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import { DEFAULT_CALENDAR } from '../../src-shared/domain/calendar.ts';
import { judgeVisit, type VisitDecision } from '../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../src-shared/domain/policy.ts';
import { addDays, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { PlainDateTime } from '../../src-shared/kernel/plain-date-time.ts';
import { practiceStaff } from '../app/practice-staff.ts';
import { factsOfVisit, knownOfHolder, standingOf } from '../app/visit-facts.ts';
import type { PracticeCounter } from './practice-counter.ts';
import type { SeededChance } from './seeded-chance.ts';

type Detail = Output<'case.open'>;

function judged({ counter, office }: PracticeCounter, facts: ReceiveFacts, day: PlainDate, now: string): VisitDecision {
  const reads = counter.ledger()?.reads;
  if (reads === undefined) throw new Error('the practice ledger is open');
  const known = knownOfHolder(reads, facts.holder.name, facts.holder.bornOn);
  const visit = factsOfVisit(
    facts,
    PlainDateTime.parse(now.slice(0, 16)),
    office,
    standingOf(facts.current, known, day),
  );
  return judgeVisit(visit, policyOn(day), DEFAULT_CALENDAR);
}

/** X4 を責任者に任せる: a clerk leaves it for the supervisor, whom an administrator does not need. */
function approvalFor(facts: ReceiveFacts, waits: boolean): Input<'receive.record'>['approval'] {
  if (!facts.lines.some(({ cause }) => cause === 'X4')) return null;
  const supervisor = practiceStaff.find(({ role }) => role === 'supervisor');
  if (waits || supervisor === undefined) return 'wait';
  const { staffNumber, password } = supervisor;
  return { staffNumber, password, reason: '通知の写しを確かめた' };
}

/** 紙の受付 (L4): now and then, where somebody is there to answer for it, a visit was taken on paper when the counter opened. */
function paperOf(
  { second }: PracticeCounter,
  facts: ReceiveFacts,
  day: PlainDate,
  now: string,
  chance: SeededChance,
): (Pick<Input<'receive.record'>, 'approval'> & { backEntry: { happenedAt: string; reason: string } }) | null {
  const happenedAt = `${day}T09:00`;
  const isApproved = facts.lines.some(({ cause }) => cause === 'X4');
  if (second === null || isApproved || now.slice(0, 16) <= happenedAt || chance.below(12) !== 0) return null;
  const { staffNumber, password } = second;
  return {
    backEntry: { happenedAt, reason: '停電で端末が使えなかったため' },
    approval: { staffNumber, password, reason: '紙の申請書と見比べて確かめた' },
  };
}

/** 一つの来庁: from reception as far as it gets on its day; answers how many certificates were issued. */
export async function tellVisit(
  terminal: PracticeCounter,
  day: PlainDate,
  facts: ReceiveFacts,
  waitForTerminal: () => void,
  chance: SeededChance,
): Promise<number> {
  const { now } = await terminal.call('program.status', {});
  const paper = paperOf(terminal, facts, day, now, chance);
  const decision = judged(terminal, facts, day, paper?.backEntry.happenedAt ?? now);
  if (decision.verdict === 'undecided') throw new Error('a made-up visit must be decided');
  const received = await terminal.call('receive.record', {
    requestId: chance.hex(16),
    draft: null,
    facts,
    shown: { verdict: decision.verdict, route: decision.route },
    note: '',
    backEntry: paper?.backEntry ?? null,
    approval: paper?.approval ?? approvalFor(facts, terminal.office !== 'shiminka' || chance.below(2) === 0),
  });
  if (received.verdict === 'refuse' || received.route !== 'sameDay') return 0;
  const detail = await terminal.call('case.open', { case: received.case });
  if (!detail.certificates.some((line) => isToIssue(detail, line))) return 0;
  // Where somebody can settle them, dates differ a little more often.
  const mood = chance.below(terminal.second === null ? 40 : 16);
  waitForTerminal();
  const touch = { case: received.case, version: received.version };
  if (mood === 0) return 0;
  if (mood === 1) {
    await terminal.call('case.park', { requestId: chance.hex(16), ...touch, note: '書類を取りに帰られた' });
    return 0;
  }
  if (mood === 2) {
    const lines = detail.certificates.filter((line) => isToIssue(detail, line)).map(({ line }) => line);
    await terminal.call('case.withdraw', { requestId: chance.hex(16), ...touch, lines, reason: '来庁者の都合' });
    return 0;
  }
  return issueAll(terminal, detail, chance, mood === 3);
}

const isToIssue = ({ summary }: Detail, { line, procedure }: Detail['certificates'][number]): boolean =>
  procedure !== 'revoke' && summary.lines.some((each) => each.line === line && each.outcome === 'open');

/** 端末が発行したものを残す: `differs` has the terminal show another day for the first of them, which stops it (V7). */
export async function issueAll(
  terminal: PracticeCounter,
  detail: Detail,
  chance: SeededChance,
  differs: boolean,
): Promise<number> {
  const certificates = detail.certificates
    .filter((line) => isToIssue(detail, line) && line.verdict === 'accept')
    .flatMap(({ line, ours }, index) => {
      if (ours === null) return [];
      const expiresOn = differs && index === 0 ? addDays(plainDate(ours.on), -1) : ours.on;
      return [{ line, serial: `90${chance.hex(2)}-${chance.hex(2)}-${chance.hex(2)}`.toUpperCase(), expiresOn }];
    });
  if (certificates.length === 0) return 0;
  const { case: caseId, version } = detail.summary;
  const after = await terminal.call('issue.record', {
    requestId: chance.hex(16),
    case: caseId,
    version,
    certificates,
    acceptance: null,
  });
  const { second } = terminal;
  const settled =
    second !== null && after.summary.held === 'V7' && chance.below(3) !== 0
      ? await terminal.call('issue.record', {
          requestId: chance.hex(16),
          case: caseId,
          version: after.summary.version,
          certificates: certificates.filter(({ line }) =>
            after.summary.lines.some((each) => each.line === line && each.outcome === 'open'),
          ),
          acceptance: {
            staffNumber: second.staffNumber,
            password: second.password,
            reason: '端末の画面を二人で見直し、端末の日が正しいと確かめた',
          },
        })
      : after;
  return settled.summary.lines.filter(({ outcome }) => outcome === 'issued' || outcome === 'renewed').length;
}
