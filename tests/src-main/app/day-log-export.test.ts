import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Printer } from '../../../src-main/app/ports.ts';
import { savedAsOne } from '../../../src-main/system/kept-files.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

type Saved = { readonly name: string; readonly content: Uint8Array; readonly events: number };

let bed: AppBed;
let saved: Saved[] = [];
let laid: string[] = [];
let papers: string[] = [];
let printerFails = false;
beforeEach(async () => {
  saved = [];
  const files = savedAsOne((name, content) => {
    saved.push({ name, content, events: bed.events() });
    return succeed({ path: name });
  });
  laid = [];
  papers = [];
  printerFails = false;
  const printer: Printer = {
    pictures: async () => succeed([]),
    pdf: async (html) => {
      laid.push(html);
      return printerFails ? fail({ code: 'printFailed', detail: '' }) : succeed(new TextEncoder().encode('%PDF-1.7'));
    },
    print: async (html) => {
      papers.push(html);
      return printerFails ? fail({ code: 'printFailed', detail: '' }) : succeed(null);
    },
    close: async () => undefined,
  };
  bed = await appBed({ files, printer });
  await receive();
});
afterEach(() => bed.remove());

/** a character of JIS level 4, as the register has it: the certificate bears another one, CP932 none */
async function receive(): Promise<void> {
  const facts = visitOf();
  const holder = { ...facts.holder, name: '練習 𠮷子' };
  const substitutions = { name: [{ index: 3, original: '𠮷', substitute: '吉' }], address: [] };
  await bed.counter.call('receive.record', {
    requestId: requestId(),
    draft: null,
    facts: { ...facts, holder, substitutions },
    shown: { verdict: 'accept', route: 'sameDay' },
    note: '',
    backEntry: null,
    approval: null,
  });
  await bed.signInAs(supervisor);
}

const chosen = { day: '2026-11-24', office: 'shiminka' } as const;
const lastEvent = () => bed.ledger().outgoing(0).at(-1)?.body ?? '';

describe('日報の書き出し (B5)', () => {
  test.each(['csv', 'xlsx', 'pdf', 'json'] as const)('%sは、台帳に残してから書く', async (format) => {
    const before = bed.events();
    const answer = await bed.counter.call('dayLog.export', { ...chosen, format });
    expect(answer.rows).toBe(1);
    expect(saved.map(({ events }) => events)).toEqual([before + 1]);
    expect(bed.events()).toBe(before + 1);
    expect(JSON.parse(lastEvent())).toMatchObject({
      type: 'exported',
      payload: { what: 'dayLog', format, day: '2026-11-24', office: 'shiminka', rows: 1 },
    });
  });

  test('範囲と全窓口と手続も、そのとおり台帳に残る', async () => {
    const choice = { day: '2026-11-23', until: '2026-11-25', office: 'all', procedure: 'revoke' } as const;
    expect(await bed.counter.call('dayLog.export', { ...choice, format: 'csv' })).toMatchObject({ rows: 0 });
    expect(JSON.parse(lastEvent()).payload).toEqual({
      ...{ what: 'dayLog', format: 'csv', day: '2026-11-23', until: '2026-11-25', office: null },
      ...{ procedure: 'revoke', rows: 0 },
    });
    expect(saved[0]?.name).toBe('日報-全窓口-20261123-20261125-失効.csv');
  });

  test('CP932にない字があれば、どこの何の字かを言い、何も書かない。見せたことは残す', async () => {
    const refused = await bed.counter.refused('dayLog.export', { ...chosen, format: 'csvCp932' });
    expect(refused.code).toBe('charactersDoNotFit');
    expect(refused.fields.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^S01-20261124-0001-\d 氏名 「𠮷」\(U\+20BB7\)$/u),
    ]);
    expect(saved).toEqual([]);
    expect(JSON.parse(lastEvent())).toMatchObject({ type: 'shown', payload: { what: 'dayLog', rows: 1 } });
  });

  test('置き換える字を選べば書き、いくつ置き換えたかを答える', async () => {
    const answer = await bed.counter.call('dayLog.export', { ...chosen, format: 'csvCp932', replacement: '〓' });
    expect(answer).toMatchObject({ rows: 1, replaced: 1 });
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(saved[0]?.content)).toContain('練習 〓子');
  });

  test('PDFは、一日ごとに三か所の計と各窓口の一枚ずつで、この書き出しを含む頭がある', async () => {
    await bed.counter.call('dayLog.export', { ...chosen, office: 'all', until: '2026-11-25', format: 'pdf' });
    expect(laid[0]?.match(/<section class="sheet/g)).toHaveLength(8);
    const head = bed.ledger().reads.count().head.slice(0, 16);
    expect(laid[0]).toContain(head.match(/.{4}/g)?.join(' '));
  });

  test('PDFを作れなければ、そう言い、何も書かない', async () => {
    printerFails = true;
    expect((await bed.counter.refused('dayLog.export', { ...chosen, format: 'pdf' })).code).toBe('sheetNotMade');
    expect(saved).toEqual([]);
  });

  test.each([
    ['逆さの', '2026-11-23'],
    ['366日を超える', '2027-11-25'],
  ])('%s範囲は断り、何も書かない', async (_, until) => {
    const before = bed.events();
    expect((await bed.counter.refused('dayLog.export', { ...chosen, until, format: 'csv' })).code).toBe('rangeTooLong');
    expect([saved.length, bed.events()]).toEqual([0, before]);
  });
});

