import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, compose, confirmComposition, until, untilText, violations, visibleText } from '../mount.tsx';
import { f11 } from '../receive/form-page.ts';
import { id, supervisor } from '../samples.ts';
import { dueToday, letterRow, list, openLetters, panelText, sampleLetters, scanField } from './letters-page.ts';

const row = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('.letters-table .ledger-row')].find((each) =>
    each.innerText.includes(name),
  );
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};
const captions = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('.letters-table .group-caption th')].map(
    (each) => each.childNodes[1]?.textContent ?? '',
  );

describe('照会の一覧', () => {
  test('見出しは投函から期限までの日数を言い、決まりの違う照会書が並べば言わない (D2)', async () => {
    const heads = (): string => document.querySelector<HTMLElement>('.letters-table thead')?.innerText ?? '';
    const short = letterRow({
      number: 90,
      name: '見本 短子',
      kana: 'ミホン タンコ',
      state: 'open',
      relation: '長女',
      daysLeft: 6,
      letter: { postedOn: '2026-11-10', dueOn: '2026-11-30', acceptedUntil: '2026-11-30' },
    });
    let letters = sampleLetters;
    await openLetters({ 'letters.list': () => list(letters) });
    expect(heads()).toContain('期限(投函から30日)');
    letters = [...sampleLetters, short];
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('{F4}');
    await untilText('見本 短子');
    expect(heads()).not.toContain('30日');
    expect(heads()).toContain('期限');
  });

  test('組は、投函待ち、期限切れ・宛所不明、3日以内、4日以上、回答受領の順に並ぶ', async () => {
    await openLetters();
    expect(captions()).toEqual([
      '投函待ち 2件',
      '期限切れ・宛所不明 2件',
      '3日以内 4件',
      '4日以上 4件',
      '回答受領 1件',
    ]);
  });

  test('残りは言葉で出て、休みで延びる期限は最終日も出る (D2)', async () => {
    await openLetters();
    expect(row('練習 久子').innerText).toContain('5日過ぎ');
    expect(row('例 翔').innerText).toContain('宛所不明');
    expect(row('練習 良子').innerText).toContain('今日まで');
    expect(row('練習 良子').innerText).toContain('11月22日(日)');
    expect(row('練習 良子').innerText).toContain('→11月24日まで受付');
    expect(row('練習 健太').innerText).toContain('あと1日');
    expect(row('練習 健太').innerText).not.toContain('→');
    expect(row('見本 清').innerText).toContain('あと20日');
  });

  test('3日以内と宛所不明で、だれも連絡していなければ「連絡まだ」と出る (D6)', async () => {
    await openLetters();
    expect(row('見本 フミ').innerText).toContain('連絡まだ');
    expect(row('例 翔').innerText).toContain('連絡まだ');
    expect(row('例 咲').innerText).not.toContain('連絡まだ');
    expect(row('練習 良子').innerText).toContain('11/17 電話・伝えた');
  });

  test('はじめの焦点は読み取りの欄にあり、カナで絞り、Enterで開く', async () => {
    await openLetters();
    await until('焦点', () => document.activeElement === scanField());
    await userEvent.keyboard('れんしゅう よし');
    expect(captions()).toEqual(['3日以内 1件']);
    await userEvent.keyboard('{Enter}');
    await untilText('回答を受けるときの確認');
    expect(panelText()).toContain('練習 良子');
  });

  test('変換中のEnterでは開かない', async () => {
    await openLetters();
    await until('焦点', () => document.activeElement === scanField());
    await compose('練習 良子');
    await confirmComposition('練習 良子');
    expect(panelText()).toContain('照会書を開いていません。');
  });

  test('↓で一覧へ移り、Enterで開き、Escで閉じて同じ行に戻る', async () => {
    await openLetters();
    await until('焦点', () => document.activeElement === scanField());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await untilText('11月19日(木)で期限が切れました。');
    expect(panelText()).toContain('発行できません。新しい申請が要ります。');
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => panelText().includes('照会書を開いていません。'));
    await until('焦点', () => document.activeElement?.textContent === '練習 久子');
  });

  test('期限の切れた照会書では、F11は新しい申請が要ると言う (D5)', async () => {
    const fake = await openLetters();
    await userEvent.click(button('練習 久子'));
    await userEvent.keyboard('{F11}');
    await untilText('あらためて申請が必要です。');
    expect(fake.count('reply.accept')).toBe(0);
  });

  test('回答受領の行は、その受付を開く', async () => {
    await openLetters({
      'case.open': () => {
        throw new Refusal('caseNotFound');
      },
    });
    await userEvent.click(button('例 正'));
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x1003) });
  });

  test('該当がなければ、そう言い、何をするかを示す', async () => {
    await openLetters();
    await userEvent.fill(scanField(), 'そんざいしない');
    await untilText('「そんざいしない」は、この一覧にありません。');
  });

  test('一覧が読めないときは、わけを言う', async () => {
    const fake = await openLetters({}, {}, []);
    fake.answer({
      'letters.list': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await userEvent.keyboard('{F2}');
    await untilText('今日の受付はまだありません。');
    await userEvent.keyboard('{F4}');
    await untilText('ほかの処理が台帳を使っています');
  });

  test('責任者はすべての窓口を見られ、窓口の列が増える', async () => {
    const elsewhere = letterRow({
      number: 30,
      name: '見本 支所',
      kana: 'ミホン シショ',
      state: 'open',
      relation: '妻',
      daysLeft: 2,
      letter: { postedOn: '2026-10-27', dueOn: '2026-11-26', acceptedUntil: '2026-11-26' },
    });
    const sobue = { ...elsewhere, summary: { ...elsewhere.summary, receipt: 'B01-20261027-0030-0' } };
    await openLetters({ 'letters.everywhere': () => list([...sampleLetters, sobue]) }, { user: supervisor });
    await userEvent.click(document.querySelector<HTMLElement>('input[value="everywhere"]') ?? document.body);
    await untilText('すべての窓口・14件');
    expect(row('見本 支所').innerText).toContain('祖父江支所');
    expect(row('練習 良子').innerText).toContain('市民課');
    expect(document.querySelector('.letter-choice')).toBeNull();
  });

  test('窓口の職員には、すべての窓口の切り替えがない', async () => {
    await openLetters();
    expect(document.querySelector('input[value="everywhere"]')).toBeNull();
  });

  test('F9で印刷、F10で書き出し、置き場所を伝える', async () => {
    const fake = await openLetters({
      'list.export': () => ({ path: 'D:\\madoguchi\\書き出し\\照会-20261124.csv', rows: 13 }),
      'list.print': () => ({ path: null, rows: 13 }),
    });
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await untilText('照会の一覧を書き出しました(13行)');
    expect(visibleText()).toContain('照会-20261124.csv');
    await userEvent.keyboard('{F9}');
    await untilText('照会の一覧を印刷しました(13行)');
    expect(fake.calls.find(({ method }) => method === 'list.print')?.input).toMatchObject({
      list: 'letters',
      to: 'printer',
      case: null,
    });
  });

  test('紙に出せないときは、PDFに保存できる', async () => {
    await openLetters({
      'list.print': ({ to }) => {
        if (to === 'printer') throw new Refusal('fileNotWritten');
        return { path: 'D:\\madoguchi\\印刷\\照会-20261124.pdf', rows: 13 };
      },
    });
    await userEvent.keyboard('{F9}');
    await untilText('ファイルを書き出せませんでした');
    await userEvent.click(button('PDFに保存'));
    await untilText('照会の一覧をPDFにしました(13行)');
    expect(visibleText()).toContain('照会-20261124.pdf');
  });
});

