import { counterApi, type Input, type Method, type Output } from '../../src-shared/contract/counter-api.ts';
import { DEFAULT_CALENDAR, isOpenDay } from '../../src-shared/domain/calendar.ts';
import { judgeVisit } from '../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../src-shared/domain/policy.ts';
import { VisitFacts } from '../../src-shared/domain/visit.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { practiceStaff } from '../app/practice-staff.ts';
import { japaneseInstant } from '../system/clock.ts';
import { type Counter, makeCounter } from '../system/counter-parts.ts';
import { madeUpPerson, madeUpVisit } from './made-up-visit.ts';
import { type SeededChance, seededChance } from './seeded-chance.ts';

export type PracticePlan = {
  readonly folder: string;
  readonly people: number;
  /** 開庁日の数: how many open days, the last one being `until` or the open day before it */
  readonly days: number;
  readonly until: PlainDate;
  readonly seed: number;
};

export type PracticeReport = {
  readonly cases: number;
  readonly issued: number;
  readonly events: number;
  readonly head: string;
};

type Story = { readonly set: (day: PlainDate, minutes: number) => void; readonly now: () => string };

function storyTime(start: PlainDate): Story {
  let now = Date.parse(`${start}T08:30:00.000+09:00`);
  return {
    set: (day, minutes) => {
      now = Date.parse(`${day}T00:00:00.000+09:00`) + minutes * 60_000;
    },
    now: () => japaneseInstant(now),
  };
}

function openDaysUntil(until: PlainDate, count: number): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = until; days.length < count; day = addDays(day, -1)) {
    if (isOpenDay(day, 'shiminka', DEFAULT_CALENDAR)) days.unshift(day);
  }
  return days;
}

/**
 * 練習の台帳を作る: a new practice ledger, filled through the same handlers as the counter's. The same plan gives the same
 * events, ids and head. Throws where the folder already holds a ledger.
 */
export async function fillPracticeLedger(plan: PracticePlan): Promise<PracticeReport> {
  const chance = seededChance(`practice/${plan.seed}/${plan.people}/${plan.days}/${plan.until}`);
  const days = openDaysUntil(plan.until, plan.days);
  const [first = plan.until] = days;
  const story = storyTime(first);
  const counter = makeCounter({
    folder: plan.folder,
    practice: true,
    host: 'commandLine',
    ownsWindow: false,
    clock: story,
    chance,
  });
  if (counter.ledger() !== null || counter.cannotOpen !== null) {
    counter.close();
    throw new Error('the folder already holds a ledger');
  }
  try {
    await setUp(counter, chance);
    const people = Array.from({ length: plan.people }, (_, index) => madeUpPerson(index + 1, first, chance));
    let issued = 0;
    for (const [index, day] of days.entries()) {
      story.set(day, 8 * 60 + 40);
      await signIn(counter, 'clerk');
      const today = people.filter((_, person) => person % days.length === index);
      const gap = counterMinutes / Math.max(1, today.length);
      for (const [place, holder] of today.entries()) {
        story.set(day, 9 * 60 + place * gap);
        issued += await visit(
          counter,
          () => story.set(day, 9 * 60 + place * gap + minutesUntilIssued(gap, chance)),
          day,
          holder,
          chance,
        );
      }
      story.set(day, 17 * 60 + 10);
      await call(counter, 'session.signOut', {});
    }
    const count = counter.ledger()?.reads.count();
    return { cases: plan.people, issued, events: count?.events ?? 0, head: count?.head ?? '' };
  } finally {
    counter.close();
  }
}

/** 9:00 to shortly before 17:00 */
const counterMinutes = 475;

/** as long as an issuance takes, but done before the next visitor comes: the clerk is alone */
function minutesUntilIssued(gap: number, chance: SeededChance): number {
  return Math.min(gap * 0.9, 8 + chance.below(14));
}

