import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type FakeCounter, fakeCounter, Refusal } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { closedPreview, samplePreview } from './sample-close.ts';
import { supervisor } from './samples.ts';

const day = '2026-11-24';

async function openClose(fake: FakeCounter): Promise<void> {
  open(fake);
  await untilText('練習 一郎');
  await userEvent.keyboard('{F7}');
  await untilText('締める前の確認');
}

function field(key: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`#close-${key}`);
  if (found === null) throw new Error(`no field ${key}`);
  return found;
}

async function type(key: string, text: string): Promise<void> {
  await userEvent.fill(field(key), text);
}

async function typeReport(of = day, second = '31'): Promise<void> {
  const typed = ['10', second, '7', '31', '3', '1'];
  const cells = samplePreview().cells.map(({ procedure, kind }) => `${of}-${procedure}-${kind}-count`);
  for (const [index, key] of cells.entries()) await type(key, typed[index] ?? '');
}

async function signIn(): Promise<void> {
  await type('staffNumber', '10005');
  await type('password', 'ひみつの合言葉');
}

const closing = (fake: FakeCounter) => fake.calls.find((each) => each.method === 'close.record')?.input;

describe('締め', () => {
  test('端末の日報の件数を照らし、二人目が確かめて、F11で締めると、確認符号が出る', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({ 'close.record': () => ({ closed: [{ day, code: '0123 4567 89ab cdef' }] }) });
    await openClose(fake);
    await typeReport();
    await until('六つとも一致', () => document.querySelectorAll('.close-difference[data-tone="good"]').length === 6);
    await signIn();
    fake.answer({ 'close.preview': () => closedPreview() });
    await userEvent.keyboard('{F11}');
    await untilText('確認符号 0123 4567 89ab cdef');
    expect(closing(fake)).toMatchObject({
      days: [
        {
          day,
          cells: [{ procedure: 'issue', kind: 'signature', ours: 10, reported: 10, reason: '' }, {}, {}, {}, {}, {}],
        },
      ],
      acceptance: { staffNumber: '10005', password: 'ひみつの合言葉' },
    });
    await untilText('見本 管理');
    expect(document.querySelector('#close-password')).toBeNull();
  });

  test('違う欄は差を示し、理由を書くまで締められない', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({ 'close.record': () => ({ closed: [{ day, code: '0123 4567 89ab cdef' }] }) });
    await openClose(fake);
    await typeReport(day, '32');
    await signIn();
    await untilText('差の理由(端末が1件多い)');
    await userEvent.keyboard('{F11}');
    expect(fake.count('close.record')).toBe(0);
    expect(document.activeElement?.id).toBe(`close-${day}-renew-signature-reason`);
    await type(`${day}-renew-signature-reason`, '書込みのやり直しを端末は2件と数えるため');
    await userEvent.keyboard('{F11}');
    await until('締めた', () => fake.count('close.record') === 1);
    expect(JSON.stringify(closing(fake))).toContain('書込みのやり直しを端末は2件と数えるため');
  });

  test('説明のない欠番があるあいだは締められず、F11はその欄へ行き、説明を残すと締められる', async () => {
    const fake = fakeCounter({ user: supervisor });
    const gap = { number: 'S01 0007', receipt: 'S01-20261124-0007-1', sequence: 7, cause: null } as const;
    const explained = { at: `${day}T17:10:00.000+09:00`, by: '見本 責任', reason: '札を書き損じたため' };
    const withGap = (told: typeof explained | null) => ({ receiptGaps: [{ ...gap, explained: told }] });
    fake.answer({
      'close.preview': () => samplePreview(withGap(null)),
      'close.explainGap': () => ({ day, number: 7 }),
      'close.record': () => ({ closed: [{ day, code: '0123 4567 89ab cdef' }] }),
    });
    await openClose(fake);
    await typeReport();
    await signIn();
    await userEvent.keyboard('{F11}');
    expect(fake.count('close.record')).toBe(0);
    expect(document.activeElement?.id).toBe(`close-${day}-gap-7`);
    expect(await violations()).toEqual([]);
    await type(`${day}-gap-7`, '札を書き損じたため');
    fake.answer({ 'close.preview': () => samplePreview(withGap(explained)) });
    await userEvent.keyboard('{Enter}');
    await until('説明した', () => fake.count('close.explainGap') === 1);
    expect(fake.calls.find((each) => each.method === 'close.explainGap')?.input).toMatchObject({
      ...{ day, number: 7, reason: '札を書き損じたため' },
    });
    await until('欄が消える', () => document.querySelector(`#close-${day}-gap-7`) === null);
    expect(visibleText()).toContain('S01 0007 札を書き損じたため');
    await userEvent.keyboard('{F11}');
    await until('締めた', () => fake.count('close.record') === 1);
  });

  test('説明が短いと、欄にわけが出て、打ったものは残る', async () => {
    const fake = fakeCounter({ user: supervisor });
    const message = '欠番の説明は5文字以上で入力してください。';
    fake.answer({
      'close.preview': () =>
        samplePreview({
          receiptGaps: [
            { number: 'S01 0007', receipt: 'S01-20261124-0007-1', sequence: 7, cause: null, explained: null },
          ],
        }),
      'close.explainGap': () => {
        throw new Refusal('badFields', [{ field: 'reason', message, suggestion: null }]);
      },
    });
    await openClose(fake);
    await type(`${day}-gap-7`, '不明');
    await userEvent.click(button('説明を残す'));
    await untilText(message);
    expect(field(`${day}-gap-7`).value).toBe('不明');
  });

  test('足りないものがあるときのF11は、何も送らず、はじめの足りない欄へ行く', async () => {
    const fake = fakeCounter({ user: supervisor });
    await openClose(fake);
    await userEvent.keyboard('{F11}');
    expect(document.activeElement?.id).toBe(`close-${day}-issue-signature-count`);
    await typeReport();
    await userEvent.keyboard('{F11}');
    expect(document.activeElement?.id).toBe('close-staffNumber');
    expect(fake.count('close.record')).toBe(0);
  });

  test('二日分を照らしてから、一度のサインインで二日とも締める', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({
      'close.record': ({ days }) => ({ closed: days.map((each) => ({ day: each.day, code: '0123 4567 89ab cdef' })) }),
    });
    await openClose(fake);
    await typeReport();
    await userEvent.click(button('11月20日'));
    await until('次の日', () => document.querySelector('#close-2026-11-20-issue-signature-count') !== null);
    await typeReport('2026-11-20');
    await untilText('11月20日(金)、11月24日(火)を一度に締めます。');
    await signIn();
    await userEvent.keyboard('{F11}');
    await until('締めた', () => fake.count('close.record') === 1);
    expect(closing(fake)).toMatchObject({ days: [{ day: '2026-11-20' }, { day }] });
  });

  test('断られたら、二人目の欄にわけが出て、打ったものは残る', async () => {
    const fake = fakeCounter({ user: supervisor });
    const message = '入力している職員は、自分では受け入れられません。別の責任者が入力してください。';
    fake.answer({
      'close.record': () => {
        throw new Refusal('secondPersonIsSelf', [{ field: 'acceptance.staffNumber', message, suggestion: null }]);
      },
    });
    await openClose(fake);
    await typeReport();
    await signIn();
    await userEvent.keyboard('{F11}');
    await untilText('締めていません');
    await untilText(message);
    expect(field(`${day}-renew-signature-count`).value).toBe('31');
  });

  test('返事が来なかったら、同じ番号の同じ締めを、もう一度だけ尋ねる', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({
      'close.record': () => {
        throw new Refusal('resultUnknown');
      },
    });
    await openClose(fake);
    await typeReport();
    await signIn();
    await userEvent.keyboard('{F11}');
    await untilText('締めたか確かめています');
    fake.answer({ 'close.record': () => ({ closed: [{ day, code: '0123 4567 89ab cdef' }] }) });
    await userEvent.click(button('もう一度確かめる'));
    await untilText('確認符号 0123 4567 89ab cdef');
    const [first, second] = fake.calls.filter((each) => each.method === 'close.record');
    expect(second?.input).toEqual(first?.input);
  });

  test.each([
    ['notOver', '受付時間が終わってから締めます。'],
    ['nothing', '締めるものがありません。'],
  ] as const)('締められない日(%s)は、わけを言い、F11は何もしない', async (state, words) => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({ 'close.preview': (input) => samplePreview({ ...input, state }) });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText(words);
    await userEvent.keyboard('{F11}');
    expect(fake.count('close.record')).toBe(0);
    expect(document.querySelector('#close-password')).toBeNull();
  });

  test('繰り越す受付は名前で、締めていない日は窓口ごとに示す', async () => {
    await openClose(fakeCounter({ user: supervisor }));
    expect(visibleText()).toContain('練習 次郎');
    expect(document.querySelector('.close-days')?.textContent).toContain('祖父江支所');
    expect(document.querySelector('.close-days')?.textContent).toContain('その端末で締めます');
  });

  test.each([
    ['ふつうの幅で、差のあるとき', 1366, 768, 'differs'],
    ['ふつうの幅で、締めたあと', 1366, 768, 'closed'],
    ['一列で、差のあるとき', 683, 384, 'differs'],
  ] as const)('%s、axe の指摘がない', async (_, width, height, how) => {
    await page.viewport(width, height);
    const fake = fakeCounter({ user: supervisor });
    if (how === 'closed') fake.answer({ 'close.preview': () => closedPreview() });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    if (how === 'closed') await untilText('0123 4567 89ab cdef');
    else {
      await untilText('締める前の確認');
      await typeReport(day, '32');
      await untilText('差の理由');
    }
    expect(await violations()).toEqual([]);
  });
});
