import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Printer } from '../../../src-main/app/ports.ts';
import { reasonNotToPrint } from '../../../src-main/app/print-forms.ts';
import { savedAsOne } from '../../../src-main/system/kept-files.ts';
import type { PrintForm } from '../../../src-shared/contract/print-view.ts';
import type { CaseState } from '../../../src-shared/domain/case/case.ts';
import { fail, succeed } from '../../../src-shared/kernel/result.ts';
import { administrator, agentOf, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

/** 替え玉のプリンター: remembers each sheet, and how far the ledger was when it came */
function recordingPrinter(events: () => number) {
  const sheets: { readonly how: 'pictures' | 'pdf' | 'print'; readonly html: string; readonly events: number }[] = [];
  const state: { fails: 'printerMissing' | 'printFailed' | null; breaks: boolean; before: () => Promise<void> } = {
    fails: null,
    breaks: false,
    before: async () => undefined,
  };
  const take = async <Value>(how: (typeof sheets)[number]['how'], html: string, value: Value) => {
    sheets.push({ how, html, events: events() });
    await state.before();
    if (state.breaks) throw new Error('broken off');
    return state.fails === null ? succeed(value) : fail({ code: state.fails, detail: 'as the test wants' });
  };
  const printer: Printer = {
    pictures: (html) => take('pictures', html, [new Uint8Array([1, 2, 3])]),
    pdf: (html) => take('pdf', html, new TextEncoder().encode('%PDF-1.7')),
    print: (html) => take('print', html, null),
    close: async () => undefined,
  };
  return { printer, sheets, state };
}

const agentVisit = visitOf({
  visitor: agentOf({ name: '見本 太郎', reason: '本人が入院しているため' }),
});

let bed: AppBed;
let recording: ReturnType<typeof recordingPrinter>;
let caseId = '';
beforeEach(async () => {
  recording = recordingPrinter(() => bed.events());
  bed = await appBed({ printer: recording.printer });
  caseId = await receive();
});
afterEach(() => bed.remove());

async function receive(facts = visitOf()): Promise<string> {
  const shown = { verdict: 'accept', route: facts.visitor.capacity === 'holder' ? 'sameDay' : 'inquiry' } as const;
  return (
    await bed.counter.call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts,
      shown,
      note: '',
      backEntry: null,
      approval: null,
    })
  ).case;
}

const run = (change: Partial<{ form: PrintForm; cases: string[]; to: 'printer' | 'file'; requestId: string }> = {}) =>
  bed.counter.ask('print.run', {
    requestId: requestId(),
    form: 'application',
    cases: [caseId],
    to: 'printer',
    ...change,
  });

async function copiesOf(form: PrintForm): Promise<number | undefined> {
  const { forms } = await bed.counter.call('print.choices', { case: caseId });
  return forms.find((each) => each.form === form)?.copies;
}

const version = async () => (await bed.counter.call('case.open', { case: caseId })).summary.version;

