import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, compose, confirmComposition, until, untilText, violations, visibleText } from '../mount.tsx';
import { id } from '../samples.ts';
import {
  choose,
  f11,
  field,
  fill,
  fillHolder,
  noDocuments,
  openReceive,
  panelText,
  pick,
  pressEnterWhileComposing,
  pressTwiceAtOnce,
  recorded,
  stamp,
  takahashi,
} from './form-page.ts';

const myNumber = '123456789018';

describe('受付の判定は、打つごとに変わる', () => {
  test('はじめは未定で、足りないものが様式の順に並ぶ', async () => {
    await openReceive();
    expect(stamp()).toBe('未定');
    expect(panelText()).toContain('氏名を入力する');
    expect(f11()).toBe('F11 受け付ける あと8つ');
  });

  test('本人が写真付きの書類を見せれば即日で、満了日と決めた規則が出る', async () => {
    await openReceive();
    await fillHolder();
    expect(stamp()).toBe('未定');
    await choose('めんきょ');
    await until('即日', () => stamp() === '即日');
    expect(panelText()).toContain('2030年(令和12年)4月1日V3');
    expect(f11()).toBe('F11 受け付ける');
  });

  test('本人が書類を持っていなければ、照会になる', async () => {
    await openReceive();
    await fillHolder();
    await noDocuments();
    await until('照会', () => stamp() === '照会');
    expect(panelText()).toContain('本人確認ができないためI2');
    expect(panelText()).toContain('12月24日(木)までに、回答書を市民課へ');
    expect(f11()).toBe('F11 照会で受け付ける');
  });

  test('写真付きの書類のない任意代理人は、受け付けられない', async () => {
    await openReceive();
    await pick('来庁者', '任意代理人');
    await fillHolder();
    await fill('visitor-name', '練習 次郎');
    await fill('visitor-reason', '本人が入院しているため');
    expect(stamp()).toBe('未定');
    await noDocuments();
    await until('不可', () => stamp() === '不可');
    expect(f11()).toBe('F11 受付不可を記録');
  });

  test('14歳のかたは、署名用だけが断られ、15歳になる日を伝える', async () => {
    await openReceive();
    await pick('来庁者', '法定代理人');
    await fillHolder({ bornOn: 'H24.3.8' });
    await fill('visitor-name', '練習 親子');
    await choose('ぱすぽ');
    await until('照会', () => stamp() === '照会');
    expect(panelText()).toContain('署名用受付不可E215歳以上が対象(満15歳令和9年3月8日)');
    expect(panelText()).toContain('署名用は15歳の誕生日(令和9年3月8日)から申請できます。');
  });

  test('住基カードはすぐに断られる(M2)', async () => {
    await openReceive();
    await pick('カード', '住基カード');
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('住基カードの手続は平成27年12月22日で終了M2');
  });

  test('期限切れのカードは欄でもそう言い、断る記録はできる', async () => {
    const fake = await openReceive();
    await fillHolder({ card: '2026.11.23' });
    await until('不可', () => stamp() === '不可');
    expect(visibleText()).toContain('有効期限(2026年(令和8年)11月23日)が過ぎています');
    expect(f11()).toBe('F11 受付不可を記録');
    await userEvent.keyboard('{F11}');
    await untilText('受付不可を記録しました S01-20261124-0006-6');
    expect(recorded(fake)[0]?.shown).toEqual({ verdict: 'refuse', route: null });
    expect(useTask.getState().task).toEqual({ kind: 'home' });
    expect(visibleText()).toContain('来庁者に伝えること');
  });

  test('更新は、いまの証明書が分かるまで断らない', async () => {
    await openReceive();
    await pick('手続', '更新');
    await fillHolder();
    await choose('めんきょ');
    await pick('いまの証明書', 'あり');
    await until('未定', () => stamp() === '未定');
    await fill('current-userAuthentication', 'R3.11.10');
    await fill('current-userAuthentication-expiresOn', '2027.2.24');
    await fill('current-signature', 'R3.11.10');
    await fill('current-signature-expiresOn', '2027.2.23');
    await until('即日', () => stamp() === '即日');
    expect(panelText()).toContain('W2利用者証明用:更新の期間の前');
  });

  test('台帳にある証明書は、氏名と生年月日から見つかり、新規発行を断る', async () => {
    const fake = await openReceive({
      'person.knownCertificates': () => ({
        certificates: [
          { kind: 'signature', issuedOn: '2025-04-01', expiresOn: '2030-04-01' },
          { kind: 'userAuthentication', issuedOn: '2025-04-01', expiresOn: '2030-04-01' },
        ],
      }),
    });
    await fill('holder-name', '練習 花子');
    await fill('holder-bornOn', 'S63.4.1');
    await untilText('署名用 2030年(令和12年)4月1日まで');
    expect(fake.calls.find(({ method }) => method === 'person.knownCertificates')?.input).toEqual({
      name: '練習 花子',
      bornOn: '1988-04-01',
    });
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('E4');
  });

  test('読み上げは判定と残りの数だけで、600ミリ秒の静けさを待つ', async () => {
    await openReceive();
    const live = (): string => document.querySelector('[data-verdict-announcer]')?.textContent ?? '';
    await until('はじめの読み上げ', () => live().includes('まだ判定できません。あと8つ。'));
    await pick('カード', '住基カード');
    expect(live()).toContain('まだ判定できません');
    await until('読み上げ', () => live().includes('受け付けられません。'));
  });
});

