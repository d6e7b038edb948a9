import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, compose, confirmComposition, until, untilText, visibleText } from '../mount.tsx';
import { id } from '../samples.ts';
import {
  choose,
  f11,
  field,
  fill,
  fillHolder,
  type Handlers,
  openReceive,
  panelText,
  pick,
  recorded,
  stamp,
  tick,
} from './form-page.ts';

function known(expiresOn: string): Handlers {
  return {
    'person.knownCertificates': () => ({
      certificates: (['signature', 'userAuthentication'] as const).map((kind) => ({
        kind,
        issuedOn: '2022-01-05',
        expiresOn,
        serial: `${kind === 'signature' ? 'SG' : 'UA'}-0001`,
      })),
      ended: [],
    }),
  };
}

async function fillKnownHolder(): Promise<void> {
  await fill('holder-name', '練習 花子');
  await fill('holder-kana', 'レンシュウ ハナコ');
  await pick('性別', '女');
  await fill('holder-bornOn', 'S63.4.1');
  await fill('holder-address', '愛知県稲沢市見本町1番地');
  await fill('card-expiresOn', '2035.4.1');
  await choose('めんきょ');
}

describe('更新と失効して新規', () => {
  test('早すぎる更新は、いつからかを言い、Enterで通る一押しで失効して新規になる', async () => {
    const fake = await openReceive(known('2028-04-01'));
    await pick('手続', '更新');
    await fillKnownHolder();
    await untilText('どちらも更新は令和10年1月2日からです。');
    expect(stamp()).toBe('不可');
    await userEvent.click(field('card-expiresOn'));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(button('失効して新規にする'));
    await userEvent.keyboard('{Enter}');
    await until('即日', () => stamp() === '即日');
    expect(panelText()).toContain('新しい利用者証明用');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]?.facts.lines.map(({ kind, procedure, cause }) => [kind, procedure, cause])).toEqual([
      ['userAuthentication', 'revoke', 'X1'],
      ['userAuthentication', 'issue', null],
      ['signature', 'revoke', 'X1'],
      ['signature', 'issue', null],
    ]);
  });

  test('満了したものの更新は、一押しで新規発行になる', async () => {
    await openReceive(known('2026-11-23'));
    await pick('手続', '更新');
    await fillKnownHolder();
    await untilText('どちらも満了しているので、新規発行になります。');
    await userEvent.click(button('新規発行にする'));
    await until('即日', () => stamp() === '即日');
    const chosen = document.querySelector<HTMLInputElement>('[aria-label="手続"] input:checked');
    expect(chosen?.value).toBe('issue');
  });

  test('期限の延びない更新は、受け付ける前にそう言う(W3)', async () => {
    await openReceive(known('2027-01-08'));
    await pick('手続', '更新');
    await fillKnownHolder();
    await fill('card-expiresOn', '2027.1.8');
    await untilText('どちらも更新しても、使える期限は延びません。');
    expect(stamp()).toBe('即日');
  });

  test('種類ごとに、しない・新規発行・更新・失効して新規を選べる', async () => {
    const fake = await openReceive(known('2027-01-08'));
    await fillKnownHolder();
    await pick('手続', '種類ごと');
    await pick('利用者証明用', '更新');
    await pick('署名用', 'しない');
    await until('更新', () => panelText().includes('即日で更新できます'));
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]?.facts.lines).toEqual([
      { kind: 'userAuthentication', procedure: 'renew', cause: null, feeReason: null },
    ]);
  });

  test('打った証明書には、更新できるかと、読めない発行番号を言う', async () => {
    await openReceive();
    await fillHolder();
    await pick('いまの証明書', 'あり');
    await fill('current-signature', '2022.1.5');
    await fill('current-signature-expiresOn', '2027.1.8');
    await untilText('更新できます');
    await fill('current-signature-serial', '番号');
    await untilText('発行番号は英数字とハイフンで入力してください。');
  });
});

