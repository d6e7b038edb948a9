import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';

import { until, untilText, visibleText } from '../mount.tsx';

import {
  choose,
  f11,
  fill,
  fillHolder,
  noDocuments,
  openReceive,
  panelText,
  pick,
  recorded,
  stamp,
} from './form-page.ts';

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
    await fill('visitor-name', '練習 直子');
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
          { kind: 'signature', issuedOn: '2025-04-01', expiresOn: '2030-04-01', serial: 'SG1-0001' },
          { kind: 'userAuthentication', issuedOn: '2025-04-01', expiresOn: '2030-04-01', serial: 'UA1-0001' },
        ],
        ended: [],
      }),
    });
    await fill('holder-name', '練習 花子');
    await fill('holder-bornOn', 'S63.4.1');
    await untilText('どちらも 2030年(令和12年)4月1日まで');
    await untilText('更新は令和12年1月2日から');
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