describe('代替文字', () => {
  test('使えない「髙」は、1のキーで「高」になり、両方の表記が見える', async () => {
    const fake = await openReceive();
    await fillHolder({ name: takahashi });
    await choose('めんきょ');
    await until('G2', () => f11() === 'F11 受け付ける あと1つ');
    expect(stamp()).toBe('即日');
    await userEvent.click(field('holder-name'));
    await userEvent.keyboard('{Enter}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    await userEvent.keyboard('1');
    await until('次の欄', () => document.activeElement === field('holder-kana'));
    expect(field('holder-name').value).toBe(takahashi);
    expect(visibleText()).toContain('「高橋 例子」');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]?.facts.substitutions.name).toEqual([{ index: 0, original: '\u{9AD9}', substitute: '高' }]);
    expect(recorded(fake)[0]?.facts.holder.name).toBe(takahashi);
  });

  test('F11は足りない代替文字の候補へ行き、そう言う', async () => {
    await openReceive();
    await fillHolder({ name: takahashi });
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    expect(visibleText()).toContain('の代替文字を本人が選ぶ');
  });

  test('別の文字には、使える文字しか選べない', async () => {
    await openReceive();
    await fill('holder-name', takahashi);
    await userEvent.keyboard('{Enter}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    await userEvent.keyboard('3');
    const other = await waitFor('receive-holder-name-chooser-other');
    await userEvent.fill(other, '\u{20BB7}');
    await userEvent.keyboard('{Enter}');
    await untilText('電子証明書に使えない文字です。');
    await userEvent.fill(other, 'タカ');
    await userEvent.keyboard('{Enter}');
    await untilText('「タカ橋 例子」');
  });

  test('署名用を頼まなければ、代替文字は要らない', async () => {
    await openReceive();
    await fill('holder-name', takahashi);
    expect(document.querySelector('.chooser')).not.toBeNull();
    await userEvent.click(document.querySelector<HTMLInputElement>('.receive-kinds input') ?? document.body);
    await until('閉じる', () => document.querySelector('.chooser') === null);
  });
});

describe('欄の直し', () => {
  test('昭和64年1月8日は、平成元年1月8日にする申し出で直る', async () => {
    await openReceive();
    await fill('holder-bornOn', 'S64.1.8');
    expect(visibleText()).toContain('昭和64年は1月7日までです。');
    await userEvent.click(button('平成元年1月8日にする'));
    expect(field('holder-bornOn').value).toBe('平成元年1月8日');
    await untilText('平成元年1月8日(1989年)・満37歳');
  });

  test('打ちかけの日付は、欄を離れるまで責めない', async () => {
    await openReceive();
    await fill('holder-bornOn', 'S63.');
    expect(visibleText()).not.toContain('日付として読めません');
    await userEvent.keyboard('{Tab}');
    await untilText('日付として読めません');
  });

  test('F11は直すところの一覧に焦点を移し、Enterで最初の欄へ行く', async () => {
    await openReceive();
    await fillHolder({ bornOn: 'R9.1.1' });
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.activeElement?.classList.contains('error-summary') === true);
    expect(visibleText()).toContain('直すところが1つあります');
    expect(visibleText()).toContain('生年月日が今日より後です');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('holder-bornOn'));
  });

  test('300文字の氏名と絵文字は受け付けず、長さを言う', async () => {
    await openReceive();
    await fill('holder-name', '練'.repeat(300));
    await untilText('氏名は100文字までです。いま300文字です。');
    await fill('holder-name', '練習 花子🙂');
    await untilText('氏名に絵文字は使えません。');
  });

  test('半角カナのフリガナは、欄を離れると全角になる', async () => {
    await openReceive();
    await fill('holder-kana', 'ﾚﾝｼｭｳ ﾊﾅｺﾞ');
    await userEvent.keyboard('{Tab}');
    await until('全角', () => field('holder-kana').value === 'レンシュウ\u{3000}ハナゴ');
  });

  test('個人番号はすぐに伏せられ、消すまでF11は送らない', async () => {
    const fake = await openReceive();
    await fillHolder();
    await choose('めんきょ');
    await fill('holder-address', `愛知県稲沢市見本町 ${myNumber}`);
    await untilText('12桁の個人番号と思われる数字があります。消してください。');
    expect(document.querySelector('.field-marks[data-masked] mark')?.textContent).toBe('●'.repeat(12));
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.activeElement?.classList.contains('error-summary') === true);
    expect(document.querySelector('.error-summary')?.textContent).not.toContain(myNumber);
    expect(recorded(fake)).toHaveLength(0);
    await fill('holder-address', '愛知県稲沢市見本町');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
  });
});

