import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Ledger, LedgerWrites } from '../../src-main/app/ports.ts';
import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { DEFAULT_CALENDAR, isOpenDay } from '../../src-shared/domain/calendar.ts';
import { addDays, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { callerOf } from '../support/caller.ts';
import { administrator, place, requestId } from '../support/made-up.ts';
import { madeUpId, writeInto } from '../support/made-up-ledger.ts';
import { storyClock } from '../support/story-clock.ts';

/** 大きな台帳: years of made-up visits at one counter, ended by one day of exactly `lastDayCases`. */
export type LargePlan = { readonly events: number; readonly years: number; readonly lastDayCases: number };

/** 使う台帳: where it lies, its last day (a Wednesday, the first of a fiscal year), and the fiscal year before that day. */
export type LargeLedger = {
  readonly folder: string;
  readonly events: number;
  readonly lastDay: PlainDate;
  readonly year: { readonly from: PlainDate; readonly until: PlainDate };
};

export const lastDay = plainDate('2026-04-01');
const year = { from: plainDate('2025-04-01'), until: plainDate('2026-03-31') } as const;

/** raised when what is written here changes, so that an old file is not taken for a new one */
const storyVersion = 1;

type Kind = 'signature' | 'userAuthentication';
type Line = { readonly kind: Kind; readonly procedure: 'issue' | 'renew' | 'revoke' };
type Waiting = { readonly case: string; readonly lines: readonly Line[]; readonly due: PlainDate };

const both: readonly Kind[] = ['signature', 'userAuthentication'];
const of = (kinds: readonly Kind[], procedure: Line['procedure']): readonly Line[] =>
  kinds.map((kind) => ({ kind, procedure }));

/** 用件 of the n-th visitor: about as often as at a city's counter; of twenty, one is refused, one revokes, two go by letter */
function visitOf(number: number): { readonly lines: readonly Line[]; readonly ends: 'issued' | 'refused' | 'letter' } {
  const place = number % 20;
  if (place === 19) return { lines: of(both, 'issue'), ends: 'refused' };
  if (place === 18) return { lines: of(['signature'], 'revoke'), ends: 'issued' };
  if (place >= 16) return { lines: of(both, 'issue'), ends: 'letter' };
  if (place >= 13) return { lines: of(['userAuthentication'], 'issue'), ends: 'issued' };
  return { lines: of(both, place < 8 ? 'renew' : 'issue'), ends: 'issued' };
}

function openDays(from: PlainDate, until: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isOpenDay(day, 'shiminka', DEFAULT_CALENDAR)) days.push(day);
  }
  return days;
}

const syllables = 'アイウエオカキクケコサシスセソタチツテトナニヌネノ';
const perTransaction = 100;

