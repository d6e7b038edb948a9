import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { id, supervisor } from '../samples.ts';
import { hamada, hamadaPage, openHamada, openLedger, twin } from './made-up-page.ts';

const timeline = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('.timeline li > b')].map((each) => each.innerText);
const reason = '戸籍の字が濵で同じ人と確かめた';

describe('人の頁', () => {
  test('いまの証明書・今日できること・経過・見た人・印刷したものが出る', async () => {
    await openHamada();
    for (const words of [
      '昭和40年6月15日生・61歳・男',
      '2031年(令和13年)3月16日から',
      '有効な証明書があります',
      '違うのは「\u{6FF5}」と「濱」だけです。',
      '見本 責任',
      '照会書(様式第2)',
    ])
      expect(visibleText()).toContain(words);
    expect(document.querySelector('.lanes svg')?.getAttribute('aria-label')).toBe(
      '証明書の一生。いま有効: 署名用 2031.6.15まで、利用者証明用 2031.6.15まで',
    );
    expect(document.querySelectorAll('.lanes figcaption tbody tr')).toHaveLength(5);
    expect(document.querySelectorAll('.lanes-end')).toHaveLength(1);
  });

  test('経過は分けて見られ、訂正はもとの値と新しい値の両方が読める (B1)', async () => {
    await openHamada();
    expect(timeline()).not.toContain('閲覧');
    expect(document.querySelector('.timeline s')?.textContent).toBe('ハマタ レイイチ');
    expect(visibleText()).toContain('ハマダ レイイチ');
    await userEvent.click(document.querySelectorAll('.person-story-head .segment')[1] as HTMLElement);
    await until('印刷', () => timeline().every((what) => what === '印刷'));
    await userEvent.click(document.querySelectorAll('.person-story-head .segment')[3] as HTMLElement);
    await until('すべて', () => timeline().length === hamadaPage.timeline.length);
  });

  test('経過の受付番号で、その受付を開く', async () => {
    await openHamada();
    await userEvent.click(button('H01-20260420-0002-5'));
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: hamada.case });
  });

  test('人を開いてF5を押すと、その人の失効が始まる', async () => {
    await openHamada();
    await userEvent.keyboard('{F5}');
    expect(useTask.getState().task).toEqual({ kind: 'revoke', draft: null, holder: hamada.case });
  });

  test('記録がまだないときは、そう言う', async () => {
    await openHamada({
      'person.open': () => ({ ...hamadaPage, certificates: [], timeline: [], possiblySame: [] }),
    }).catch(() => undefined);
    await untilText('証明書の記録はまだありません。');
    await untilText('「手続と証明書」の記録はまだありません。');
    await untilText('読みと生年月日が同じ、別の記録はありません。');
    expect(await violations()).toEqual([]);
  });

  test('開けなかったときは、何が起きたかを言う', async () => {
    await openLedger({
      'person.open': () => {
        throw new Refusal('caseNotFound');
      },
    });
    await userEvent.keyboard('はまだ{Enter}');
    await untilText('5人');
    await userEvent.keyboard('{Enter}');
    await untilText('この人の記録を開けませんでした');
  });

  test('F9で印刷し、F10で書き出す。人を開くまでは押せない', async () => {
    const asked: unknown[] = [];
    await openHamada({
      'list.print': (input) => {
        asked.push(input);
        return { path: null, rows: 15 };
      },
      'list.export': (input) => {
        asked.push(input);
        return { path: 'D:\\madoguchi\\人の経過.csv', rows: 15 };
      },
    });
    await userEvent.keyboard('{F9}');
    await untilText('人の経過を印刷しました(15行)');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await untilText('人の経過を書き出しました(15行)');
    expect(asked).toMatchObject([
      { list: 'person', case: hamada.case, to: 'printer' },
      { list: 'person', case: hamada.case, format: 'csv' },
    ]);
  });
});

