import { describe, expect, test } from 'vitest';
import { earlierEvents } from '../../../../src-shared/domain/case/earlier-events.ts';
import { eventPayloads } from '../../../../src-shared/domain/case/event-payloads.ts';

describe('前の版の書き出しの記録', () => {
  test.each([
    ['exported/1', { what: 'dayLog', format: 'csv', day: '2026-11-24', office: 'shiminka', rows: 52 }],
    [
      'exported/2',
      {
        what: 'dayLog',
        format: 'csvCp932',
        day: '2026-04-01',
        until: '2027-03-31',
        procedure: 'renew',
        office: null,
        rows: 9,
      },
    ],
    ['exported/2', { what: 'endingSoon', format: 'csv', day: '2026-11-24', office: null, rows: 0 }],
  ])('%sは、中身をそのままに、いまの版として読む', (name, payload) => {
    const earlier = earlierEvents[name];
    expect(earlier?.payload.safeParse(payload).success).toBe(true);
    const lifted = earlier?.lift(payload as never, null as never); // parsed just above
    expect(lifted).toEqual({ name: 'exported/3', payload, personal: null });
    expect(eventPayloads['exported/3'].parse(lifted?.payload)).toEqual(payload);
  });

  test('前の版になかった統計は、前の版としては読まない', () => {
    const statistics = { what: 'statistics', format: 'csv', day: '2026-11-01', office: null, rows: 40 };
    expect(earlierEvents['exported/2']?.payload.safeParse(statistics).success).toBe(false);
    expect(eventPayloads['exported/3'].safeParse(statistics).success).toBe(true);
  });
});

describe('前の版の印刷の記録', () => {
  const printing = { form: 'receiptSlip', cases: ['a'.repeat(32)], copy: 2 };

  test.each([
    ['printed/1', 'printed/2', { ...printing, to: 'printer' }],
    ['printFailed/1', 'printFailed/2', printing],
  ] as const)('%sは、中身をそのままに、いまの版として読む', (name, now, payload) => {
    const earlier = earlierEvents[name];
    expect(earlier?.payload.safeParse(payload).success).toBe(true);
    const lifted = earlier?.lift(payload as never, null as never); // parsed just above
    expect(lifted).toEqual({ name: now, payload, personal: null });
    expect(eventPayloads[now].parse(lifted?.payload)).toEqual(payload);
  });

  test('前の版になかった日報の紙は、前の版としては読まない', () => {
    const sheet = { ...printing, form: 'dayLog', to: 'printer' };
    expect(earlierEvents['printed/1']?.payload.safeParse(sheet).success).toBe(false);
    expect(eventPayloads['printed/2'].safeParse(sheet).success).toBe(true);
  });
});
