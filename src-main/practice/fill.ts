import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_CALENDAR, isOpenDay } from '../../src-shared/domain/calendar.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import type { OfficeCode, Passwords } from '../app/ports.ts';
import { practiceStaff } from '../app/practice-staff.ts';
import { tellLetters } from './letters-story.ts';
import { madeUpPerson } from './made-up-person.ts';
import { madeUpVisit } from './made-up-visit.ts';
import { type PracticeCounter, practiceCounter, type Story, storyTime } from './practice-counter.ts';
import { type SeededChance, seededChance } from './seeded-chance.ts';
import { tellEvening, tellLostNumber } from './supervision-story.ts';
import { tellVisit } from './visit-story.ts';

export type PracticePlan = {
  readonly folder: string;
  readonly people: number;
  /** 開庁日の数: how many open days, the last one being `until` or the open day before it */
  readonly days: number;
  readonly until: PlainDate;
  readonly seed: number;
  /** 責任者のいる月: days are closed, mistakes corrected, exceptions answered for, and a branch now and then sends its day late */
  readonly supervised?: boolean;
  /** default: scrypt; a test of many sign-ins brings a quicker one */
  readonly passwords?: Passwords;
};

export type PracticeReport = {
  readonly cases: number;
  readonly issued: number;
  readonly events: number;
  readonly head: string;
};

function openDaysUntil(until: PlainDate, count: number): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = until; days.length < count; day = addDays(day, -1)) {
    if (isOpenDay(day, 'shiminka', DEFAULT_CALENDAR)) days.unshift(day);
  }
  return days;
}

/** 支所の職員: each branch has one, who is its administrator; they sign in there alone. */
const branchStaff = {
  sobue: { staffNumber: '90501', name: '練習 祖父江', kana: 'レンシュウ ソブエ', password: 'renshu-sobue' },
  heiwa: { staffNumber: '90601', name: '練習 平和', kana: 'レンシュウ ヘイワ', password: 'renshu-heiwa' },
} as const;

/** 支所の責任者: the second person of a supervised month */
const branchSupervisors = {
  sobue: { staffNumber: '90502', name: '練習 祖父江長', kana: 'レンシュウ ソブエチョウ', password: 'renshu-sobue-cho' },
  heiwa: { staffNumber: '90602', name: '練習 平和長', kana: 'レンシュウ ヘイワチョウ', password: 'renshu-heiwa-cho' },
} as const;

/** 次席の職員: has the counter in the afternoon of a supervised month */
const afternoonClerk = {
  staffNumber: '90483',
  name: '練習 次席',
  kana: 'レンシュウ ジセキ',
  password: 'renshu-jiseki',
} as const;

/**
 * 練習の台帳を作る: a new practice ledger, filled through the same handlers as the counter's, with what the branches' terminals
 * recorded taken in at each day's end. The same plan gives the same events, ids and head. Throws where the folder already holds a
 * ledger.
 */
