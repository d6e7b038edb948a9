import type { Output } from '../../src-shared/contract/counter-api.ts';
import { id } from './samples.ts';

type Preview = Output<'close.preview'>;
type Overview = Output<'close.overview'>;

/** 見本の締めの下見: a Tuesday with 31 renewals; the terminal's own report is typed in by the test. */
export function samplePreview(change: Partial<Preview> = {}): Preview {
  const ours = [10, 31, 7, 31, 3, 1];
  const cells = [
    ['issue', 'signature'],
    ['renew', 'signature'],
    ['issue', 'userAuthentication'],
    ['renew', 'userAuthentication'],
    ['revoke', 'signature'],
    ['revoke', 'userAuthentication'],
  ] as const;
  return {
    day: '2026-11-24',
    office: 'shiminka',
    terminal: 1,
    state: 'open',
    cells: cells.map(([procedure, kind], index) => ({ procedure, kind, ours: ours[index] ?? 0, reported: null })),
    explanations: [],
    receiptGaps: [],
    corrections: 0,
    carriedOver: [{ case: id(0x1009), shortReceipt: 'S01 0009', name: '練習 次郎', state: '照会中' }],
    closed: null,
    ...change,
  };
}

/** 締めた下見: with the code, and the one difference explained. */
export function closedPreview(): Preview {
  const { cells, ...open } = samplePreview();
  return {
    ...open,
    state: 'closed',
    cells: cells.map((cell, index) => ({ ...cell, reported: cell.ours + (index === 1 ? 1 : 0) })),
    explanations: [{ procedure: 'renew', kind: 'signature', reason: '書込みのやり直しを端末は2件と数えるため' }],
    closed: {
      code: '0123 4567 89ab cdef',
      closedAt: '2026-11-24T17:21:00.000+09:00',
      closedBy: '見本 責任',
      checkedBy: '見本 管理',
    },
  };
}

const open = { terminal: 1, own: true, closed: null } as const;

/** 締めていない日が二つ: this office's own, and one of a branch that is closed there. */
export function sampleOverview(): Overview {
  return {
    days: [
      { day: '2026-11-24', office: 'shiminka', closed: false, terminals: [{ office: 'shiminka', ...open }] },
      { day: '2026-11-20', office: 'shiminka', closed: false, terminals: [{ office: 'shiminka', ...open }] },
      {
        day: '2026-11-20',
        office: 'sobue',
        closed: false,
        terminals: [{ office: 'sobue', ...open, own: false }],
      },
    ],
  };
}
