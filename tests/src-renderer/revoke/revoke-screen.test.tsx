import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { button, compose, confirmComposition, until, untilText, visibleText } from '../mount.tsx';
import { choose, draftsSaved, f11, field, fill, panelText, pick, recorded, stamp, tick } from '../receive/form-page.ts';
import { id, supervisor } from '../samples.ts';
import { chooseCause, fillHolderOf, lanesSpoken, openRevoke, pageOfHanako } from './revoke-page.ts';

const answer = {
  case: id(0x2002),
  version: 2,
  receipt: 'S01-20261124-0007-4',
  verdict: 'accept',
  route: null,
  told: ['署名用の証明書は使えなくなります。'],
  revoked: 1,
  held: null,
} as const;

describe('通知による失効', () => {
  test('異動(X3)は署名用だけが終わり、来庁者を尋ねずに記録できる', async () => {
    const fake = await openRevoke({ 'receive.record': () => ({ ...answer, told: [...answer.told] }) });
    await fillHolderOf();
    await chooseCause('X3');
    await fill('basis', '転居届(11月24日受理)の通知');
    await until('失効', () => stamp() === '失効');
    expect(panelText()).toContain('署名用だけが失効します');
    expect(panelText()).toContain('利用者証明用続く2028年(令和10年)4月1日まで');
    expect(lanesSpoken()).toContain('利用者証明用: そのまま続く。2028.4.1 まで。');
    expect(visibleText()).not.toContain('来庁者を選ぶ');
    await userEvent.keyboard('{F11}');
    await untilText('失効を記録しました S01-20261124-0007-4');
    await untilText('証明書1つは、いま失効しました。');
    expect(recorded(fake)[0]).toMatchObject({
      shown: { verdict: 'accept', route: null },
      approval: null,
      facts: {
        lines: [{ kind: 'signature', procedure: 'revoke', cause: 'X3', feeReason: null }],
        visitor: { capacity: null, documents: [] },
        card: { medium: null, expiresOn: '' },
        basis: '転居届(11月24日受理)の通知',
      },
    });
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });

  test('異動のあとに続けて発行すると、同じ受付で新しい署名用が出て、発行の記録へ続く', async () => {
    const fake = await openRevoke();
    await fillHolderOf();
    await chooseCause('X3');
    await fill('basis', '転居届の通知');
    await pick('新しい署名用を続けて発行', '続けて発行');
    expect(f11()).toContain('あと');
    await fill('card-expiresOn', '2033.4.1');
    await choose('めんきょ');
    await until('新しい署名用', () => panelText().includes('新しい署名用発行可'));
    expect(lanesSpoken()).toContain('新しい署名用: 今日発行できる');
    await userEvent.keyboard('{F11}');
    await until('発行の記録', () => useTask.getState().task.kind === 'issueRecord');
    expect(recorded(fake)[0]?.facts.lines.map(({ kind, procedure }) => `${kind} ${procedure}`)).toEqual([
      'signature revoke',
      'signature issue',
    ]);
  });

  test('消除(X3d)は、どちらも終わる', async () => {
    await openRevoke();
    await fillHolderOf();
    await chooseCause('X3d');
    await fill('basis', '死亡届の通知');
    await until('どちらも', () => panelText().includes('どちらも失効します'));
  });

  test('記録の誤り(X4)は、職員なら責任者の確認が要り、待つと停止する', async () => {
    const fake = await openRevoke({ 'receive.record': () => ({ ...answer, told: [], revoked: 0, held: 'X4' }) });
    await fillHolderOf();
    await chooseCause('X4');
    await tick('署名用');
    await fill('basis', '生年月日の記録の誤り');
    expect(f11()).toBe('F11 失効を記録 あと1つ');
    await pick('責任者の確認', '責任者を待つ');
    await userEvent.keyboard('{F11}');
    await untilText('責任者が承認するまで失効しません(X4)。');
    expect(recorded(fake)[0]?.approval).toBe('wait');
  });

  test('記録の誤り(X4)は、責任者が自分で記録するなら確認が要らない', async () => {
    const fake = await openRevoke({ 'receive.record': () => ({ ...answer, told: [] }) }, { user: supervisor });
    await fillHolderOf();
    await chooseCause('X4');
    await tick('利用者証明用');
    await fill('basis', '生年月日の記録の誤り');
    expect(f11()).toBe('F11 失効を記録');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]).toMatchObject({ approval: null, facts: { lines: [{ kind: 'userAuthentication' }] } });
  });
});

describe('システム停止(L3)', () => {
  test('停止のあいだの通知は、記録して失効は停止のあとと言い、そのとおり停止する', async () => {
    const stop = {
      entry: id(8),
      kind: 'systemStop' as const,
      from: '2026-11-24T08:00',
      until: '2026-11-24T23:00',
      offices: null,
      reason: '計画停止',
    };
    await openRevoke(
      { 'receive.record': () => ({ ...answer, told: [], revoked: 0, held: 'L3' }) },
      { rules: { calendar: [stop], changes: [], holidays: [] } },
    );
    await fillHolderOf();
    await chooseCause('X3');
    await fill('basis', '転居届の通知');
    await untilText('システム停止(計画停止)。記録して、失効は停止のあと');
    await userEvent.keyboard('{F11}');
    await untilText('統合端末の停止(L3)が終わってから、続きを記録してください。');
  });
});

