import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { foreignLedger } from '../store/foreign.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { holderWithCertificates, receiveByLetter, receiveNow } from './procedures/bed.ts';

const day = '2026-11-24';
const { staffNumber, password } = administrator;
const checker = { staffNumber, password };

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

type Cells = Input<'close.record'>['days'][number]['cells'];

function cellsOf(preview: Output<'close.preview'>, change: Partial<Cells[number]> = {}): Cells {
  return preview.cells.map(({ procedure, kind, ours }, index) => ({
    ...{ procedure, kind, ours, reported: ours, reason: '' },
    ...(index === 0 ? change : {}),
  }));
}

async function preview(of = day): Promise<Output<'close.preview'>> {
  return bed.counter.call('close.preview', { day: of });
}

async function inTheEvening(): Promise<void> {
  bed.clock.set(`${day}T17:18`);
  await bed.signInAs(supervisor);
}

async function requestFor(days: readonly string[] = [day]): Promise<Input<'close.record'>> {
  const previews = await Promise.all(days.map(preview));
  return {
    requestId: requestId(),
    days: previews.map((each) => ({ day: each.day, cells: cellsOf(each) })),
    acceptance: checker,
  };
}

async function close(days: readonly string[] = [day]): Promise<Output<'close.record'>> {
  return bed.counter.call('close.record', await requestFor(days));
}

