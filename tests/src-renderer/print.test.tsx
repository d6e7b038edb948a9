import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useLetterPlace } from '../../src-renderer/store/letter-place-slice.ts';
import { usePrint } from '../../src-renderer/store/print-slice.ts';
import { useProgram } from '../../src-renderer/store/program-slice.ts';
import { useSettings } from '../../src-renderer/store/settings-slice.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter, Refusal } from './fake-counter.ts';
import { detailOf, openCase } from './issue-record/case-page.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { administrator } from './samples.ts';

afterEach(() => {
  usePrint.setState(usePrint.getInitialState(), true);
  useLetterPlace.setState(useLetterPlace.getInitialState(), true);
});

const caseId = detailOf().summary.case;
const onePoint = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const forms = [
  { form: 'application', copies: 1, reasonNot: null },
  { form: 'inquiryLetter', copies: 0, reasonNot: 'この受付では、この用紙は使いません。' },
  { form: 'receiptSlip', copies: 0, reasonNot: null },
] as const;

type Handlers = Parameters<FakeCounter['answer']>[0];

async function chooseForm(handlers: Handlers = {}): Promise<FakeCounter> {
  const fake = await openCase(detailOf(), {
    'print.choices': () => ({ forms: forms.map((each) => ({ ...each })) }),
    'print.preview': () => ({
      title: '申請書(様式第1)',
      pages: [onePoint],
      copiesNext: [{ case: caseId, copy: 2 }],
    }),
    'print.run': () => ({ path: null, copies: [{ case: caseId, copy: 2 }] }),
    ...handlers,
  });
  await userEvent.keyboard('{F9}');
  await untilText('印刷する用紙を選びます');
  await until('用紙', () => document.querySelectorAll('.print-forms button').length === forms.length);
  return fake;
}

async function preview(handlers: Handlers = {}): Promise<FakeCounter> {
  const fake = await chooseForm(handlers);
  await userEvent.keyboard('{Enter}');
  await until('見本', () => document.querySelector('.print-pages img') !== null);
  return fake;
}

// The fake parsed each input by the schema of its own method.
const runs = (fake: FakeCounter) =>
  fake.calls.filter(({ method }) => method === 'print.run').map(({ input }) => input as Input<'print.run'>);

