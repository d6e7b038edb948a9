import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { homeRows, nextWord } from '../../src-renderer/screens/home/home-rows.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import { fakeCounter } from './fake-counter.ts';
import { button, open, untilText, violations, visibleText } from './mount.tsx';
import { id, quietHome, sampleCase } from './samples.ts';

const letter = { number: 1, postedOn: '2026-10-23', dueOn: '2026-11-22', acceptedUntil: '2026-11-24', returned: false };

function inquiry(number: number, name: string, change: Partial<CaseSummary>): CaseSummary {
  const base = sampleCase({
    number,
    at: '10:00',
    name,
    kana: 'レンシュウ',
    procedure: 'renew',
    kinds: ['userAuthentication', 'signature'],
    capacity: 'agent',
    route: 'inquiry',
    step: 'letterPosted',
    next: 'waitForReply',
    letter,
    handler: '見本 窓口',
  });
  return { ...base, ...change };
}

const cases = [
  inquiry(21, '練習 照会', {}),
  inquiry(22, '練習 宛所', { step: 'letterReturned', next: 'postAgain' }),
  inquiry(23, '練習 回答', {
    step: 'replyAccepted',
    next: 'recordIssuance',
    receivedAt: '2026-10-28T10:08:00.000+09:00',
  }),
  inquiry(24, '練習 期限', { lapsed: true, next: 'nothing' }),
  inquiry(25, '練習 停止', { step: 'verified', route: 'sameDay', held: 'L3', next: 'waitForSystem', letter: null }),
  inquiry(26, '練習 通知', {
    step: 'verified',
    capacity: null,
    route: null,
    held: 'X4',
    next: 'waitForSecondPerson',
    letter: null,
  }),
];

const row = (name: string): string => {
  const found = [...document.querySelectorAll<HTMLElement>('.home-table .ledger-row')].find((each) =>
    each.innerText.includes(name),
  );
  return found?.innerText.replaceAll(/\s+/gu, ' ') ?? '';
};

const withAll = () => ({ ...quietHome(), cases, lettersDueSoon: 4, approvalsWaiting: 1 });

describe('今日の窓口: すべての手続', () => {
  test('状態と次にすることが、照会・宛所不明・回答受領・期限切れ・停止中の言葉で出る', async () => {
    open(fakeCounter({}, { 'home.today': withAll }));
    await untilText('練習 照会');
    expect(row('練習 照会')).toMatch(/照会中.*回答を待つ/u);
    expect(row('練習 宛所')).toMatch(/宛所不明.*住所を確認・再投函/u);
    expect(row('練習 回答')).toMatch(/回答受領.*発行を記録/u);
    expect(row('練習 期限')).toContain('期限切れ');
    expect(row('練習 停止')).toMatch(/停止中.*復旧を待つ/u);
    expect(row('練習 通知')).toMatch(/通知.*停止中.*責任者を待つ/u);
    expect(await violations()).toEqual([]);
  });

  test('前の日の受付が今日進んだときは、時刻の欄にその日が出る', async () => {
    open(fakeCounter({}, { 'home.today': withAll }));
    await untilText('練習 回答');
    expect(row('練習 回答')).toMatch(/S01 0023\s*10\/28/u);
    expect(row('練習 照会')).not.toMatch(/\d+\/\d+/u);
  });

  test('することのあるものは要対応、外で待つものと済んだものは済みに入る', async () => {
    open(fakeCounter({}, { 'home.today': withAll }));
    await untilText('練習 照会');
    const counts = [...document.querySelectorAll('[role="tab"] b')].map((each) => each.textContent);
    expect(counts).toEqual(['6', '4', '0', '2']);
  });

  test.each([
    ['recordIssuance', '発行を記録'],
    ['recordRevocation', '失効を記録'],
    ['readDateAgain', '満了日を再確認'],
    ['waitForSystem', '復旧を待つ'],
    ['waitForSecondPerson', '責任者を待つ'],
    ['postLetter', '照会書を投函'],
    ['waitForReply', '回答を待つ'],
    ['postAgain', '住所を確認・再投函'],
    ['nothing', null],
  ] as const)('次にすること %s は「%s」', (next, words) => {
    expect(nextWord({ next, parked: false })).toBe(words);
    expect(nextWord({ next, parked: true })).toBe(words === null ? null : '引き継いで進める');
  });

  test('期限の近い照会書の数と、その一覧への道がある', async () => {
    open(fakeCounter({}, { 'home.today': withAll, 'letters.list': () => ({ day: '2026-11-24', letters: [] }) }));
    await untilText('期限の近い照会書 4件');
    await userEvent.click(button('照会の一覧を開く'));
    expect(useTask.getState().task).toEqual({ kind: 'letters' });
  });

  test('承認を待つ依頼があるときだけ、承認待ちへの道がある', async () => {
    const fake = fakeCounter({}, { 'home.today': withAll, 'approval.list': () => ({ waiting: [] }) });
    open(fake);
    await untilText('承認待ち 1件');
    await userEvent.click(button('承認待ちを開く'));
    expect(useTask.getState().task).toEqual({ kind: 'approvals' });
    fake.answer({ 'home.today': quietHome });
    await userEvent.keyboard('{F2}');
    await untilText('今日の受付はまだありません。');
    expect(visibleText()).not.toContain('承認待ち');
  });

  test('F9で今日の一覧を印刷し、F10で書き出して、置き場所を伝える', async () => {
    const fake = fakeCounter(
      {},
      {
        'home.today': withAll,
        'list.print': () => ({ path: null, rows: 6 }),
        'list.export': () => ({ path: 'D:\\madoguchi\\書き出し\\今日の窓口-20261124.csv', rows: 6 }),
      },
    );
    open(fake);
    await untilText('練習 照会');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await untilText('今日の窓口を書き出しました(6行)');
    expect(visibleText()).toContain('今日の窓口-20261124.csv');
    await userEvent.keyboard('{F9}');
    await untilText('今日の窓口を印刷しました(6行)');
    expect(fake.calls.find(({ method }) => method === 'list.print')?.input).toMatchObject({ list: 'today' });
  });

  test('前日までの未了は、自分のボタンで印刷し、書き出す', async () => {
    const fake = fakeCounter(
      {},
      {
        'home.today': () => ({ ...quietHome(), unfinishedBefore: [inquiry(31, '練習 未了', {})] }),
        'list.export': () => ({ path: 'D:\\madoguchi\\書き出し\\前の日からの未了-20261124.csv', rows: 1 }),
      },
    );
    open(fake);
    await untilText('未了の一覧を印刷');
    button('書き出す').click();
    await untilText('書き出す形を選びます');
    expect(fake.count('list.export')).toBe(0);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await untilText('前日までの未了を書き出しました(1行)');
    expect(fake.calls.find(({ method }) => method === 'list.export')?.input).toMatchObject({
      list: 'unfinished',
      format: 'xlsx',
    });
  });

  test('入力中の失効は、失効の続きを開く', () => {
    const draft = {
      draft: id(0x901),
      version: 1,
      task: 'revoke' as const,
      title: '練習 失効',
      owner: '見本 窓口',
      ownedByMe: true,
      savedAt: '2026-11-24T10:31:00.000+09:00',
    };
    const [only] = homeRows([], [draft], 'S1');
    expect(only).toMatchObject({ procedure: '失効', opens: { kind: 'revoke', draft: id(0x901), holder: null } });
  });
});