async function call<Name extends Method>(counter: Counter, method: Name, input: Input<Name>): Promise<Output<Name>> {
  const answer: { ok: boolean; value: unknown; failure: { code: string } } = JSON.parse(
    await counter.invoke(method, JSON.stringify(input)),
  );
  if (!answer.ok) throw new Error(`${method} answered ${answer.failure.code}`);
  // parsed by the call's own schema, which is what Output is made from
  return counterApi[method].output.parse(answer.value) as Output<Name>;
}

async function setUp(counter: Counter, chance: SeededChance): Promise<void> {
  const [administrator] = practiceStaff.filter((staff) => staff.role === 'administrator');
  if (administrator === undefined) throw new Error('practice has no administrator');
  const { role: _, ...person } = administrator;
  await call(counter, 'setup.complete', {
    office: 'shiminka',
    terminal: 1,
    terminalName: '練習端末',
    administrator: person,
  });
  await signIn(counter, 'administrator');
  for (const { role, ...staff } of practiceStaff.filter((each) => each !== administrator)) {
    await call(counter, 'staff.add', { requestId: chance.hex(16), role, staff });
  }
  await call(counter, 'session.signOut', {});
}

async function signIn(counter: Counter, role: 'clerk' | 'administrator'): Promise<void> {
  const staff = practiceStaff.find((each) => each.role === role);
  if (staff === undefined) throw new Error(`practice has no ${role}`);
  await call(counter, 'session.signIn', { staffNumber: staff.staffNumber, password: staff.password });
}

/** one visit from reception to its end, or as far as it gets; answers how many certificates were issued */
async function visit(
  counter: Counter,
  waitForTerminal: () => void,
  day: PlainDate,
  holder: ReturnType<typeof madeUpPerson>,
  chance: SeededChance,
): Promise<number> {
  const facts = madeUpVisit(holder, day, chance);
  const decision = judgeVisit(
    VisitFacts.parse({
      at: (await call(counter, 'program.status', {})).now.slice(0, 16),
      office: 'shiminka',
      lines: facts.lines.map(({ kind, procedure, cause }) => ({ kind, procedure, cause })),
      holder: {
        name: holder.name,
        address: holder.address,
        bornOn: holder.bornOn,
        inRegister: holder.inRegister,
        adultWard: holder.adultWard,
      },
      card: { medium: facts.card.medium, expiresOn: facts.card.expiresOn, expiryKnown: true },
      visitor: { capacity: facts.visitor.capacity, documents: facts.visitor.documents, reason: facts.visitor.reason },
      current: [],
      ended: [],
      substitutions: facts.substitutions,
    }),
    policyOn(day),
    DEFAULT_CALENDAR,
  );
  if (decision.verdict === 'undecided') throw new Error('a made-up visit must be decided');
  const received = await call(counter, 'receive.record', {
    requestId: chance.hex(16),
    draft: null,
    facts,
    shown: { verdict: decision.verdict, route: decision.route },
    note: '',
    backEntry: null,
    approval: null,
  });
  if (received.route !== 'sameDay') return 0;
  const mood = chance.below(30);
  waitForTerminal();
  const touch = { case: received.case, version: received.version };
  if (mood === 0) return 0;
  if (mood === 1) {
    const lines = facts.lines.map((_, index) => index + 1);
    await call(counter, 'case.withdraw', { requestId: chance.hex(16), ...touch, lines, reason: '来庁者の都合' });
    return 0;
  }
  const detail = await call(counter, 'case.open', { case: received.case });
  const certificates = detail.certificates
    .filter((each) => each.verdict === 'accept' && each.ours !== null && each.issued === null)
    .map((each) => ({
      line: each.line,
      serial: `90${chance.hex(2)}-${chance.hex(2)}-${chance.hex(2)}`.toUpperCase(),
      expiresOn: each.ours?.on ?? day,
    }));
  if (certificates.length === 0) return 0;
  await call(counter, 'issue.record', {
    requestId: chance.hex(16),
    ...touch,
    version: detail.summary.version,
    certificates,
    acceptance: null,
  });
  return certificates.length;
}