function givenOf(number: number): string {
  const letter = (place: number): string => syllables.charAt(Math.floor(number / syllables.length ** place) % 25);
  return `${letter(0)}${letter(1)}${letter(2)}${letter(3)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

function writeVisit(writes: LedgerWrites, number: number, day: PlainDate, at: string): Waiting | null {
  const { lines, ends } = visitOf(number);
  const caseId = madeUpId();
  const occurredAt = `${day}T${at}:00.000+09:00`;
  const told = { case: caseId, occurredAt } as const;
  writes.append({
    ...told,
    name: 'caseReceived/2',
    payload: {
      receiptDay: day,
      receiptOffice: place.office,
      receiptTerminal: place.terminal,
      receiptNumber: writes.nextReceiptNumber(day),
      capacity: ends === 'letter' ? 'agent' : 'holder',
      documents: ['driversLicence'],
      proof: null,
      lines: lines.map((line, index) => ({
        ...line,
        line: index + 1,
        cause: line.procedure === 'revoke' ? 'X1' : null,
        fee: number % 7 === 0 ? 200 : 0,
      })),
      backEntry: null,
    },
    personal: {
      name: `練習 ${givenOf(number)}`,
      kana: `レンシュウ　${givenOf(number)}`,
      bornOn: `${1930 + (number % 70)}-${two(1 + (number % 12))}-${two(1 + (Math.floor(number / 12) % 28))}`,
      sex: number % 2 === 0 ? 'female' : 'male',
      address: `愛知県稲沢市見本町${number}番地`,
      inRegister: true,
      adultWard: false,
      medium: 'myNumberCard',
      cardExpiresOn: '2034-04-01',
      visitorName: ends === 'letter' ? '例田 代理' : null,
      visitorRelation: null,
      visitorAddress: null,
      visitorReason: ends === 'letter' ? '本人が入院しているため' : null,
      nameSubstitutions: [],
      addressSubstitutions: [],
      current: [],
      basis: null,
      backEntryReason: null,
      texts: [],
    },
  });
  if (ends === 'refused') {
    const personal = { told: ['有効な証明書があります。'], note: '' };
    writes.append({ ...told, name: 'caseRefused/1', payload: { codes: ['E4'], findings: [] }, personal });
    return null;
  }
  const route = ends === 'letter' ? 'inquiry' : 'sameDay';
  const accepted = lines.map((_, index) => ({ line: index + 1, accepted: true, codes: [] }));
  writes.append({
    ...told,
    name: 'caseVerified/1',
    payload: { route, lines: accepted, findings: [] },
    personal: null,
  });
  if (ends === 'letter') {
    const [postedOn, dueOn] = [day, addDays(day, 30)];
    const letter = { number: 1, postedOn, dueOn, acceptedUntil: addDays(dueOn, 3), batch: null };
    writes.append({ ...told, name: 'letterPosted/1', payload: letter, personal: null });
    return { case: caseId, lines, due: addDays(day, 9) };
  }
  finish(writes, caseId, lines, day, occurredAt);
  return null;
}

function finish(writes: LedgerWrites, caseId: string, lines: readonly Line[], day: string, occurredAt: string): void {
  for (const [index, { kind, procedure }] of lines.entries()) {
    const line = index + 1;
    const serial = `MADE-${caseId.slice(0, 12).toUpperCase()}-${line}`;
    const expiresOn = `${Number(day.slice(0, 4)) + 5}-04-01`;
    if (procedure === 'revoke') {
      writes.append({
        name: 'certificateRevoked/1',
        case: caseId,
        occurredAt,
        payload: { line, kind, cause: 'X1', ends: [], approver: null },
        personal: { serial, issuedOn: null, expiresOn: null },
      });
    } else {
      writes.append({
        name: 'certificateIssued/2',
        case: caseId,
        occurredAt,
        payload: { line, kind, procedure, decidedBy: 'V1', terminalPrevailed: false, replaces: [] },
        personal: { serial, issuedOn: day, expiresOn, ours: expiresOn, compared: [], replaced: null },
      });
    }
  }
}

function writeReply(writes: LedgerWrites, { case: caseId, lines }: Waiting, day: PlainDate): void {
  const occurredAt = `${day}T16:30:00.000+09:00`;
  writes.append({
    name: 'replyAccepted/1',
    case: caseId,
    occurredAt,
    payload: { number: 1, capacity: 'agent', documents: ['driversLicence'], questions: false, findings: [] },
    personal: { visitorName: '例田 代理', visitorRelation: null, note: '' },
  });
  finish(writes, caseId, lines, day, occurredAt);
}

/** 大きな台帳を作る: or takes the one that an earlier run made; `say` hears how far it is. */
export async function largeLedger(plan: LargePlan, root: string, say: (words: string) => void): Promise<LargeLedger> {
  const folder = join(root, `ledger-${plan.events}-${plan.years}-${plan.lastDayCases}`);
  const mark = join(folder, 'made.json');
  if (existsSync(mark) && JSON.parse(readFileSync(mark, 'utf8')).storyVersion === storyVersion) {
    return { folder, events: JSON.parse(readFileSync(mark, 'utf8')).events, lastDay, year };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const first = plainDate(`${2026 - plan.years}-04-01`);
  const clock = storyClock(`${first}T08:30`);
  const counter = makeCounter({ folder, clock, practice: false, host: 'inProcess', ownsWindow: true });
  const { call } = callerOf(counter.invoke);
  await call('setup.complete', { ...place, administrator });
  await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
  for (const number of [1, 2, 3, 4]) {
    const staff = { staffNumber: `1100${number}`, name: `見本 窓口${number}`, kana: 'ミホン マドグチ' };
    const password = `おおきな台帳の合言葉 ${number}`;
    await call('staff.add', { requestId: requestId(), role: 'clerk', staff: { ...staff, password } });
  }
  await call('session.signOut', {});
  const ledger = counter.ledger();
  if (ledger === null) throw new Error('no ledger');
  writeYears(ledger, plan, openDays(first, addDays(lastDay, -1)), clock.set, say);
  clock.set(`${lastDay}T17:30`);
  const { events } = ledger.reads.count();
  counter.close();
  writeFileSync(mark, JSON.stringify({ storyVersion, events }));
  return { folder, events, lastDay, year };
}

function writeYears(
  ledger: Ledger,
  plan: LargePlan,
  days: readonly PlainDate[],
  setClock: (at: string) => void,
  say: (words: string) => void,
): void {
  const clerks = ledger.reads.staff().filter(({ role }) => role === 'clerk');
  let [number, waiting]: [number, readonly Waiting[]] = [0, []];
  let written = ledger.reads.count().events;
  // What the last day will add is left for it.
  const before = plan.events - plan.lastDayCases * 4;
  const writeDay = (day: PlainDate, cases: number): void => {
    for (let done = 0; done < cases; done += perTransaction) {
      const actor: Actor = {
        staff: clerks[((number / perTransaction) % clerks.length) | 0]?.staff ?? null,
        role: 'clerk',
      };
      const minutes = 9 * 60 + Math.floor((done / cases) * 470);
      const at = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      setClock(`${day}T${at}`);
      writeInto(
        ledger,
        (writes) => {
          for (let one = done; one < Math.min(done + perTransaction, cases); one += 1) {
            number += 1;
            const letter = writeVisit(writes, number, day, at);
            if (letter !== null) waiting = [...waiting, letter];
          }
        },
        actor,
      );
    }
    const due = waiting.filter((letter) => letter.due <= day);
    if (due.length === 0) return;
    setClock(`${day}T16:55`);
    const actor: Actor = { staff: clerks[0]?.staff ?? null, role: 'clerk' };
    writeInto(ledger, (writes) => due.forEach((letter) => void writeReply(writes, letter, day)), actor);
    waiting = waiting.filter((letter) => letter.due > day);
  };
  for (const [index, day] of days.entries()) {
    written = ledger.reads.count().events;
    // About four events a visitor; the rest is spread over the days that are left, and the last of them makes it enough.
    const eventsOfOne = index === days.length - 1 ? 3.5 : 4;
    writeDay(day, Math.max(1, Math.ceil((before - written) / (days.length - index) / eventsOfOne)));
    if (index % 100 === 0) say(`${day}: ${written.toLocaleString('en')} events`);
  }
  writeDay(lastDay, plan.lastDayCases);
}
