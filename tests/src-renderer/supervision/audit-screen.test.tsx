import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { fakeCounter, Refusal } from '../fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { clerk, id } from '../samples.ts';
import { auditRow, hintsOf, listed, nightHint, openAudit } from './audit-page.ts';

const inputs = (fake: Awaited<ReturnType<typeof openAudit>>, method: string) =>
  fake.calls.filter((call) => call.method === method).map(({ input }) => input as Record<string, unknown>);
const field = (fieldId: string) => document.getElementById(fieldId) as HTMLInputElement;

describe('監査 (B5)', () => {
  test('開くと、この7日の一覧が出て、始まりの日に焦点がある', async () => {
    const fake = await openAudit();
    await untilText('日報を見た');
    expect(inputs(fake, 'audit.list')[0]).toMatchObject({ from: '2026-11-18', until: '2026-11-24', person: null });
    await until('焦点', () => document.activeElement === field('audit-from'));
    expect(visibleText()).toContain('S01 0004 例 拓');
    expect(visibleText()).toContain('52');
  });

  test('日を打ってEnterで読み、読めない日は欄で言って読まない', async () => {
    const fake = await openAudit();
    await untilText('日報を見た');
    await userEvent.fill(field('audit-from'), 'R8.11.1');
    await userEvent.fill(field('audit-until'), 'R8.11.10');
    await userEvent.keyboard('{Enter}');
    await until('読み直し', () => fake.count('audit.list') === 2);
    expect(inputs(fake, 'audit.list')[1]).toMatchObject({ from: '2026-11-01', until: '2026-11-10' });
    await userEvent.fill(field('audit-until'), 'R8.10.10');
    await userEvent.keyboard('{Enter}');
    await untilText('終わりの日が、始まりの日より前です。');
    expect(fake.count('audit.list')).toBe(2);
  });

  test('職員を選ぶとすぐ絞り、あとの返事が前の返事で上書きされない', async () => {
    let asked = 0;
    let free: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      free = resolve;
    });
    const fake = await openAudit({
      'audit.list': async ({ staff, act }) => {
        asked += 1;
        if (staff !== null && act === null) await slow;
        return listed([auditRow(1, { what: act === null ? '遅い返事' : '速い返事' })]);
      },
    });
    await until('読んだ', () => asked === 1);
    await userEvent.selectOptions(field('audit-staff'), '見本 窓口(職員)');
    await userEvent.selectOptions(field('audit-act'), '印刷した');
    await untilText('速い返事');
    free();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(visibleText()).toContain('速い返事');
    expect(inputs(fake, 'audit.list').at(-1)).toMatchObject({ staff: id(1), act: 'printed' });
  });

  test('↓とEnterで行を開き、その人で絞れる', async () => {
    const fake = await openAudit();
    await untilText('日報を見た');
    (document.querySelector('.row-open') as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('日報を見た');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await untilText('この人で絞る');
    await userEvent.click(button('この人で絞る'));
    await until('読み直し', () => fake.count('audit.list') === 2);
    expect(inputs(fake, 'audit.list')[1]).toMatchObject({ person: id(0x1004), staff: null, act: null });
  });

  test('人の監査は、含むかもしれない書き出しをそう言う', async () => {
    await openAudit({
      'audit.list': () => ({
        ...listed([auditRow(1, { what: '日報をCSVに書き出した', of: '', mayContain: true })]),
        person: { case: id(0x1004), name: '例 拓' },
      }),
    });
    await untilText('例 拓さんに関わるもの');
    expect(visibleText()).toContain('含むかもしれない');
  });

  test('続きを読むと、前の行のあとに足される', async () => {
    const fake = await openAudit({
      'audit.list': ({ before }) => (before === null ? listed([auditRow(1)], true) : listed([auditRow(2)])),
    });
    await untilText('続きを読む');
    await userEvent.click(button('続きを読む'));
    await untilText('受付を見た 2');
    expect(visibleText()).toContain('受付を見た 1');
    expect(inputs(fake, 'audit.list')[1]?.['before']).toEqual(auditRow(1).place);
  });

  test('F10で形を選んで書き出し、F9で印刷する。どちらもいまの絞り込みで', async () => {
    const fake = await openAudit({
      'audit.export': () => ({ path: '/exports/監査.xlsx', rows: 2 }),
      'audit.print': () => ({ path: null, rows: 2 }),
    });
    await untilText('日報を見た');
    await userEvent.keyboard('{F10}');
    await untilText('監査の一覧を書き出します');
    await userEvent.keyboard('{Enter}');
    await untilText('監査の一覧を書き出しました(2行)');
    expect(inputs(fake, 'audit.export')[0]).toMatchObject({ format: 'xlsx', from: '2026-11-18', until: '2026-11-24' });
    await userEvent.keyboard('{Escape}{F9}');
    await untilText('監査の一覧を印刷しました(2行)');
    expect(inputs(fake, 'audit.print')[0]).toMatchObject({ to: 'printer' });
  });

  test('読めなかったときは、わけを言う', async () => {
    await openAudit({
      'audit.list': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await untilText('ほかの処理が台帳を使っています');
  });

  test('Escで今日の窓口へ戻る', async () => {
    await openAudit();
    await untilText('日報を見た');
    await userEvent.keyboard('{Escape}');
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });
});

describe('監査の気づき', () => {
  async function openHint(handlers: Parameters<typeof openAudit>[0] = {}) {
    const fake = await openAudit(handlers);
    await untilText('気づき 1件');
    await userEvent.keyboard('{F8}');
    await untilText('夜の印刷・書き出し');
    await until('焦点', () => document.activeElement?.textContent === '夜の印刷・書き出し');
    await userEvent.keyboard('{Enter}');
    await untilText('もとの行');
    return fake;
  }
  const note = () => field('audit-hint-note');

  test('F8で気づきを開き、確かめたことを書いてF11で済ませる', async () => {
    const fake = await openHint();
    expect(visibleText()).toContain('見つかった数 1・目安 1');
    await userEvent.fill(note(), '当直の職員に確かめた');
    await userEvent.keyboard('{F11}');
    await untilText('確かめたと記録しました');
    expect(inputs(fake, 'audit.reviewHint')[0]).toMatchObject({ hint: nightHint.hint, note: '当直の職員に確かめた' });
    await untilText('確かめる気づきはありません。');
  });

  test('何も書かずにF11を押すと、欄で言い、送らない', async () => {
    const fake = await openHint();
    await userEvent.keyboard('{F11}');
    await untilText('確かめたことを入力してください。');
    await until('焦点', () => document.activeElement === note());
    expect(fake.count('audit.reviewHint')).toBe(0);
  });

  test('返事が失われたら、書いたものは残り、同じ番号で確かめ直す', async () => {
    let asked = 0;
    const fake = await openHint({
      'audit.reviewHint': () => {
        asked += 1;
        if (asked === 1) throw new Refusal('resultUnknown');
        return hintsOf([]);
      },
    });
    await userEvent.fill(note(), '当直の職員に確かめた');
    await userEvent.keyboard('{F11}');
    await untilText('記録できたか分かりません');
    expect(note().value).toBe('当直の職員に確かめた');
    await userEvent.click(button('もう一度確かめる'));
    await untilText('確かめたと記録しました');
    const numbers = inputs(fake, 'audit.reviewHint').map((input) => input['requestId']);
    expect(numbers[0]).toBe(numbers[1]);
  });

  test('書きかけは、今日の窓口へ行って戻っても残る', async () => {
    await openHint();
    await userEvent.fill(note(), '書きかけの内容');
    await userEvent.keyboard('{F2}');
    await untilText('監査を開く');
    await userEvent.click(button('監査を開く'));
    await untilText('もとの行');
    expect(note().value).toBe('書きかけの内容');
  });

  test('自分に関わるものは、数だけを言う', async () => {
    await openAudit({ 'audit.hints': () => hintsOf([], 1) });
    await untilText('気づき 0件');
    await userEvent.keyboard('{F8}');
    await untilText('あなたに関わる気づきが1件あります');
  });
});

test('だれにでも使える', async () => {
  await openAudit();
  await untilText('日報を見た');
  for (const [width, height] of [
    [1366, 768],
    [1093, 614],
    [683, 700],
  ] as const) {
    await page.viewport(width, height);
    expect(await violations(), `${width}px`).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  await page.viewport(1366, 768);
  await userEvent.keyboard('{F8}');
  await untilText('夜の印刷・書き出し');
  await userEvent.keyboard('{Enter}');
  await untilText('もとの行');
  for (const [width, height] of [
    [1366, 768],
    [683, 700],
  ] as const) {
    await page.viewport(width, height);
    expect(await violations(), `気づき ${width}px`).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
});

test('窓口の職員には、今日の窓口に監査と抽出確認の入口が出ない', async () => {
  open(fakeCounter({ user: clerk }));
  await untilText('期限の近い照会書');
  expect(visibleText()).not.toContain('監査を開く');
  expect(visibleText()).not.toContain('抽出確認を開く');
});
