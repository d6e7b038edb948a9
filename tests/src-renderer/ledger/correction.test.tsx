import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { correctableDetail, entries, hamada, openHamada } from './made-up-page.ts';

const reason = '聞き取りを誤っていたため';
const field = (name: string): HTMLElement => document.getElementById(name) as HTMLElement;
const asked = (fake: FakeCounter): readonly Input<'correction.ask'>[] =>
  // The fake parsed each input by the schema of its own method.
  fake.calls.filter(({ method }) => method === 'correction.ask').map(({ input }) => input as Input<'correction.ask'>);

async function openCorrection(handlers: Parameters<FakeCounter['answer']>[0] = {}): Promise<FakeCounter> {
  const fake = await openHamada({ 'correction.ask': correctableDetail, ...handlers });
  await userEvent.keyboard('{F8}');
  await untilText('訂正する欄');
  return fake;
}

describe('訂正の申請', () => {
  test('もとの値に線を引き、直した値を並べる。空けた欄は送らない', async () => {
    const fake = await openCorrection();
    expect(document.querySelector('.correction-row s')).toBeNull();
    await userEvent.fill(field('correction-field-kana'), 'ハマダ レイイチ');
    expect(document.querySelector('.correction-row s')?.textContent).toBe('ハマタ レイイチ');
    await userEvent.fill(field('correction-reason'), reason);
    await userEvent.fill(field('correction-acceptance-staffNumber'), '10311');
    await userEvent.fill(field('correction-acceptance-password'), 'ひみつ');
    await userEvent.click(button('訂正を記録'));
    await untilText('訂正を記録しました');
    expect(asked(fake)).toMatchObject([
      {
        case: hamada.case,
        entry: entries.reception,
        changes: [{ field: 'kana', to: 'ハマダ レイイチ' }],
        reason,
        acceptance: { staffNumber: '10311', password: 'ひみつ' },
      },
    ]);
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('責任者を待つときは、サインインなしで申請する (B7)', async () => {
    const fake = await openCorrection();
    await userEvent.fill(field('correction-field-kana'), 'ハマダ レイイチ');
    await userEvent.fill(field('correction-reason'), reason);
    await userEvent.click([...document.querySelectorAll('.correction-part .segment')].at(-1) as HTMLElement);
    await userEvent.click(button('承認を求める'));
    await untilText('訂正の承認を責任者に求めました');
    expect(asked(fake)[0]?.acceptance).toBeNull();
  });

  test('日付はどちらの暦でも入力でき、読み返す。同じ日なら直したことにならない', async () => {
    await openCorrection();
    await userEvent.fill(field('correction-field-bornOn'), 'S40.6.15');
    expect(document.querySelector('.correction-row[data-changed]')).toBeNull();
    await userEvent.fill(field('correction-field-bornOn'), '1965.6.16');
    await untilText('昭和40年6月16日');
    expect(document.querySelector('.correction-row s')?.textContent).toBe('昭和40年6月15日');
  });

  test('別の記録を選ぶと、その欄に替わる', async () => {
    const fake = await openCorrection();
    await userEvent.click(document.querySelectorAll('.correction-part input[type="radio"]')[1] as HTMLElement);
    await until('欄', () => document.getElementById('correction-field-serial') !== null);
    await userEvent.fill(field('correction-field-expiresOn'), '2031.6.16');
    await userEvent.fill(field('correction-reason'), reason);
    await userEvent.fill(field('correction-acceptance-staffNumber'), '10311');
    await userEvent.fill(field('correction-acceptance-password'), 'ひみつ');
    await userEvent.click(button('訂正を記録'));
    await until('申請', () => asked(fake).length === 1);
    expect(asked(fake)[0]).toMatchObject({
      entry: entries.issuance,
      changes: [{ field: 'expiresOn', to: '2031.6.16' }],
    });
  });

  test('足りないものは、その欄で言う。何も送らない', async () => {
    const fake = await openCorrection();
    await userEvent.click(button('訂正を記録'));
    await untilText('訂正する欄に、正しい値を入力してください。');
    expect(visibleText()).toContain('理由を入力してください。');
    expect(visibleText()).toContain('責任者の職員番号とパスワードを入力してください。');
    expect(document.activeElement?.id).toBe('correction-field-name');
    expect(asked(fake)).toEqual([]);
  });

  test('断られたら、その欄で理由を言い、入力したものは残る', async () => {
    const message = '申請した職員は、自分では承認できません。';
    await openCorrection({
      'correction.ask': () => {
        throw new Refusal('secondPersonIsSelf', [{ field: 'acceptance.staffNumber', message, suggestion: null }]);
      },
    });
    await userEvent.fill(field('correction-field-kana'), 'ハマダ レイイチ');
    await userEvent.fill(field('correction-reason'), reason);
    await userEvent.fill(field('correction-acceptance-staffNumber'), '10482');
    await userEvent.fill(field('correction-acceptance-password'), 'ひみつ');
    await userEvent.click(button('訂正を記録'));
    await untilText(message);
    expect((field('correction-reason') as HTMLInputElement).value).toBe(reason);
    expect((field('correction-acceptance-password') as HTMLInputElement).value).toBe('');
  });

  test('ふつうの幅でも一列でも、axe の指摘がない', async () => {
    await openCorrection();
    await userEvent.fill(field('correction-field-kana'), 'ハマダ レイイチ');
    await userEvent.click(button('訂正を記録'));
    await untilText('理由を入力してください。');
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
  });
});
