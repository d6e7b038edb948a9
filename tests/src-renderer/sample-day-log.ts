import type { DayLogShown } from '../../src-shared/contract/day-log-view.ts';
import { certificateCells } from '../../src-shared/domain/day-log.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { id, sampleCases } from './samples.ts';

const zero = {
  persons: 0,
  sameDayDone: 0,
  inquiry: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  signature: 0,
  userAuthentication: 0,
};

export function emptyDayLog(day: string): DayLogShown {
  return {
    day,
    office: 'shiminka',
    practice: false,
    rows: (['renew', 'issue', 'revoke'] as const).map((procedure) => ({ procedure, ...zero })),
    besides: (['reply', 'reissue', 'carried'] as const).map((origin) => ({
      ...{ origin, cases: 0, signature: 0, userAuthentication: 0 },
    })),
    total: zero,
    cells: certificateCells.map((cell) => ({ ...cell, count: 0 })),
    cross: { persons: [], certificates: [] },
    byHour: [],
    recent: [],
    byCapacity: [],
    byRoute: [],
    byState: [],
    arrivals: [],
    minutesToIssue: [],
    byHandler: [],
    fees: 0,
    letters: { posted: 0, returned: 0, answered: 0, lapsed: 0, open: 0 },
    corrections: [],
    overrides: [],
    differences: [],
    closes: [],
    unclosed: [],
    receiptGaps: [],
    cases: [],
  };
}

/** Sums counted by hand from one list of 52: 34 + 15 + 3. */
export function sampleDayLog(): DayLogShown {
  const renew = {
    persons: 34,
    sameDayDone: 29,
    inquiry: 4,
    refused: 0,
    withdrawn: 1,
    open: 0,
    signature: 29,
    userAuthentication: 29,
  };
  const issue = {
    persons: 15,
    sameDayDone: 10,
    inquiry: 2,
    refused: 2,
    withdrawn: 1,
    open: 0,
    signature: 9,
    userAuthentication: 7,
  };
  const revoke = {
    persons: 3,
    sameDayDone: 3,
    inquiry: 0,
    refused: 0,
    withdrawn: 0,
    open: 0,
    signature: 3,
    userAuthentication: 1,
  };
  const minutes = [
    8, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 14, 15, 15, 15, 16, 16, 16, 16, 17, 17, 18, 18, 18, 19, 19, 20, 20, 21,
    21, 22, 23, 24, 25, 26, 28, 30, 33, 75,
  ];
  const perSlot: readonly (readonly [string, string])[] = [
    ['09:00', 'rrrri'],
    ['09:30', 'Rrrix'],
    ['10:00', 'rii'],
    ['10:30', 'rriI'],
    ['11:00', 'rrri'],
    ['11:30', 'rrx'],
    ['12:00', 'ri'],
    ['12:30', 'rR'],
    ['13:00', 'rrri'],
    ['13:30', 'rRr'],
    ['14:00', 'rri'],
    ['14:30', 'rx'],
    ['15:00', 'rI'],
    ['15:30', 'rri'],
    ['16:00', 'rrRi'],
    ['16:30', 'rri'],
  ];
  const procedures = { r: 'renew', i: 'issue', x: 'revoke' } as const;
  return {
    ...emptyDayLog('2026-11-24'),
    rows: [
      { procedure: 'renew', ...renew },
      { procedure: 'issue', ...issue },
      { procedure: 'revoke', ...revoke },
    ],
    total: {
      persons: 52,
      sameDayDone: 42,
      inquiry: 6,
      refused: 2,
      withdrawn: 2,
      open: 0,
      signature: 41,
      userAuthentication: 38,
    },
    besides: [
      { origin: 'reply', cases: 2, signature: 2, userAuthentication: 2 },
      { origin: 'reissue', cases: 1, signature: 1, userAuthentication: 0 },
      { origin: 'carried', cases: 0, signature: 0, userAuthentication: 0 },
    ],
    cells: certificateCells.map((cell, index) => ({ ...cell, count: [10, 31, 7, 31, 3, 1][index] ?? 0 })),
    cross: {
      persons: [
        {
          ...{ procedure: 'renew', kinds: 'both', route: 'sameDay', capacity: 'holder', result: 'sameDayDone' },
          count: 29,
        },
        { ...{ procedure: 'renew', kinds: 'both', route: 'inquiry', capacity: 'agent', result: 'inquiry' }, count: 4 },
      ],
      certificates: [
        {
          ...{ procedure: 'renew', kind: 'signature', route: 'sameDay', capacity: 'holder', result: 'renewed' },
          count: 29,
        },
      ],
    },
    byHour: [9, 10, 11, 12, 13, 14, 15, 16].map((hour) => ({ hour, renew: 4, issue: 2, revoke: 0, agents: 1 })),
    recent: Array.from({ length: 28 }, (_, index) => {
      const day = addDays(plainDate('2026-10-28'), index);
      const open = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0 && day !== '2026-11-03' && day !== '2026-11-23';
      return { day, open, persons: day === '2026-11-24' ? 52 : open ? 30 + ((index * 7) % 18) : 0 };
    }),
    byCapacity: [
      { capacity: 'holder', persons: 46 },
      { capacity: 'agent', persons: 4 },
      { capacity: 'statutoryRepresentative', persons: 2 },
    ],
    byRoute: [
      { route: 'sameDay', persons: 44 },
      { route: 'inquiry', persons: 6 },
      { route: 'none', persons: 2 },
    ],
    byState: [
      { state: 'issued', persons: 39 },
      { state: 'revoked', persons: 3 },
      { state: 'inquiry', persons: 5 },
      { state: 'open', persons: 1 },
      { state: 'refused', persons: 2 },
      { state: 'withdrawn', persons: 2 },
    ],
    arrivals: perSlot.flatMap(([slot, signs]) =>
      [...signs].map((sign) => ({
        slot,
        procedure: procedures[sign.toLowerCase() as keyof typeof procedures],
        agent: sign !== sign.toLowerCase(),
      })),
    ),
    minutesToIssue: minutes.map((each, index) => ({ minutes: each, procedure: index % 4 === 3 ? 'issue' : 'renew' })),
    byHandler: [
      { handler: '見本 窓口', persons: 18, issued: 30, revoked: 2 },
      { handler: '見本 次席', persons: 18, issued: 28, revoked: 1 },
      { handler: '見本 管理', persons: 16, issued: 21, revoked: 1 },
    ],
    fees: 400,
    letters: { posted: 2, returned: 1, answered: 1, lapsed: 1, open: 12 },
    corrections: [],
    overrides: [],
    differences: [],
    closes: [],
    unclosed: [],
    receiptGaps: [],
    cases: sampleCases.map((summary) => ({
      case: summary.case,
      office: 'shiminka',
      receiptDay: '2026-11-24',
      late: false,
      receipt: summary.receipt,
      shortReceipt: summary.shortReceipt,
      receivedAt: summary.receivedAt,
      finishedAt: summary.step === 'finished' ? summary.changedAt : null,
      name: summary.name,
      procedure: summary.lines[0]?.procedure ?? 'issue',
      kinds: summary.lines.map((line) => line.kind).join('・'),
      capacity: summary.capacity ?? 'notice',
      route: summary.route ?? 'none',
      result: summary.step === 'finished' ? 'issued' : summary.step === 'verified' ? 'open' : summary.step,
      codes: summary.held === null ? [] : [summary.held],
      fee: summary.case === id(0x1005) ? 400 : 0,
      handler: summary.handler,
    })),
  };
}