export async function fillPracticeLedger(plan: PracticePlan): Promise<PracticeReport> {
  const name = `practice/${plan.seed}/${plan.people}/${plan.days}/${plan.until}`;
  const chance = seededChance(name);
  const days = openDaysUntil(plan.until, plan.days);
  const [first = plan.until] = days;
  const story = storyTime(first);
  const supervised = plan.supervised === true;
  const main = practiceCounter(plan.folder, 'shiminka', story, chance, {
    second: supervised ? staffOf('supervisor') : null,
    passwords: plan.passwords,
  });
  if (main.counter.ledger() !== null || main.counter.cannotOpen !== null) {
    main.counter.close();
    throw new Error('the folder already holds a ledger');
  }
  const scratch = mkdtempSync(join(tmpdir(), 'madoguchi-practice-'));
  const branch = (office: 'sobue' | 'heiwa') =>
    practiceCounter(join(scratch, office), office, story, seededChance(`${name}/${office}`), {
      second: supervised ? branchSupervisors[office] : null,
      passwords: plan.passwords,
    });
  const branches = [branch('sobue'), branch('heiwa')];
  try {
    await setUp(main, branches, chance);
    const people = Array.from({ length: plan.people }, (_, index) => madeUpPerson(index + 1, first, chance));
    const told = { issued: 0, taken: new Map<OfficeCode, number>() };
    for (const [index, day] of days.entries()) {
      const today = people.filter((_, person) => person % days.length === index);
      const evening = supervised ? { taken: told.taken, isLast: index === days.length - 1 } : null;
      told.issued += await tellDay(main, branches, story, day, today, chance, evening);
      if (evening === null) for (const each of branches) takeIn(main, each, told.taken);
    }
    story.set(days.at(-1) ?? first, 17 * 60 + 10);
    await main.signOut();
    const count = main.counter.ledger()?.reads.count();
    return { cases: plan.people, issued: told.issued, events: count?.events ?? 0, head: count?.head ?? '' };
  } finally {
    for (const each of [main, ...branches]) each.counter.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** 9:00 to shortly before 17:00 */
const counterMinutes = 475;

/** as long as an issuance takes, but done before the next visitor comes: the clerk is alone */
function minutesUntilIssued(gap: number, chance: SeededChance): number {
  return Math.min(gap * 0.9, 8 + chance.below(14));
}

async function tellDay(
  main: PracticeCounter,
  branches: readonly PracticeCounter[],
  story: Story,
  day: PlainDate,
  today: ReturnType<typeof madeUpPerson>[],
  chance: SeededChance,
  evening: Evening | null,
): Promise<number> {
  let issued = 0;
  story.set(day, 8 * 60 + 40);
  if (evening !== null) await openBranches(main, branches, evening.taken);
  await main.signIn(staffOf('clerk'));
  const gap = counterMinutes / Math.max(1, today.length);
  for (const [place, holder] of today.entries()) {
    story.set(day, 9 * 60 + place * gap);
    if (evening !== null) await beforeVisit(main, branches, place === Math.floor(today.length / 2), day, chance);
    const terminal = terminalFor(main, branches, chance);
    const waited = () => story.set(day, 9 * 60 + place * gap + minutesUntilIssued(gap, chance));
    issued += await tellVisit(terminal, day, madeUpVisit(holder, day, chance), waited, chance);
  }
  story.set(day, 16 * 60 + 50);
  for (const terminal of [main, ...branches]) issued += await tellLetters(terminal, day, chance);
  if (evening !== null) await closeUp(main, branches, story, day, chance, evening);
  return issued;
}

/** what a supervised day remembers of the one before */
type Evening = { readonly taken: Map<OfficeCode, number>; readonly isLast: boolean };

/** the branches' own clerks sit down again; what did not come in last evening comes now (B4) */
async function openBranches(
  main: PracticeCounter,
  branches: readonly PracticeCounter[],
  taken: Map<OfficeCode, number>,
): Promise<void> {
  for (const branch of branches) {
    takeIn(main, branch, taken);
    await branch.signOut();
    await branch.signIn(branchStaff[branch.office === 'heiwa' ? 'heiwa' : 'sobue']);
  }
  await main.signOut();
}

/** at noon the clerks change, and now and then a number is passed over */
async function beforeVisit(
  main: PracticeCounter,
  branches: readonly PracticeCounter[],
  isNoon: boolean,
  day: PlainDate,
  chance: SeededChance,
): Promise<void> {
  if (!isNoon) return;
  await main.signOut();
  await main.signIn(afternoonClerk);
  for (const terminal of [main, ...branches]) tellLostNumber(terminal, day, chance);
}

/** 夕方: the branches close, most evenings what they recorded comes in, and then the city hall closes. */
async function closeUp(
  main: PracticeCounter,
  branches: readonly PracticeCounter[],
  story: Story,
  day: PlainDate,
  chance: SeededChance,
  { taken, isLast }: Evening,
): Promise<void> {
  story.set(day, 17 * 60 + 5);
  for (const branch of branches) {
    const office = branch.office === 'heiwa' ? 'heiwa' : 'sobue';
    const two = { closes: branchSupervisors[office], checks: branchStaff[office] };
    await tellEvening(branch, day, two, chance, isLast);
    if (isLast || chance.below(5) !== 0) takeIn(main, branch, taken);
  }
  story.set(day, 17 * 60 + 20);
  const two = { closes: staffOf('supervisor'), checks: staffOf('administrator') };
  await tellEvening(main, day, two, chance, isLast);
  await main.signOut();
}

/** most come to the city hall, some to a branch */
function terminalFor(
  main: PracticeCounter,
  branches: readonly PracticeCounter[],
  chance: SeededChance,
): PracticeCounter {
  const weight = chance.below(10);
  return (weight < 7 ? main : branches[weight === 7 ? 1 : 0]) ?? main;
}

function staffOf(role: 'clerk' | 'supervisor' | 'administrator') {
  const staff = practiceStaff.find((each) => each.role === role);
  if (staff === undefined) throw new Error(`practice has no ${role}`);
  return staff;
}

async function setUp(main: PracticeCounter, branches: readonly PracticeCounter[], chance: SeededChance): Promise<void> {
  const administrator = staffOf('administrator');
  await main.setUp(administrator, '練習端末');
  await main.signIn(administrator);
  for (const { role, ...staff } of practiceStaff.filter((each) => each !== administrator)) {
    await main.call('staff.add', { requestId: chance.hex(16), role, staff });
  }
  if (main.second !== null) {
    await main.call('staff.add', { requestId: chance.hex(16), role: 'clerk', staff: afternoonClerk });
  }
  await main.signOut();
  for (const branch of branches) {
    const staff = branchStaff[branch.office === 'heiwa' ? 'heiwa' : 'sobue'];
    await branch.setUp(staff, '練習端末');
    await branch.signIn(staff);
    if (branch.second !== null) {
      await branch.call('staff.add', { requestId: chance.hex(16), role: 'supervisor', staff: branch.second });
    }
  }
}

/** 届いたもの: what a branch recorded since the last time, as an exchange would bring it. */
function takeIn(main: PracticeCounter, branch: PracticeCounter, taken: Map<OfficeCode, number>): void {
  const events = branch.counter.ledger()?.outgoing(taken.get(branch.office) ?? 0) ?? [];
  const stored = main.counter.ledger()?.takeIn(events);
  if (stored?.ok !== true) throw new Error('what a branch recorded must fit');
  taken.set(branch.office, events.at(-1)?.seq ?? taken.get(branch.office) ?? 0);
}