describe('申請と届出による失効', () => {
  test('本人の申請(X1)は、選んだ証明書だけが終わる', async () => {
    const fake = await openRevoke({ 'receive.record': () => ({ ...answer, route: 'sameDay', told: [] }) });
    await fillHolderOf();
    await chooseCause('X1');
    await until('種類を選ぶ', () => panelText().includes('失効する証明書を選ぶ'));
    await tick('利用者証明用');
    await choose('めんきょ');
    await until('失効', () => panelText().includes('利用者証明用だけが失効します'));
    await userEvent.keyboard('{F11}');
    await untilText('失効を記録しました');
    expect(recorded(fake)[0]?.facts).toMatchObject({
      lines: [{ kind: 'userAuthentication', procedure: 'revoke', cause: 'X1' }],
      basis: null,
      card: { medium: 'myNumberCard', expiresOn: '' },
    });
  });

  test('代理人の申請(X1)は照会になる', async () => {
    await openRevoke();
    await fillHolderOf();
    await chooseCause('X1');
    await tick('署名用');
    await pick('来庁者', '任意代理人');
    await fill('visitor-name', '例田 次郎');
    await fill('visitor-reason', '本人が入院しているため');
    await choose('めんきょ');
    await until('照会', () => stamp() === '照会');
    expect(f11()).toBe('F11 照会で受け付ける');
    expect(panelText()).toContain('回答のあと失効');
  });

  test('届出(X2)は受付時間の外でも、確認できればすぐ失効する', async () => {
    await openRevoke({}, { now: '2026-11-24T18:30:00.000+09:00' });
    await fillHolderOf();
    await chooseCause('X2');
    await tick('署名用');
    await choose('めんきょ');
    await until('失効', () => stamp() === '失効');
    await chooseCause('X1');
    await tick('署名用');
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('受付時間の外');
  });

  test('住基カードの申請と届出は断る(M2)', async () => {
    await openRevoke();
    await fillHolderOf();
    await chooseCause('X2');
    await tick('署名用');
    await pick('カード', '住基カード');
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('M2');
    expect(f11()).toContain('受付不可');
  });

  test('すでに失効したものは、台帳の記録として見え、断る', async () => {
    await openRevoke({
      'person.knownCertificates': () => ({ certificates: [], ended: [{ kind: 'signature', on: '2026-11-20' }] }),
    });
    await fillHolderOf();
    await untilText('署名用 令和8年11月20日に失効済み');
    await chooseCause('X3');
    await fill('basis', '転居届の通知');
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('すでに失効している(令和8年11月20日)');
  });
});

describe('失効の入力中', () => {
  test('打ったものは失効の入力中として残り、F5で続きから始まる', async () => {
    const fake = await openRevoke();
    await fillHolderOf();
    await chooseCause('X3');
    await userEvent.keyboard('{F2}');
    await until('控え', () => draftsSaved(fake).length > 0);
    expect(draftsSaved(fake).at(-1)).toMatchObject({ task: 'revoke', title: '練習 花子' });
    await userEvent.keyboard('{F5}');
    await until('続き', () => document.getElementById('receive-holder-name') !== null);
    expect(field('holder-name').value).toBe('練習 花子');
    expect(document.querySelector<HTMLInputElement>('[aria-labelledby="cause-X3"]')?.checked).toBe(true);
  });

  test('受付と失効の様式は、互いに混ざらない', async () => {
    await openRevoke();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{F3}');
    await until('受付', () => document.activeElement?.id === 'receive-lines');
    expect(field('holder-name').value).toBe('');
  });

  test('台帳から来ると、その受付の本人が入り、打ちかけの別の人は入力中に残る', async () => {
    const fake = await openRevoke({ 'case.open': () => pageOfHanako() });
    await fill('holder-name', '見本 太郎');
    useTask.getState().go({ kind: 'revoke', draft: null, holder: id(0x3001) });
    await until('本人', () => field('holder-name').value === '練習 花子');
    expect(field('holder-bornOn').value).toBe('昭和63年4月1日');
    expect(field('holder-address').value).toBe('愛知県稲沢市見本町1番地');
    expect(draftsSaved(fake).at(-1)?.title).toBe('見本 太郎');
  });

  test('打ちかけてEscを押すと、残すか消すかを尋ねる', async () => {
    await openRevoke();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{Escape}');
    await untilText('入力の途中です');
    await userEvent.click(button('戻る'));
    expect(field('holder-name').value).toBe('練習 花子');
  });

  test('通知の内容の変換中は、F11もEnterも動かない', async () => {
    const fake = await openRevoke();
    await fillHolderOf();
    await chooseCause('X3');
    await userEvent.click(field('basis'));
    await compose('てんきょ');
    await userEvent.keyboard('{F11}');
    expect(recorded(fake)).toHaveLength(0);
    await confirmComposition('転居の通知');
    await until('確定', () => field('basis').value.includes('転居の通知'));
    expect(document.activeElement).toBe(field('basis'));
  });

  test('個人番号を書いた通知の内容は、その欄で言い、記録しない', async () => {
    const fake = await openRevoke();
    await fillHolderOf();
    await chooseCause('X3');
    await fill('basis', '123456789018');
    await untilText('12桁の個人番号と思われる数字があります。消してください。');
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.activeElement?.classList.contains('error-summary') === true);
    expect(recorded(fake)).toHaveLength(0);
  });
});