describe('印刷の画面', () => {
  test('F9で用紙を選び、Enterで見本、Enterで印刷。キーだけで終わる', async () => {
    const fake = await preview();
    expect(document.activeElement).toBe(button('印刷'));
    await userEvent.keyboard('{Enter}');
    await untilText('プリンターに送りました(2部目)');
    expect(runs(fake)).toMatchObject([{ form: 'application', cases: [caseId], to: 'printer' }]);
    expect(visibleText()).toContain('3部目');
    await userEvent.keyboard('{Escape}{Escape}');
    await until('閉じる', () => document.querySelector('dialog[open]') === null);
  });

  test('用紙ごとに刷った部数と、刷れない訳があり、刷れない用紙は開かない', async () => {
    const fake = await chooseForm();
    expect(visibleText()).toContain('1部 印刷済');
    expect(visibleText()).toContain('まだ印刷していません');
    expect(visibleText()).toContain('この受付では、この用紙は使いません。');
    expect(document.activeElement?.textContent).toContain('申請書(様式第1)');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(fake.count('print.preview')).toBe(0);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await until('見本', () => fake.count('print.preview') === 1);
  });

  test('見本の絵には、何枚のうちの何枚目かの代わりの文がある', async () => {
    await preview({
      'print.preview': () => ({
        title: '照会書',
        pages: [onePoint, onePoint],
        copiesNext: [{ case: caseId, copy: 1 }],
      }),
    });
    expect([...document.querySelectorAll('.print-pages img')].map((each) => each.getAttribute('alt'))).toEqual([
      '申請書(様式第1)の見本 2枚のうち1枚目',
      '申請書(様式第1)の見本 2枚のうち2枚目',
    ]);
    expect(await violations()).toEqual([]);
  });

  test('印刷できなければ、記録は済んでいることと、することをその場で言い、もう一度刷れる', async () => {
    let jammed = true;
    const fake = await preview({
      'print.run': () => {
        if (jammed) throw new Refusal('printFailed');
        return { path: null, copies: [{ case: caseId, copy: 2 }] };
      },
    });
    await userEvent.keyboard('{Enter}');
    await untilText('印刷できませんでした');
    expect(visibleText()).toContain('受付の記録は済んでいます。紙を補給し');
    jammed = false;
    await userEvent.keyboard('{Enter}');
    await untilText('プリンターに送りました');
    expect(visibleText()).not.toContain('印刷できませんでした');
    const [first, second] = runs(fake);
    expect(first?.requestId).not.toBe(second?.requestId);
  });

  test('プリンターがなければ、PDFに保存できると言い、保存した場所を見せる', async () => {
    await preview({
      'print.run': ({ to }) => {
        if (to === 'printer') throw new Refusal('printerMissing');
        return { path: 'D:\\madoguchi\\exports\\申請書.pdf', copies: [{ case: caseId, copy: 2 }] };
      },
    });
    await userEvent.keyboard('{Enter}');
    await untilText('使えるプリンターがありません');
    expect(visibleText()).toContain('「PDFに保存」で用紙を残せます。');
    await userEvent.keyboard('{Tab}{Enter}');
    await untilText('PDFに保存しました(2部目)');
    expect(visibleText()).toContain('D:\\madoguchi\\exports\\申請書.pdf');
  });

  test('答えが届かなければ、同じ番号でもう一度たずねる', async () => {
    const fake = await preview();
    const answered = fake.invoke;
    let lost = true;
    Object.defineProperty(window, 'counter', {
      configurable: true,
      value: {
        invoke: async (method: string, json: string) => {
          const answer = await answered(method, json);
          if (method === 'print.run' && lost) {
            lost = false;
            throw new Error('lost');
          }
          return answer;
        },
      },
    });
    await userEvent.keyboard('{Enter}');
    await untilText('本体からの返事がありません');
    await userEvent.keyboard('{Enter}');
    await untilText('プリンターに送りました');
    const [first, second] = runs(fake);
    expect(first?.requestId).toBe(second?.requestId);
  });

  test('送っている間は、二度押しても一度だけ、Escでも閉じない', async () => {
    const gate = Promise.withResolvers<void>();
    const fake = await preview({
      'print.run': async () => {
        await gate.promise;
        return { path: null, copies: [{ case: caseId, copy: 2 }] };
      },
    });
    await userEvent.keyboard('{Enter}{Enter}{Escape}');
    expect(runs(fake).length).toBe(1);
    expect(document.querySelector('dialog[open]')).not.toBeNull();
    gate.resolve();
    await untilText('プリンターに送りました');
  });

  test('見本が出せなければ、その場で言い、もう一度出せる', async () => {
    await chooseForm({
      'print.preview': () => {
        throw new Refusal('printerMissing');
      },
    });
    await userEvent.keyboard('{Enter}');
    await untilText('使えるプリンターがありません');
    expect(document.activeElement).toBe(button('もう一度 見本を出す'));
    expect(await violations()).toEqual([]);
  });

  test('印刷のあと、受付の記録を読み直す', async () => {
    const fake = await preview();
    const before = fake.count('case.open');
    await userEvent.keyboard('{Enter}');
    await until('読み直し', () => fake.count('case.open') === before + 1);
  });

  test('見本を開いたまま替わると、次の職員には何も残らない', async () => {
    await preview();
    await useProgram.getState().signOut();
    await until('サインイン', () => visibleText().includes('サインイン'));
    expect(usePrint.getState().preview).toBeNull();
    expect(document.querySelector('.print-pages img')?.checkVisibility() ?? false).toBe(false);
  });
});

describe('照会書の宛名の位置', () => {
  async function openPlace(handlers: Handlers = {}): Promise<FakeCounter> {
    const fake = fakeCounter({ user: administrator });
    fake.answer({
      'home.today': () => ({
        day: '2026-11-24',
        cases: [],
        drafts: [],
        unfinishedBefore: [],
        lettersDueSoon: 0,
        sampling: null,
        approvalsWaiting: 0,
      }),
      'settings.view': () => ({ rules: { calendar: [], changes: [], holidays: [] }, fees: [], history: [] }),
      'print.offsets': () => ({ xMm: 0, yMm: 1.5 }),
      'print.setOffsets': ({ xMm, yMm }) => ({ xMm, yMm }),
      ...handlers,
    });
    open(fake);
    await untilText('今日の受付はまだありません。');
    useSettings.setState({ section: 'envelope' });
    useTask.getState().go({ kind: 'settings' });
    await until('欄', () => field('y').value === '1.5');
    return fake;
  }
  const field = (side: 'x' | 'y'): HTMLInputElement => {
    const found = document.getElementById(`letter-place-${side}`);
    return found instanceof HTMLInputElement ? found : document.createElement('input');
  };

  test('いまの位置が出て、全角で打ってもEnterで記録できる', async () => {
    const fake = await openPlace();
    await userEvent.fill(field('x'), '－２．５');
    await userEvent.keyboard('{Enter}{Enter}');
    await untilText('宛名の位置を記録しました');
    expect(fake.calls.find(({ method }) => method === 'print.setOffsets')?.input).toMatchObject({
      xMm: -2.5,
      yMm: 1.5,
    });
    expect(field('x').value).toBe('-2.5');
    expect(await violations()).toEqual([]);
  });

  test.each(['10.5', '-10.5', '0.3', '', 'あ'])('%j は記録せず、その欄で範囲を言う', async (typed) => {
    const fake = await openPlace();
    await userEvent.fill(field('x'), typed);
    await userEvent.click(button('位置を記録'));
    await untilText('-10から10まで、0.5きざみの数字で入力してください。');
    expect(fake.count('print.setOffsets')).toBe(0);
    expect(document.activeElement).toBe(field('x'));
  });
});