describe('代理人', () => {
  test('続柄・住所・資格の書類・理由が、そのまま送られる', async () => {
    const fake = await openReceive();
    await pick('来庁者', '法定代理人');
    await fillHolder({ bornOn: 'H24.3.8' });
    await fill('visitor-name', '例田 直子');
    await fill('visitor-relation', '母');
    await tick('住所は本人と同じ');
    await choose('めんきょ');
    await pick('法定代理人の資格を示した書類', '戸籍');
    await until('照会', () => f11() === 'F11 照会で受け付ける');
    await userEvent.keyboard('{F11}');
    await untilText('照会で受け付けました');
    expect(recorded(fake)[0]?.facts.visitor).toEqual({
      capacity: 'statutoryRepresentative',
      documents: ['driversLicence'],
      name: '例田 直子',
      relation: '母',
      address: '愛知県稲沢市見本町1番地',
      reason: null,
      proof: 'familyRegister',
    });
  });

  test('任意代理人が理由を言わなければ、そう印を付けて断れる(I6)', async () => {
    await openReceive();
    await pick('来庁者', '任意代理人');
    await fillHolder();
    await fill('visitor-name', '例田 次郎');
    await choose('めんきょ');
    expect(f11()).toBe('F11 受け付ける あと1つ');
    await tick('聞いたが、理由がない');
    await until('不可', () => stamp() === '不可');
    expect(panelText()).toContain('代理の理由がない');
  });

  test('代理人の欄の直しは、それぞれの欄に出る', async () => {
    await openReceive();
    await pick('来庁者', '任意代理人');
    await fill('holder-name', '練習 花子');
    await fill('visitor-name', '練習 花子');
    await untilText('代理人の氏名が本人と同じです。');
    await fill('visitor-relation', 'あ'.repeat(41));
    await untilText('続柄は40文字までです。');
    await fill('visitor-address', '123456789018');
    await untilText('12桁の個人番号と思われる数字があります。消してください。');
    expect(field('visitor-address').getAttribute('aria-invalid')).toBe('true');
    expect(field('visitor-relation').getAttribute('aria-invalid')).toBe('true');
  });

  test('代理の理由の変換中のEnterは、次の欄へ行かない', async () => {
    await openReceive();
    await pick('来庁者', '任意代理人');
    await userEvent.click(field('visitor-reason'));
    await compose('にゅういん');
    expect(document.activeElement).toBe(field('visitor-reason'));
    await confirmComposition('入院のため');
    await until('確定', () => field('visitor-reason').value.includes('入院のため'));
    expect(document.activeElement).toBe(field('visitor-reason'));
  });
});

describe('手数料(F1)', () => {
  const changes = [
    { change: id(7), effectiveFrom: '2026-10-01', settings: { fees: [{ reason: '紛失による再交付', yen: 200 }] } },
  ];

  test('表がなければ何も出ず、表があれば明細ごとに選び、合計が出る', async () => {
    const fake = await openReceive({}, { rules: { calendar: [], changes, holidays: [] } });
    await fillHolder();
    await choose('めんきょ');
    expect(visibleText()).toContain('合計 0円');
    await pick('署名用', '紛失による再交付 200円');
    await untilText('合計 200円');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]?.facts.lines.map(({ feeReason }) => feeReason)).toEqual([null, '紛失による再交付']);
  });

  test('表がないときは、手数料の行がない', async () => {
    await openReceive();
    expect(visibleText()).not.toContain('手数料');
  });
});

describe('紙で受け付けたもの(L4)', () => {
  async function fillPaper(): Promise<void> {
    await fillHolder();
    await choose('めんきょ');
    await tick('紙で受け付けたものを入力');
    await until('日付の欄', () => document.activeElement?.id === 'receive-backEntry-happenedAt');
    await userEvent.keyboard('R8.11.20{Enter}1530{Enter}停電のため');
  }

  test('日時・理由・責任者を待つことが送られ、停止の知らせが出る', async () => {
    const fake = await openReceive({
      'receive.record': ({ shown }) => ({
        case: id(0x2001),
        version: 2,
        receipt: 'S01-20261124-0006-6',
        ...shown,
        told: [],
        revoked: 0,
        held: 'L4',
      }),
    });
    await fillPaper();
    await untilText('11月20日(金)の決まりで判定しています');
    expect(f11()).toBe('F11 受け付ける あと1つ');
    await pick('責任者の確認', '責任者を待つ');
    await userEvent.keyboard('{F11}');
    await untilText('受け付けて、停止しています S01-20261124-0006-6');
    expect(recorded(fake)[0]).toMatchObject({
      backEntry: { happenedAt: '2026-11-20T15:30', reason: '停電のため' },
      approval: 'wait',
    });
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });

  test('責任者がここでサインインでき、違えばその欄で言い、パスワードは残さない', async () => {
    const fake = await openReceive({
      'receive.record': () => {
        throw new Refusal('secondPersonFailed');
      },
    });
    await fillPaper();
    await pick('責任者の確認', 'ここでサインイン');
    await fill('approval-staffNumber', '10311');
    await fill('approval-password', 'ひみつの合言葉');
    await userEvent.keyboard('{F11}');
    await untilText('責任者の職員番号かパスワードが違います。');
    expect(recorded(fake)[0]?.approval).toEqual({
      staffNumber: '10311',
      password: 'ひみつの合言葉',
      reason: '停電のため',
    });
    expect(field('approval-password').value).toBe('');
    expect(field('approval-staffNumber').value).toBe('10311');
  });

  test('いまより後の日時は、その欄で言う', async () => {
    await openReceive();
    await tick('紙で受け付けたものを入力');
    await fill('backEntry-happenedAt', '2030.1.1');
    await fill('backEntry-happenedAt-time', '9:00');
    await untilText('受け付けた日時が、いまより後になっています。');
    expect(field('backEntry-happenedAt').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('システム停止(L3)', () => {
  test('停止の日は、受け付けて発行は停止のあとと言う', async () => {
    const stop = {
      entry: id(8),
      kind: 'systemStop' as const,
      from: '2026-11-24T08:00',
      until: '2026-11-24T23:00',
      offices: null,
      reason: '計画停止',
    };
    await openReceive({}, { rules: { calendar: [stop], changes: [], holidays: [] } });
    await untilText('システム停止(計画停止)。受け付けて、発行は停止のあと');
  });
});