describe('同じ人かもしれない記録', () => {
  test('並べて見ると、違うところに印が付く。職員はまとめられない', async () => {
    const fake = await openHamada();
    await userEvent.click(button('並べて見る'));
    await untilText('もう一つの記録');
    await until('表', () => document.querySelectorAll('.compared-records tbody tr').length === 8);
    const marked = [...document.querySelectorAll('.compared-records tr[data-changed] th')].map(
      (each) => each.textContent,
    );
    expect(marked).toEqual(['氏名']);
    expect(() => button('まとめる')).toThrow();
    expect(visibleText()).toContain('まとめるのは責任者だけです。');
    expect(fake.calls.findLast(({ method }) => method === 'person.open')?.input).toEqual({ case: twin.case });
    expect(await violations()).toEqual([]);
    await page.viewport(683, 700);
    expect(await violations()).toEqual([]);
  });

  test('責任者は10文字以上の理由を添えてまとめる', async () => {
    const fake = await openHamada(
      {
        'person.join': () => ({
          ...hamadaPage,
          possiblySame: [],
          joined: [{ join: id(0x77), person: { ...twin, possiblySame: false }, reason }],
        }),
      },
      { user: supervisor },
    );
    await userEvent.click(button('並べて見る'));
    await until('表', () => document.querySelector('.compared-records') !== null);
    await userEvent.click(button('まとめる'));
    await until('理由', () => document.activeElement?.id === 'join-reason');
    expect(fake.count('person.join')).toBe(0);
    await userEvent.fill(document.getElementById('join-reason') as HTMLElement, reason);
    await userEvent.click(button('まとめる'));
    await untilText('まとめた記録');
    const { input } = fake.calls.find(({ method }) => method === 'person.join') ?? {};
    expect(input).toMatchObject({ cases: [hamada.case, twin.case], reason });
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('返事がないときは、同じ依頼番号でもう一度まとめる', async () => {
    let lost = true;
    const fake = await openHamada(
      {
        'person.join': () => {
          if (lost) throw new Refusal('resultUnknown');
          return { ...hamadaPage, possiblySame: [] };
        },
      },
      { user: supervisor },
    );
    await userEvent.click(button('並べて見る'));
    await until('表', () => document.querySelector('.compared-records') !== null);
    await userEvent.fill(document.getElementById('join-reason') as HTMLElement, reason);
    await userEvent.click(button('まとめる'));
    await untilText('記録できたか分かりません。');
    lost = false;
    await userEvent.click(button('まとめる'));
    await until('閉じる', () => document.querySelector('dialog') === null);
    const ids = fake.calls
      .filter(({ method }) => method === 'person.join')
      .map(({ input }) => (input as Input<'person.join'>).requestId);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  test('まとめた記録は、責任者が理由を添えてもとに戻せる', async () => {
    const join = { join: id(0x77), person: twin, reason };
    const fake = await openHamada(
      {
        'person.open': () => ({ ...hamadaPage, possiblySame: [], joined: [join] }),
        'person.part': () => hamadaPage,
      },
      { user: supervisor },
    );
    await untilText('まとめた記録');
    await userEvent.click(button('もとに戻す'));
    await untilText('別々の記録に戻ります。');
    await userEvent.fill(document.getElementById('join-reason') as HTMLElement, '別の人の届出と分かった');
    expect(await violations()).toEqual([]);
    await userEvent.click(document.querySelector('dialog .button') as HTMLElement);
    await untilText('並べて見る');
    const { input } = fake.calls.find(({ method }) => method === 'person.part') ?? {};
    expect(input).toMatchObject({ join: join.join, case: hamada.case, reason: '別の人の届出と分かった' });
  });
});

describe('もうすぐ満了', () => {
  const ending = ['2026-11-30', '2026-12-15', '2027-03-20'].map((expiresOn, index) => ({
    case: id(0x3000 + index),
    receipt: 'S01-20211124-0003-0',
    name: `練習 満了${index}`,
    kana: 'レンシュウ マンリョウ',
    kind: 'signature' as const,
    serial: `MADE-${index}`,
    expiresOn,
    renewableFrom: index < 2 ? '2026-09-16' : '2026-12-21',
    office: 'shiminka' as const,
  }));

  async function openEnding(certificates: typeof ending): ReturnType<typeof openLedger> {
    const fake = await openLedger({ 'list.endingSoon': () => ({ day: '2026-11-24', certificates, more: false }) });
    await userEvent.click(document.querySelectorAll('.ledger-finder-head .segment')[1] as HTMLElement);
    return fake;
  }

  test('満了の月ごとに並び、更新できる日が出て、氏名で人が開く', async () => {
    const fake = await openEnding(ending);
    await untilText('3件・うち更新できるもの 2件');
    const captions = [...document.querySelectorAll('.group-caption')].map((each) => each.textContent);
    expect(captions).toEqual([
      '令和8年(2026年)11月に満了 1件',
      '令和8年(2026年)12月に満了 1件',
      '令和9年(2027年)3月に満了 1件',
    ]);
    expect(visibleText()).toContain('12月21日から');
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
    await userEvent.click(button('練習 満了2'));
    await untilText('証明書の氏名');
    expect(fake.calls.findLast(({ method }) => method === 'person.open')?.input).toEqual({ case: id(0x3002) });
  });

  test('ひとつもないときは、何を数えているかを言う', async () => {
    await openEnding([]);
    await untilText('1か月のうちに入る証明書もありません。');
    expect(await violations()).toEqual([]);
  });
});