describe('投函 (D1, D2, B3)', () => {
  const posted = () => ({
    posted: [18, 19].map((number) => ({
      case: id(0x1000 + number),
      receipt: `S01-20261124-00${number}-0`,
      letter: {
        number: 1,
        postedOn: '2026-11-24',
        dueOn: '2026-12-24',
        acceptedUntil: '2026-12-24',
        returned: false,
      },
    })),
  });

  test('はじめはすべて選ばれ、F11でまとめて投函し、期限を伝える', async () => {
    const fake = await openLetters({ 'letters.post': posted });
    expect(f11()).toBe('F11 2通の投函を記録');
    expect(panelText()).toContain('12月24日(木)');
    await userEvent.keyboard('{F11}');
    await untilText('2通の投函を記録しました。期限は12月24日(木)です');
    expect(fake.calls.find(({ method }) => method === 'letters.post')?.input).toMatchObject({
      cases: [
        { case: id(0x1012), version: 2 },
        { case: id(0x1013), version: 2 },
      ],
    });
    expect(fake.count('letters.list')).toBe(2);
    expect(button('照会書を印刷')).not.toBeNull();
  });

  test('Spaceで外した照会書は投函しない', async () => {
    const fake = await openLetters({ 'letters.post': posted });
    await userEvent.keyboard('{ArrowDown} ');
    expect(f11()).toBe('F11 1通の投函を記録');
    expect(panelText()).toContain('照会書を開いていません。');
    await userEvent.keyboard('{F11}');
    await until('投函', () => fake.count('letters.post') === 1);
    expect(fake.calls.find(({ method }) => method === 'letters.post')?.input).toMatchObject({
      cases: [{ case: id(0x1013) }],
    });
  });

  test('責任者を待つ受付は、まとめての投函に入らない (L4)', async () => {
    const [, , ...others] = [...sampleLetters].reverse();
    const [held, postable] = sampleLetters.slice(-2);
    if (held === undefined || postable === undefined) throw new Error('the sample holds two letters to post');
    const waiting = { ...held, summary: { ...held.summary, held: 'L4', next: 'waitForSecondPerson' as const } };
    const fake = await openLetters({ 'letters.post': posted }, {}, [...others.reverse(), waiting, postable]);
    expect(row('練習 陽菜').innerText).toContain('停止中');
    expect(f11()).toBe('F11 1通の投函を記録');
    await userEvent.keyboard('{F11}');
    await until('投函', () => fake.count('letters.post') === 1);
    expect(fake.calls.find(({ method }) => method === 'letters.post')?.input).toMatchObject({
      cases: [{ case: postable.summary.case }],
    });
  });

  test('一つも選んでいなければ、F11は何をするかを言う', async () => {
    const fake = await openLetters({ 'letters.post': posted });
    await userEvent.keyboard('{ArrowDown} {ArrowDown} {F11}');
    await untilText('投函する照会書を選んでください。');
    expect(fake.count('letters.post')).toBe(0);
  });

  test('ほかの職員が先に進めていたら、一通も投函せず、読み直し、選んだものは残る', async () => {
    const fake = await openLetters({
      'letters.post': () => {
        throw new Refusal('staleVersion');
      },
    });
    await userEvent.keyboard('{ArrowDown} {F11}');
    await untilText('ほかの職員がこの受付を進めました');
    expect(fake.count('letters.list')).toBe(2);
    expect(f11()).toBe('F11 1通の投函を記録');
  });

  test('返事が失われたら、同じ番号で確かめ直す', async () => {
    let asked = 0;
    const fake = await openLetters({
      'letters.post': () => {
        asked += 1;
        if (asked === 1) throw new Refusal('resultUnknown');
        return posted();
      },
    });
    await userEvent.keyboard('{F11}');
    await untilText('記録できたか分かりません');
    await userEvent.click(button('もう一度確かめる'));
    await untilText('2通の投函を記録しました');
    const numbers = fake.calls
      .filter(({ method }) => method === 'letters.post')
      .map(({ input }) => (input as { requestId: string }).requestId);
    expect(numbers).toHaveLength(2);
    expect(numbers[0]).toBe(numbers[1]);
  });
});

describe('だれにでも使える', () => {
  test.each([
    ['ふつうの幅', 1366, 768],
    ['1093の幅', 1093, 614],
    ['一列', 683, 700],
  ])('%sで、一覧にも開いた照会書にも指摘がなく、横にあふれない', async (_, width, height) => {
    await page.viewport(width, height);
    await openLetters();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.fill(scanField(), dueToday.summary.kana ?? '');
    await userEvent.click(scanField());
    await userEvent.keyboard('{Enter}');
    await untilText('回答を受けるときの確認');
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