describe('締め (B4, B7)', () => {
  test('台帳の件数は、手続と種類ごとに、この端末が発行し失効した枚数である', async () => {
    await holderWithCertificates(bed);
    await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
    await inTheEvening();
    const view = await preview();
    expect(view).toMatchObject({ state: 'open', office: 'shiminka', terminal: 1, closed: null, receiptGaps: [] });
    expect(view.cells.map(({ procedure, kind, ours }) => [procedure, kind, ours])).toEqual([
      ['issue', 'signature', 1],
      ['renew', 'signature', 0],
      ['issue', 'userAuthentication', 1],
      ['renew', 'userAuthentication', 0],
      ['revoke', 'signature', 0],
      ['revoke', 'userAuthentication', 0],
    ]);
    expect(view.carriedOver).toMatchObject([{ shortReceipt: 'S01 0002', name: '見本 太郎' }]);
  });

  test('締めると、締めた人と確かめた人と確認符号が残り、日報と書き出しに同じ符号が載る', async () => {
    await holderWithCertificates(bed);
    await inTheEvening();
    const { closed } = await close();
    expect(closed).toEqual([{ day, code: expect.stringMatching(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/) }]);
    const view = await preview();
    expect(view).toMatchObject({
      state: 'closed',
      closed: { code: closed[0]?.code, closedBy: supervisor.name, checkedBy: administrator.name },
    });
    const log = await bed.counter.call('dayLog.view', { day, office: 'shiminka' });
    expect(log.closes).toMatchObject([{ terminal: 'S1', code: closed[0]?.code }]);
    expect(await bed.ledger().verify()).toMatchObject({ sound: true });
  });

  test('窓口の職員は、締めを見ることも締めることもできない', async () => {
    await receiveNow(bed);
    await bed.signInAs(clerk);
    bed.clock.set(`${day}T17:18`);
    for (const answer of [await bed.counter.ask('close.overview', {}), await bed.counter.ask('close.preview', { day })])
      expect(answer).toMatchObject({ ok: false, failure: { code: 'notAllowed' } });
  });

  test.each([
    ['受付時間の終わる1分前は締められない', `${day}T16:59`, 'notOver'],
    ['受付時間が終わると締められる', `${day}T17:00`, 'open'],
    ['次の日でも締められる', '2026-11-25T08:50', 'open'],
  ])('%s', async (_, at, state) => {
    await receiveNow(bed);
    bed.clock.set(at);
    await bed.signInAs(supervisor);
    expect((await preview()).state).toBe(state);
    const answer = await bed.counter.ask('close.record', await requestFor());
    if (state === 'open') expect(answer).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ ok: false, failure: { code: 'dayNotOver' } });
  });

  test('先の日と、受付の記録のない日は締められない', async () => {
    await receiveNow(bed);
    await inTheEvening();
    const refused = async (of: string) => bed.counter.ask('close.record', await requestFor([of]));
    expect(await refused('2026-11-25')).toMatchObject({ failure: { code: 'dayNotOver' } });
    expect(await refused('2026-11-20')).toMatchObject({ failure: { code: 'nothingToClose' } });
  });

  test('端末の日報と違う欄は、理由がないと締められず、理由は締めと共に残る', async () => {
    await holderWithCertificates(bed);
    await inTheEvening();
    const view = await preview();
    const request = (reason: string) => ({
      requestId: requestId(),
      days: [{ day, cells: cellsOf(view, { reported: 2, reason }) }],
      acceptance: checker,
    });
    expect(await bed.counter.ask('close.record', request(' '))).toMatchObject({
      failure: { code: 'badFields', fields: [{ field: `${day}.issue.signature` }] },
    });
    await bed.counter.call('close.record', request('書込みのやり直しを端末は2件と数えるため'));
    const after = await preview();
    expect(after.cells[0]).toMatchObject({ ours: 1, reported: 2 });
    expect(after.explanations).toEqual([
      { procedure: 'issue', kind: 'signature', reason: '書込みのやり直しを端末は2件と数えるため' },
    ]);
  });

  test.each([
    ['締める本人', supervisor, 'secondPersonIsSelf'],
    ['窓口の職員', clerk, 'secondPersonNotSupervisor'],
    ['パスワードの違う責任者', { ...administrator, password: 'ちがう合言葉' }, 'secondPersonFailed'],
  ])('確かめる人は、%sではいけない', async (_, who, code) => {
    await receiveNow(bed);
    await inTheEvening();
    const request = await requestFor();
    const acceptance = { staffNumber: who.staffNumber, password: who.password };
    expect(await bed.counter.ask('close.record', { ...request, acceptance })).toMatchObject({ failure: { code } });
    expect((await preview()).state).toBe('open');
  });

  test('二度は締められず、同じ押し直しには同じ答えを返す', async () => {
    await receiveNow(bed);
    await inTheEvening();
    const request = await requestFor();
    const first = await bed.counter.call('close.record', request);
    expect(await bed.counter.call('close.record', request)).toEqual(first);
    expect(await bed.counter.ask('close.record', { ...request, requestId: requestId() })).toMatchObject({
      failure: { code: 'dayAlreadyClosed' },
    });
  });

  test('確かめている間に件数が変わったら、何も締めない', async () => {
    await receiveNow(bed);
    await inTheEvening();
    const request = await requestFor();
    const [only] = request.days;
    const stale = { day, cells: (only?.cells ?? []).map((cell) => ({ ...cell, ours: 9, reported: 9 })) };
    expect(await bed.counter.ask('close.record', { ...request, days: [stale] })).toMatchObject({
      failure: { code: 'countsChanged' },
    });
  });

  test('締めた日の残りの時間は、受付を進められない', async () => {
    const open = await receiveNow(bed);
    await inTheEvening();
    await close();
    const { case: caseId, version } = open.summary;
    const park = { requestId: requestId(), case: caseId, version, note: '' };
    expect(await bed.counter.ask('case.park', park)).toMatchObject({ failure: { code: 'dayClosed' } });
    bed.clock.set('2026-11-25T09:05');
    await bed.signInAs(clerk);
    await bed.counter.call('case.park', { ...park, requestId: requestId() });
  });

  test('締めていない日の一覧から、前の日を残したまま、何日かを一度に締められる', async () => {
    await receiveNow(bed);
    bed.clock.set('2026-11-25T10:12');
    await bed.signInAs(clerk);
    await receiveNow(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
    bed.clock.set('2026-11-26T10:12');
    await bed.signInAs(clerk);
    await receiveNow(bed, { holder: { ...visitOf().holder, name: '例田 一郎' } });
    bed.clock.set('2026-11-26T17:30');
    await bed.signInAs(supervisor);
    await close(['2026-11-25']);
    const open = async () =>
      (await bed.counter.call('close.overview', {})).days.filter(({ closed }) => !closed).map((each) => each.day);
    expect(await open()).toEqual(['2026-11-26', day]);
    const { closed } = await close(['2026-11-26', day]);
    expect(closed.map((each) => each.day)).toEqual([day, '2026-11-26']);
    expect(await open()).toEqual([]);
    expect(await bed.ledger().verify()).toMatchObject({ sound: true });
  });
});

