import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
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

export function emptyDayLog(day: string): DayLogView {
  return {
    day,
    office: 'shiminka',
    practice: false,
    rows: (['renew', 'issue', 'revoke'] as const).map((procedure) => ({ procedure, ...zero })),
    total: zero,
    byCapacity: [],
    byRoute: [],
    byState: [],
    arrivals: [],
    minutesToIssue: [],
    byHandler: [],
    fees: 0,
    letters: { posted: 0, returned: 0, answered: 0, lapsed: 0, open: 0 },
    corrections: [],
    closes: [],
    receiptGaps: [],
    cases: [],
  };
}

/** Sums counted by hand from one list of 52: 34 + 15 + 3. */
export function sampleDayLog(): DayLogView {
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
      userAuthentication: 37,
    },
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
      { handler: '見本 窓口', persons: 18 },
      { handler: '見本 次席', persons: 18 },
      { handler: '見本 管理', persons: 16 },
    ],
    fees: 400,
    letters: { posted: 2, returned: 1, answered: 1, lapsed: 1, open: 12 },
    corrections: [],
    closes: [],
    receiptGaps: [],
    cases: sampleCases.map((summary) => ({
      case: summary.case,
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