describe('印刷 (B3, B5)', () => {
  test('台帳に残してから紙が出て、部目と、それを含む頭の8桁が紙にある', async () => {
    const before = bed.events();
    expect(await run()).toMatchObject({ ok: true, value: { path: null, copies: [{ case: caseId, copy: 1 }] } });
    const [sheet] = recording.sheets;
    expect(sheet?.how).toBe('print');
    expect(sheet?.events).toBe(before + 1);
    expect(bed.events()).toBe(before + 1);
    expect(sheet?.html).toContain('1部目');
    expect(sheet?.html).toMatch(/確認符号 [0-9a-f]{4} [0-9a-f]{4}/);
    expect(sheet?.html).toContain('練習 花子');
  });

  test('二部目は二部目と数え、様式ごとに別に数える', async () => {
    await run();
    expect(await run()).toMatchObject({ ok: true, value: { copies: [{ copy: 2 }] } });
    expect(await run({ form: 'receiptSlip' })).toMatchObject({ ok: true, value: { copies: [{ copy: 1 }] } });
    expect(await copiesOf('application')).toBe(2);
    expect(await copiesOf('receiptSlip')).toBe(1);
  });

  test('何部刷っても、受付は変わらない', async () => {
    const before = await version();
    await run();
    await run({ to: 'file' });
    recording.state.fails = 'printFailed';
    await run();
    expect(await version()).toBe(before);
  });

  test.each(['printFailed', 'printerMissing'] as const)('刷れなかった部は数えず、もう一度刷れる(%s)', async (code) => {
    await run();
    recording.state.fails = code;
    const before = bed.events();
    const failed = await run();
    expect(failed).toMatchObject({ ok: false, failure: { code } });
    expect(failed.ok || failed.failure.message).toContain('記録は済んでいます');
    // Both are kept: that it was to be printed, and that it was not.
    expect(bed.events()).toBe(before + 2);
    expect(await copiesOf('application')).toBe(1);
    recording.state.fails = null;
    expect(await run()).toMatchObject({ ok: true, value: { copies: [{ copy: 2 }] } });
    expect(await copiesOf('application')).toBe(2);
  });

  test('思わぬことで途切れても、その部は数えない', async () => {
    recording.state.breaks = true;
    expect(await run()).toMatchObject({ ok: false, failure: { code: 'defect' } });
    expect(await copiesOf('application')).toBe(0);
  });

  test('同じ依頼が二度来ても、紙は一度だけ出る', async () => {
    const same = requestId();
    await run({ requestId: same });
    const before = bed.events();
    expect(await run({ requestId: same })).toMatchObject({ ok: true, value: { path: null, copies: [{ copy: 1 }] } });
    expect(recording.sheets.length).toBe(1);
    expect(bed.events()).toBe(before);
  });

  test('刷れなかった依頼が同じ番号で来たら、刷れたとは言わない', async () => {
    const same = requestId();
    recording.state.fails = 'printFailed';
    await run({ requestId: same });
    recording.state.fails = null;
    expect(await run({ requestId: same })).toMatchObject({ ok: false, failure: { code: 'printFailed' } });
    expect(recording.sheets.length).toBe(1);
  });

  test('記録できなければ、紙は出ない', async () => {
    bed.clock.set('2026-11-24T09:00');
    expect(await run()).toMatchObject({ ok: false, failure: { code: 'clockWentBack' } });
    expect(recording.sheets).toEqual([]);
  });

  test('PDFは置き場所に残り、名前に人の名前は入らない', async () => {
    const answer = await run({ to: 'file' });
    const path = answer.ok ? answer.value.path : null;
    expect(path).toMatch(/申請書\(様式第1\)-S01-20261124-0001-\d-1部目\.pdf$/);
    expect(readFileSync(path ?? '', 'utf8')).toBe('%PDF-1.7');
  });

  test('何日分もの受付の一部でも合わなければ、一部も刷らない', async () => {
    const before = bed.events();
    expect(await run({ cases: [caseId, 'f'.repeat(32)] })).toMatchObject({
      ok: false,
      failure: { code: 'caseNotFound' },
    });
    expect(await run({ form: 'addressLabel' })).toMatchObject({ ok: false, failure: { code: 'nothingToPrint' } });
    expect(bed.events()).toBe(before);
    expect(recording.sheets).toEqual([]);
  });

  test('一度に何件でも、どの受付にも部目を残す', async () => {
    const first = await receive(agentVisit);
    const second = await receive(agentVisit);
    const before = bed.events();
    const answer = await run({ form: 'addressLabel', cases: [first, second, first] });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        copies: [
          { case: first, copy: 1 },
          { case: second, copy: 1 },
        ],
      },
    });
    expect(bed.events()).toBe(before + 2);
    expect(recording.sheets[0]?.html.match(/class="label"/g)?.length).toBe(2);
  });

  test('ここまでの記録に、印刷も、刷れなかったことも出る', async () => {
    await run();
    recording.state.fails = 'printFailed';
    await run({ form: 'receiptSlip' });
    const { history } = await bed.counter.call('case.open', { case: caseId });
    expect(history.map(({ what }) => what).slice(-3)).toEqual([
      '印刷 申請書(様式第1) 1部目',
      '印刷 受付票 1部目',
      '印刷できず 受付票 1部目',
    ]);
  });
});

describe('置き場所に書けないとき', () => {
  test('書き出せないと言い、その部は数えない', async () => {
    bed.remove();
    const files = savedAsOne(() => fail({ code: 'fileNotWritten', detail: 'full' }));
    bed = await appBed({ printer: recording.printer, files });
    caseId = await receive();
    expect(await run({ to: 'file' })).toMatchObject({ ok: false, failure: { code: 'fileNotWritten' } });
    expect(await copiesOf('application')).toBe(0);
  });
});