describe('締めた日は変わらない (B4)', () => {
  const afterwards = ['correction', 'lateEvent', 'erasure', 'progress', 'nextClose'] as const;

  test('訂正、後着の出来事、消去、受付の続き、次の日の締めが、どの順に来ても、締めた日の日報と符号は同じである', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...afterwards], { minLength: 2 }), async (order) => {
        bed.remove();
        bed = await appBed();
        const done = await holderWithCertificates(bed);
        const open = await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
        await inTheEvening();
        await close();
        const shown = async () => {
          const view = await bed.counter.call('dayLog.view', { day, office: 'shiminka' });
          return { ...view, cases: view.cases.map(({ name, ...rest }) => ({ ...rest, erased: name === null })) };
        };
        const closedView = async () => {
          const { closed, cells, explanations } = await preview();
          return { closed, cells, explanations };
        };
        const before = { log: await shown(), close: await closedView() };
        const name = async () =>
          (await bed.counter.call('dayLog.view', { day, office: 'shiminka' })).cases.map((each) => each.name);
        const names = await name();

        bed.clock.set('2026-11-25T10:00');
        await bed.signInAs(supervisor);
        const steps: Record<(typeof afterwards)[number], () => Promise<unknown>> = {
          correction: async () => {
            const entry = done.history[0]?.entry ?? '';
            await bed.counter.call('correction.ask', {
              requestId: requestId(),
              case: done.summary.case,
              entry,
              changes: [{ field: 'name', to: '練習 華子' }],
              reason: 'お名前の字を取り違えて入力したため',
              acceptance: checker,
            });
            if (!order.slice(0, order.indexOf('correction')).includes('erasure')) expect(await name()).toEqual(names);
          },
          lateEvent: async () => {
            const [first, second] = lateChain(open.summary.case);
            expect(bed.ledger().takeIn([first, second])).toMatchObject({ ok: true });
          },
          erasure: async () => {
            const records = bed
              .ledger()
              .reads.caseEvents(open.summary.case)
              .flatMap((event) => ('name' in event && event.envelope.record !== null ? [event.envelope.record] : []));
            const actor = { staff: 'e'.repeat(32), role: 'administrator' } as const;
            const erased = bed.ledger().erase(actor, { records, basis: '保存年限の経過', approver: 'f'.repeat(32) });
            expect(erased).toMatchObject({ ok: true });
            before.log = {
              ...before.log,
              cases: before.log.cases.map((each) => ({ ...each, erased: each.case === open.summary.case })),
            };
          },
          progress: async () => {
            const { version } = await bed.counter.call('case.open', { case: done.summary.case }).then((d) => d.summary);
            return bed.counter.ask('case.park', { requestId: requestId(), case: done.summary.case, version, note: '' });
          },
          nextClose: async () => {
            bed.clock.set('2026-11-25T17:20');
            const next = await preview('2026-11-25');
            if (next.state === 'open') await close(['2026-11-25']);
          },
        };
        for (const step of order) {
          const refusedAfterClose = step === 'correction' && (await preview('2026-11-25')).state === 'closed';
          if (!refusedAfterClose) await steps[step]();
        }
        expect(await shown()).toEqual(before.log);
        expect(await closedView()).toEqual(before.close);
        expect(await bed.ledger().verify()).toMatchObject({ sound: true });
      }),
      { numRuns: 6 },
    );
  });

  /** another terminal of this office goes on with the case, as recorded on the closed day and arriving later */
  function lateChain(caseId: string) {
    const other = foreignLedger();
    const opened = other.open();
    const head = bed.ledger().reads.case(caseId)?.state.head ?? '';
    const version = (bed.ledger().reads.case(caseId)?.state.version ?? 0) + 1;
    const said = { type: 'caseTakenUp', office: 'shiminka', recordedAt: `${day}T11:00:00.000+09:00` } as const;
    return [opened, other.next(caseId, version, head, said)] as const;
  }
});