describe('日報の印刷 (B3, B5)', () => {
  const events = () =>
    bed
      .ledger()
      .outgoing(0)
      .map(({ body }) => JSON.parse(body))
      .filter(({ type }) => type === 'printed' || type === 'printFailed');

  test('見本は、見せたことを残してから作り、刷ったとは残さない', async () => {
    await bed.counter.call('dayLog.preview', chosen);
    expect(JSON.parse(lastEvent())).toMatchObject({ type: 'shown', payload: { what: 'printPreview', rows: 1 } });
    expect(events()).toEqual([]);
  });

  test('紙に出す前に台帳に残し、その記録を含む頭が紙に載る', async () => {
    expect(await bed.counter.call('dayLog.print', { requestId: requestId(), ...chosen, to: 'printer' })).toEqual({
      path: null,
    });
    expect(events()).toMatchObject([
      { type: 'printed', version: 2, payload: { form: 'dayLog', copy: 1, to: 'printer', cases: [expect.any(String)] } },
    ]);
    const head = bed.ledger().reads.count().head.slice(0, 16);
    expect(papers[0]).toContain(head.match(/.{4}/g)?.join(' '));
  });

  test('紙に出なければ、そのことも台帳に残る', async () => {
    printerFails = true;
    const failed = await bed.counter.refused('dayLog.print', { requestId: requestId(), ...chosen, to: 'printer' });
    expect(failed.code).toBe('printFailed');
    expect(events().map(({ type, payload }) => [type, payload.form])).toEqual([
      ['printed', 'dayLog'],
      ['printFailed', 'dayLog'],
    ]);
  });

  test('同じ依頼を二度受けても、刷るのは一度', async () => {
    const same = { requestId: requestId(), ...chosen, to: 'printer' } as const;
    await bed.counter.call('dayLog.print', same);
    await bed.counter.call('dayLog.print', same);
    expect([papers.length, events().length]).toEqual([1, 1]);
  });

  test('PDFに保存すれば、置き場所を答える', async () => {
    const { path } = await bed.counter.call('dayLog.print', { requestId: requestId(), ...chosen, to: 'file' });
    expect([path, saved.map(({ name }) => name)]).toEqual(['日報-市民課-20261124.pdf', ['日報-市民課-20261124.pdf']]);
  });
});