describe('見本', () => {
  test('見せる前に残し、部は数えない', async () => {
    const before = bed.events();
    const preview = await bed.counter.call('print.preview', { form: 'application', cases: [caseId] });
    expect(preview).toEqual({ title: '申請書(様式第1)', pages: ['AQID'], copiesNext: [{ case: caseId, copy: 1 }] });
    expect(recording.sheets[0]?.events).toBe(before + 1);
    expect(recording.sheets[0]?.html).toContain('見本・1 / 1');
    expect(await copiesOf('application')).toBe(0);
  });

  test('待つ間にロックされたら、見せない', async () => {
    recording.state.before = async () => {
      await bed.counter.call('session.lock', { reason: 'key' });
    };
    expect((await bed.counter.refused('print.preview', { form: 'application', cases: [caseId] })).code).toBe('locked');
  });

  test('刷る道具がなければ、そう言う', async () => {
    recording.state.fails = 'printerMissing';
    expect((await bed.counter.refused('print.preview', { form: 'application', cases: [caseId] })).code).toBe(
      'printerMissing',
    );
  });
});

describe('用紙を選ぶ', () => {
  const sensible = async (id: string) =>
    (await bed.counter.call('print.choices', { case: id })).forms
      .filter(({ reasonNot }) => reasonNot === null)
      .map(({ form }) => form);

  test('即日の受付には、申請書と持ち物と受付票', async () => {
    expect(await sensible(caseId)).toEqual(['application', 'checklist', 'receiptSlip']);
  });

  test('照会の受付には宛名ラベルもあり、照会書は投函を記録してから (B3)', async () => {
    const inquiry = await receive(agentVisit);
    expect(await sensible(inquiry)).toEqual(['application', 'checklist', 'receiptSlip', 'addressLabel']);
    expect(await run({ form: 'inquiryLetter', cases: [inquiry] })).toMatchObject({
      ok: false,
      failure: { code: 'letterNotPosted' },
    });
    expect(recording.sheets).toEqual([]);
  });

  test('失効の受付には様式第3、通知や職権による失効には申請書を刷らない', () => {
    const state = (cause: CaseState['lines'][number]['cause']) =>
      // Only the lines and the route are looked at.
      ({ route: 'sameDay', lines: [{ procedure: 'revoke', cause, outcome: 'open' }] }) as unknown as CaseState;
    for (const cause of ['X1', 'X2'] as const) expect(reasonNotToPrint('revocation', state(cause))).toBeNull();
    for (const cause of ['X3', 'X3d', 'X4', 'X5'] as const)
      expect(reasonNotToPrint('revocation', state(cause))).toBe('nothingToPrint');
    expect(reasonNotToPrint('application', state('X1'))).toBe('nothingToPrint');
  });
});

describe('宛名の位置', () => {
  const set = (xMm: number, yMm: number) => bed.counter.ask('print.setOffsets', { requestId: requestId(), xMm, yMm });

  test('決めるまでは0、管理者だけが決められ、決めたとおりに刷る', async () => {
    expect(await bed.counter.call('print.offsets', {})).toEqual({ xMm: 0, yMm: 0 });
    for (const who of [supervisor]) {
      await bed.signInAs(who);
      expect(await set(1, 1)).toMatchObject({ ok: false, failure: { code: 'notAllowed' } });
    }
    await bed.signInAs(administrator);
    expect(await set(2.5, -1)).toEqual({ ok: true, value: { xMm: 2.5, yMm: -1 } });
    expect(await bed.counter.call('print.offsets', {})).toEqual({ xMm: 2.5, yMm: -1 });
  });

  test.each([
    [-10, 10, true],
    [10, -10, true],
    [-10.5, 0, false],
    [0, 10.5, false],
    [0.25, 0, false],
    [0.5, 0, true],
  ])('右へ%d 下へ%d は、%s', async (xMm, yMm, taken) => {
    await bed.signInAs(administrator);
    const answer = await set(xMm, yMm);
    expect(answer.ok).toBe(taken);
    if (!answer.ok)
      expect(answer.failure).toMatchObject({
        code: 'badFields',
        fields: [{ message: expect.stringContaining('0.5mm') }],
      });
  });
});

test('何も刷らない本体は、刷れないと正直に言う', async () => {
  bed.remove();
  bed = await appBed();
  caseId = await receive();
  expect(await run()).toMatchObject({ ok: false, failure: { code: 'printerMissing' } });
  expect(await copiesOf('application')).toBe(0);
});
