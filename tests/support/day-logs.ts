import type { DayLogBook } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { certificateCells } from '../../src-shared/domain/day-log.ts';

const nobody = {
  persons: 0,
  sameDayDone: 0,
  inquiry: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  signature: 0,
  userAuthentication: 0,
};

/** 見本の日報: two receptions of one day. */
export function dayLogOf(change: Partial<DayLogView> = {}): DayLogView {
  const issue = { ...nobody, persons: 2, sameDayDone: 1, refused: 1, signature: 1, userAuthentication: 1 };
  return {
    day: '2026-11-24',
    office: 'shiminka',
    practice: false,
    rows: [
      { procedure: 'renew', ...nobody },
      { procedure: 'issue', ...issue },
      { procedure: 'revoke', ...nobody },
    ],
    besides: (['reply', 'reissue', 'carried'] as const).map((origin) => ({
      ...{ origin, cases: 0, signature: 0, userAuthentication: 0 },
    })),
    total: issue,
    cells: certificateCells.map((cell) => ({ ...cell, count: cell.procedure === 'issue' ? 1 : 0 })),
    cross: {
      persons: [
        {
          ...{ procedure: 'issue', kinds: 'both', route: 'sameDay', capacity: 'holder', result: 'sameDayDone' },
          count: 1,
        },
        {
          ...{ procedure: 'issue', kinds: 'signature', route: 'none', capacity: 'holder', result: 'refused' },
          count: 1,
        },
      ],
      certificates: (['signature', 'userAuthentication'] as const).map((kind) => ({
        ...{ procedure: 'issue' as const, kind, route: 'sameDay' as const, capacity: 'holder' as const },
        ...{ result: 'issued' as const, count: 1 },
      })),
    },
    byCapacity: [
      { capacity: 'holder', persons: 2 },
      { capacity: 'agent', persons: 0 },
      { capacity: 'statutoryRepresentative', persons: 0 },
    ],
    byRoute: [
      { route: 'sameDay', persons: 1 },
      { route: 'inquiry', persons: 0 },
      { route: 'none', persons: 1 },
    ],
    byState: [
      { state: 'issued', persons: 1 },
      { state: 'refused', persons: 1 },
    ],
    arrivals: [],
    minutesToIssue: [],
    byHour: [],
    byHandler: [],
    fees: 200,
    receiptGaps: [],
    letters: { posted: 0, returned: 0, answered: 0, lapsed: 0, open: 0 },
    corrections: [],
    overrides: [],
    differences: [],
    closes: [],
    unclosed: [],
    cases: [
      {
        case: 'a'.repeat(32),
        office: 'shiminka',
        receipt: 'S01-20261124-0001-4',
        shortReceipt: 'S01 0001',
        receiptDay: '2026-11-24',
        late: false,
        receivedAt: '2026-11-24T10:12:00.000+09:00',
        finishedAt: '2026-11-24T10:27:00.000+09:00',
        name: '=練習,"花子"',
        procedure: '新規発行',
        kinds: '両方',
        capacity: '本人',
        route: '即日',
        result: '発行済',
        codes: [],
        fee: 200,
        handler: '見本 窓口',
      },
      {
        case: 'b'.repeat(32),
        office: 'shiminka',
        receipt: 'S01-20261124-0002-2',
        shortReceipt: 'S01 0002',
        receiptDay: '2026-11-24',
        late: false,
        receivedAt: '2026-11-24T11:00:00.000+09:00',
        finishedAt: null,
        name: null,
        procedure: '新規発行',
        kinds: '署名用',
        capacity: '本人',
        route: '経路なし',
        result: '受付不可',
        codes: ['E2', 'M2'],
        fee: 0,
        handler: null,
      },
    ],
    ...change,
  };
}

/** 見本のつづり: of one day, unless more are given. */
export function dayLogBook(change: Partial<DayLogBook> = {}): DayLogBook {
  const views = change.views ?? [dayLogOf({ practice: change.practice ?? false })];
  return {
    from: views[0]?.day ?? '2026-11-24',
    until: views.at(-1)?.day ?? '2026-11-24',
    offices: [...new Set(views.map(({ office }) => office))],
    procedure: null,
    practice: false,
    ledger: 'c'.repeat(32),
    terminal: 1,
    events: 12_731,
    head: 'c41f08d27e95b3a6'.repeat(4),
    writtenAt: '2026-11-24T17:27:00.000+09:00',
    writtenBy: '練習 責任者',
    ...change,
    views,
  };
}
