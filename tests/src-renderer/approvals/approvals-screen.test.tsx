import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useApprovals } from '../../../src-renderer/store/approvals-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { ApprovalRow } from '../../../src-shared/contract/api/approval-api.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { type FakeCounter, fakeCounter, Refusal } from '../fake-counter.ts';
import { button, compose, confirmComposition, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { f11 } from '../receive/form-page.ts';
import { clerk, id, quietHome, supervisor } from '../samples.ts';

afterEach(() => {
  useApprovals.setState(useApprovals.getInitialState(), true);
});

const dateRequest: ApprovalRow = {
  request: id(0x501),
  act: 'terminalDate',
  case: id(0x1005),
  receipt: 'S01-20261124-0005-0',
  name: '練習 千字',
  office: 'shiminka',
  asked: '見本 窓口',
  askedByMe: false,
  askedAt: '2026-11-24T10:31:00.000+09:00',
  reason: '端末の画面を二人で確かめたが、カードの期限と異なる',
  words: ['署名用の満了日を、端末の表示 2029年9月21日とします。', '台帳の計算は2029年9月12日(V3)です。'],
};
const ownCorrection: ApprovalRow = {
  ...dateRequest,
  request: id(0x502),
  act: 'correction',
  receipt: 'S01-20261120-0004-0',
  name: '例 拓',
  asked: '見本 責任',
  askedByMe: true,
  askedAt: '2026-11-24T10:40:00.000+09:00',
  reason: '通知で届いた生年月日に改める',
  words: ['生年月日を「昭和63年4月1日」から「昭和63年4月11日」に訂正します。'],
};

async function openApprovals(
  handlers: Parameters<FakeCounter['answer']>[0] = {},
  changes: Partial<ProgramStatus> = { user: supervisor },
): Promise<FakeCounter> {
  const fake = fakeCounter(changes);
  fake.answer({
    'home.today': () => ({ ...quietHome(), approvalsWaiting: 2 }),
    'approval.list': () => ({ waiting: [dateRequest, ownCorrection] }),
    'approval.answer': () => ({ waiting: [ownCorrection] }),
    ...handlers,
  });
  open(fake);
  await untilText('責任者の承認を待っている依頼があります。');
  await userEvent.click(button('承認待ちを開く'));
  await untilText('頼んだ職員');
  return fake;
}

const note = (): HTMLInputElement => document.getElementById('approval-note') as HTMLInputElement;
const answers = (fake: FakeCounter) => fake.calls.filter(({ method }) => method === 'approval.answer');

async function openFirst(): Promise<void> {
  await until('焦点', () => document.activeElement?.textContent === '練習 千字');
  await userEvent.keyboard('{Enter}');
  await untilText('承認すると、次のとおり記録します。');
}

describe('承認待ち (B7)', () => {
  test('行を開くと、記録される内容、頼んだ職員、理由が出る', async () => {
    await openApprovals();
    await openFirst();
    expect(visibleText()).toContain('署名用の満了日を、端末の表示 2029年9月21日とします。');
    expect(visibleText()).toContain('端末の画面を二人で確かめたが、カードの期限と異なる');
    expect(visibleText()).toContain('見本 窓口さんの依頼');
  });

  test('F11で承認し、次の依頼が残る', async () => {
    const fake = await openApprovals();
    await openFirst();
    expect(f11()).toBe('F11 承認する');
    await userEvent.keyboard('{F11}');
    await untilText('承認しました S01-20261124-0005-0');
    expect(answers(fake)[0]?.input).toMatchObject({ request: dateRequest.request, approve: true, note: '' });
    expect(visibleText()).toContain('例 拓');
    expect(visibleText()).not.toContain('練習 千字');
  });

  test('承認しないときは、理由を書くまで送らない', async () => {
    const fake = await openApprovals({ 'approval.answer': () => ({ waiting: [] }) });
    await openFirst();
    await userEvent.keyboard('{F8}');
    await untilText('承認しない理由を入力してください。');
    await until('焦点', () => document.activeElement === note());
    expect(answers(fake)).toHaveLength(0);
    await userEvent.keyboard('カードの期限をもう一度見てください{F8}');
    await untilText('承認しませんでした S01-20261124-0005-0');
    expect(answers(fake)[0]?.input).toMatchObject({ approve: false, note: 'カードの期限をもう一度見てください' });
  });

  test('自分の依頼は承認も不承認もできず、わけが出る', async () => {
    const fake = await openApprovals();
    await until('焦点', () => document.activeElement?.textContent === '練習 千字');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await untilText('自分の依頼は承認できません。別の責任者に頼んでください(B7)。');
    await userEvent.keyboard('{F11}');
    await userEvent.keyboard('{F8}');
    button('承認する').click();
    expect(answers(fake)).toHaveLength(0);
  });

  test('窓口の職員は読めるが、答えられない', async () => {
    const fake = await openApprovals({}, { user: clerk });
    await openFirst();
    expect(visibleText()).toContain('承認は責任者か管理者が行います。');
    await userEvent.keyboard('{F11}');
    expect(answers(fake)).toHaveLength(0);
  });

  test('答えられなかったときは、わけを言い、書いたものは残る', async () => {
    const fake = await openApprovals({
      'approval.answer': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await openFirst();
    await userEvent.fill(note(), '確かめました');
    await userEvent.keyboard('{F11}');
    await untilText('ほかの処理が台帳を使っています');
    expect(note().value).toBe('確かめました');
    expect(fake.count('approval.list')).toBeGreaterThan(1);
  });

  test('返事が失われたら、同じ番号で確かめ直す', async () => {
    let asked = 0;
    const fake = await openApprovals({
      'approval.answer': () => {
        asked += 1;
        if (asked === 1) throw new Refusal('resultUnknown');
        return { waiting: [] };
      },
    });
    await openFirst();
    await userEvent.keyboard('{F11}');
    await untilText('記録できたか分かりません');
    await userEvent.click(button('もう一度確かめる'));
    await untilText('承認しました');
    const numbers = answers(fake).map(({ input }) => (input as { requestId: string }).requestId);
    expect(numbers[0]).toBe(numbers[1]);
  });

  test('変換中のEnterでは何も送らない', async () => {
    const fake = await openApprovals();
    await openFirst();
    note().focus();
    await compose('確認');
    await confirmComposition('確認');
    expect(answers(fake)).toHaveLength(0);
  });

  test('個人番号らしい数字は送らない', async () => {
    const fake = await openApprovals();
    await openFirst();
    await userEvent.fill(note(), '123456789018');
    await userEvent.keyboard('{F11}');
    expect(answers(fake)).toHaveLength(0);
  });

  test('待っている依頼がないときは、そう言う', async () => {
    await openApprovals({ 'approval.answer': () => ({ waiting: [] }) });
    await openFirst();
    await userEvent.keyboard('{F11}');
    await untilText('承認を待っている依頼はありません。');
    await userEvent.keyboard('{Escape}{Escape}');
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });

  test('だれにでも使える', async () => {
    await openApprovals();
    await openFirst();
    for (const [width, height] of [
      [1366, 768],
      [1093, 614],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });
});