describe('記録する', () => {
  test('鍵盤だけで、はじめから受付まで進み、発行の記録へ続く', async () => {
    const fake = await openReceive();
    // 手続, 署名用, 利用者証明用, 来庁者
    await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}');
    await userEvent.keyboard(
      '練習 花子{Enter}レンシュウ ハナコ{Enter} {Enter}S63.4.1{Enter}愛知県稲沢市見本町1番地{Enter}',
    );
    // 住民基本台帳, 成年被後見人, カード
    await userEvent.keyboard('{Enter}{Enter}{Enter}2030.4.1{Enter} {Enter}');
    expect(document.activeElement).toBe(field('visitor-documents'));
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('受け付けました S01-20261124-0006-6');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x2001) });
    expect(recorded(fake)[0]?.facts).toMatchObject({
      lines: [
        { kind: 'userAuthentication', procedure: 'issue', cause: null },
        { kind: 'signature', procedure: 'issue', cause: null },
      ],
      holder: { name: '練習 花子', bornOn: '1988-04-01', sex: 'female', inRegister: true, adultWard: false },
      card: { medium: 'myNumberCard', expiresOn: '2030-04-01' },
      visitor: { capacity: 'holder', documents: ['driversLicence'], name: null, reason: null },
    });
  });

  test('続けて二度F11を押しても、送るのは一度だけ', async () => {
    let answer: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const fake = await openReceive({
      'receive.record': async ({ shown }) => {
        await waiting;
        return { case: id(0x2001), version: 2, receipt: 'S01-20261124-0006-6', ...shown, told: [] };
      },
    });
    await fillHolder();
    await choose('めんきょ');
    pressTwiceAtOnce();
    await until('送信', () => recorded(fake).length >= 1);
    expect(f11()).toContain('記録しています');
    await userEvent.keyboard('{F11}');
    answer();
    await untilText('受け付けました');
    expect(recorded(fake)).toHaveLength(1);
  });

  test('変換中のEnterは次の欄へ行かず、F11も送らない', async () => {
    const fake = await openReceive();
    await fillHolder();
    await choose('めんきょ');
    await userEvent.click(field('holder-address'));
    await compose('へんかん');
    await userEvent.keyboard('{F11}');
    pressEnterWhileComposing(field('holder-address'));
    expect(document.activeElement).toBe(field('holder-address'));
    await confirmComposition('変換');
    await until('確定', () => field('holder-address').value.includes('変換'));
    expect(document.activeElement).toBe(field('holder-address'));
    expect(recorded(fake)).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('holder-inRegister'));
  });

  test('返事が失われたら、同じ番号で尋ね直す', async () => {
    let lost = true;
    const fake = await openReceive({
      'receive.record': ({ shown }) => {
        if (lost) throw new Refusal('resultUnknown');
        return { case: id(0x2001), version: 2, receipt: 'S01-20261124-0006-6', ...shown, told: [] };
      },
    });
    await fillHolder();
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('記録できたか分かりません');
    lost = false;
    await userEvent.click(button('もう一度確かめる'));
    await untilText('受け付けました');
    const [first, second] = recorded(fake);
    expect(second?.requestId).toBe(first?.requestId);
  });

  test('判定が変わったときは、その言葉が出て、入力は残り、次は新しい番号で送る', async () => {
    const fake = await openReceive({
      'receive.record': () => {
        throw new Refusal('decisionChanged');
      },
    });
    await fillHolder();
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('入力の間に判定が変わりました');
    expect(field('holder-name').value).toBe('練習 花子');
    await userEvent.keyboard('{F11}');
    await until('二度目', () => recorded(fake).length === 2);
    expect(recorded(fake)[1]?.requestId).not.toBe(recorded(fake)[0]?.requestId);
  });
});

describe('だれにでも使える', () => {
  async function look(): Promise<void> {
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
  }

  test('空の様式と、代替文字を選ぶ様式に、指摘がない', async () => {
    await openReceive();
    await look();
    await page.viewport(1366, 768);
    await fill('holder-name', takahashi);
    await look();
  });

  test('直すところの一覧のある様式に、指摘がない', async () => {
    await openReceive();
    await fillHolder({ bornOn: 'S64.1.8', card: '2026.10.31' });
    await fill('holder-address', myNumber);
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.querySelector('.error-summary') !== null);
    await look();
  });

  test('照会の判定と、更新の様式に、指摘がない', async () => {
    await openReceive();
    await fillHolder();
    await noDocuments();
    await look();
    await page.viewport(1366, 768);
    await pick('手続', '更新');
    await pick('いまの証明書', 'あり');
    await look();
  });

  test('一列では、F8で判定が開き、もう一度で様式に戻る', async () => {
    await openReceive();
    await page.viewport(683, 700);
    expect(document.querySelector('.task-panel')?.checkVisibility()).toBe(false);
    await userEvent.keyboard('{F8}');
    await until('判定', () => document.activeElement?.id === 'reasons-top');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{F8}');
    await until('様式', () => document.activeElement?.id === 'receive-lines');
  });
});

async function waitFor(elementId: string): Promise<Element> {
  await until(elementId, () => document.getElementById(elementId) !== null);
  return document.getElementById(elementId) ?? document.body;
}
