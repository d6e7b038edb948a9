import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { readCsv } from '../documents/read-csv.ts';
import { foreignLedger } from '../store/foreign.ts';
import { type AppBed, appBed } from './app-bed.ts';
import {
  acceptance,
  current,
  holderWithCertificates,
  issueAll,
  post,
  receiveByLetter,
  receiveNow,
  renew,
  replyOf,
} from './procedures/bed.ts';

const day = '2026-11-24';
const next = '2026-11-25';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const logOf = (of: string, office: 'shiminka' | 'sobue' | 'heiwa' | 'all' = 'shiminka') =>
  bed.counter.call('dayLog.view', { day: of, office });

/** the terminal shows another day than ours, and a supervisor takes it; answers the receipt */
async function acceptedDifference(): Promise<string> {
  const { summary, certificates } = await receiveNow(bed, {
    lines: [{ kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null }],
  });
  const typed = certificates.map(({ line }) => ({ line, serial: '90AB-19C2-440B', expiresOn: '2030-03-31' }));
  const touch = { requestId: requestId(), case: summary.case, certificates: typed };
  const held = await bed.counter.call('issue.record', { ...touch, version: summary.version, acceptance: null });
  await bed.counter.call('issue.record', {
    ...{ ...touch, requestId: requestId(), version: held.summary.version },
    acceptance,
  });
  return summary.receipt;
}

describe('日報に載る例外と相違 (V7, B7)', () => {
  test('責任者が受け入れた満了日は、だれが、いつ、どの規則で、なぜ認めたかと共に載る', async () => {
    const receipt = await acceptedDifference();
    await bed.signInAs(supervisor);
    const log = await logOf(day);
    expect(log.overrides).toMatchObject([
      { rule: 'V7', receipt, by: supervisor.name, reason: acceptance.reason, at: expect.stringContaining(day) },
    ]);
    expect(log.differences).toMatchObject([{ receipt, kind: 'userAuthentication', how: 'accepted' }]);
    bed.clock.set(`${next}T10:00`);
    await bed.signInAs(supervisor);
    expect((await logOf(next)).overrides).toEqual([]);
  });

  test('理由を消去すると、例外は残り、理由は消去済になる', async () => {
    await acceptedDifference();
    await bed.signInAs(supervisor);
    const lifted = bed
      .ledger()
      .reads.eventsOfDay('shiminka', day)
      .find((event) => event.name === 'holdLifted/2');
    const actor = { staff: 'e'.repeat(32), role: 'administrator' } as const;
    const records = [lifted?.envelope.record ?? ''];
    expect(bed.ledger().erase(actor, { records, basis: '保存年限の経過', approver: 'f'.repeat(32) })).toMatchObject({
      ok: true,
    });
    expect((await logOf(day)).overrides).toMatchObject([{ rule: 'V7', by: supervisor.name, reason: null }]);
  });
});

describe('手続を選んだ日報', () => {
  test('更新として受け付け、回答の日に新規発行になった証明書は、新規発行だけの書き出しにもある (W2)', async () => {
    const posted = await post(
      bed,
      await receiveByLetter(bed, {
        lines: [renew('userAuthentication')],
        current: [current('userAuthentication', '2026-12-10')],
        card: { medium: 'myNumberCard', expiresOn: '2036-04-01' },
      }),
    );
    bed.clock.set('2026-12-11T10:00');
    await issueAll(bed, await bed.counter.call('reply.accept', replyOf(posted)));
    await bed.signInAs(supervisor);
    const certificatesIn = async (procedure: 'issue' | 'renew' | null) => {
      const wish = { day: '2026-12-11', office: 'shiminka', procedure, format: 'csv' } as const;
      const rows = readCsv(readFileSync((await bed.counter.call('dayLog.export', wish)).path, 'utf8').slice(1));
      return rows.filter(([kind, , , , , , , , , , , result]) => kind === '内訳' && result === '発行(枚)');
    };
    expect(await certificatesIn(null)).toHaveLength(1);
    expect(await certificatesIn('issue')).toEqual(await certificatesIn(null));
  });
});

describe('後着と3か所 (B4, B6)', () => {
  /** 祖父江 received yesterday, and what it recorded comes in today */
  async function lateFromSobue(): Promise<void> {
    await holderWithCertificates(bed);
    const other = foreignLedger();
    bed.clock.set(`${next}T09:30`);
    expect(bed.ledger().takeIn([other.open(), other.reception('d'.repeat(32))])).toMatchObject({ ok: true });
    await bed.signInAs(supervisor);
  }

  test('翌日に届いた支所の受付は、届いた日に一人と数え、後着としてその受付の日を言い、番号の日には数えない', async () => {
    await lateFromSobue();
    expect((await logOf(day, 'sobue')).total.persons).toBe(0);
    const log = await logOf(next, 'sobue');
    expect(log.total.persons).toBe(1);
    expect(log.cases).toMatchObject([{ late: true, receiptDay: day, office: 'sobue' }]);
    // The terminal worked on its own day; that is the day which it has to close.
    expect(log.unclosed).toEqual([]);
    expect((await logOf(day, 'sobue')).unclosed).toEqual(['B7']);
  });

  test('3か所の日報は三つを足し、見せたことが残る', async () => {
    await lateFromSobue();
    await bed.signInAs(clerk);
    await receiveNow(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
    await bed.signInAs(administrator);
    const before = bed.events();
    const all = await logOf(next, 'all');
    expect(bed.events()).toBe(before + 1);
    expect(all.total.persons).toBe(2);
    expect(all.cases.map(({ office }) => office).toSorted()).toEqual(['shiminka', 'sobue']);
    expect(all.recent.slice(-2).map(({ persons }) => persons)).toEqual([1, 2]);
  });
});
