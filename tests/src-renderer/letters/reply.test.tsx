import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { detailOf } from '../issue-record/case-page.ts';
import { button, until, untilText, visibleText } from '../mount.tsx';
import { f11 } from '../receive/form-page.ts';
import { id } from '../samples.ts';
import {
  accepted,
  byId,
  chooseDocument,
  contact,
  dueToday,
  lookAtAll,
  openLetters,
  panelText,
  pick,
  sampleLetters,
  scanCode,
  scanField,
  typeNumber,
} from './letters-page.ts';

const receipt = dueToday.summary.receipt;
const answered = () =>
  detailOf({
    summary: { case: dueToday.summary.case, receipt, route: 'inquiry', step: 'replyAccepted', next: 'recordIssuance' },
  });

describe('回答の受付 (D3–D5)', () => {
  test('番号を打つとその照会書が開き、番号は自動で確かめられる', async () => {
    await openLetters();
    await typeNumber('S01 20261124 0008 0'.replaceAll(' ', '-'));
    await untilText('回答を受けるときの確認');
    expect(panelText()).toContain('一致');
    expect(panelText()).toContain('印字の期限は11月22日(日)。休日が続くため、今日11月24日(火)まで受け付けます。');
    await until('次の欄', () => document.activeElement?.id === 'reply-complete');
  });

  test('読み取り機の番号は、どこに焦点があってもその照会書を開く', async () => {
    await openLetters();
    button('例 昇').focus();
    scanCode(receipt);
    await untilText('回答を受けるときの確認');
    expect(panelText()).toContain('練習 良子');
  });

  test('期限のまわりを一日ずつ示し、休みと最終日が分かる (D2)', async () => {
    await openLetters();
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    const days = [...document.querySelectorAll<HTMLElement>('.due-strip li')];
    expect(days.map((day) => day.querySelector('b')?.textContent)).toEqual(['20', '21', '22', '23', '24', '25']);
    expect(days.map((day) => day.hasAttribute('data-closed'))).toEqual([false, true, true, true, false, false]);
    expect(days[2]?.innerText).toContain('30日目');
    expect(days[3]?.innerText).toContain('祝日');
    expect(days[4]?.innerText).toContain('最終日');
    expect(days[5]?.innerText).toContain('不可');
  });

  test('すべて確かめるとF11で受け付け、その受付の記録へ進む', async () => {
    const fake = await openLetters({ 'reply.accept': answered, 'case.open': answered });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    expect(f11()).toBe('F11 回答を受付 あと4つ');
    await lookAtAll();
    await chooseDocument('うんてん');
    expect(f11()).toBe('F11 回答を受付');
    await userEvent.keyboard('{F11}');
    await untilText(`回答を受け付けました ${receipt}`);
    expect(accepted(fake)[0]).toMatchObject({
      case: dueToday.summary.case,
      version: 2,
      scanned: receipt,
      complete: true,
      rightHand: true,
      cardPresent: true,
      visitor: { capacity: 'agent', documents: ['driversLicence'], name: '見本 代理', relation: '次女' },
      questionsAnswered: null,
    });
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: dueToday.summary.case });
  });

  test('足りないうちは送らず、最初に足りないところへ行く', async () => {
    const fake = await openLetters({ 'reply.accept': answered });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await pick('回答・委任状', 'そろう');
    await userEvent.keyboard('{F11}');
    await untilText('回答を受け付けるには、あと3つ要ります: 記入した人を確かめる');
    expect(document.activeElement?.id).toBe('reply-rightHand');
    expect(accepted(fake)).toHaveLength(0);
  });

  test.each([
    ['空欄があるとき', '回答・委任状', '空欄あり', '回答書に記入のない欄があります。'],
    ['ほかの人が書いたとき', '記入した人', 'ほかの人', '回答書は本人の記入が必要です'],
    ['カードがないとき', '本人のカード', 'ない', '本人のカードが必要です。'],
  ])('%s、来庁者に伝えることが出て、受け付けない (D4)', async (_, legend, answer, told) => {
    const fake = await openLetters({ 'reply.accept': answered });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await lookAtAll();
    await chooseDocument('うんてん');
    await pick(legend, answer);
    await untilText(told);
    await userEvent.keyboard('{F11}');
    expect(accepted(fake)).toHaveLength(0);
  });

  test('代理人が写真付きの書類を持っていなければ、代理人になれないと伝える (I4, I5)', async () => {
    await openLetters();
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    expect(panelText()).not.toContain('代理人になることができません');
    await userEvent.click(document.querySelector('.reply-documents input[type="checkbox"]') ?? document.body);
    await untilText('本人確認書類をお持ちでない場合は代理人になることができません。');
  });

  test('代理人の氏名が本人と同じなら、そう言い、受け付けない', async () => {
    const fake = await openLetters({ 'reply.accept': answered });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await lookAtAll();
    await chooseDocument('うんてん');
    await userEvent.fill(byId('reply-name'), '練習 良子');
    await untilText('代理人の氏名が本人と同じです。');
    await userEvent.keyboard('{F11}');
    expect(accepted(fake)).toHaveLength(0);
  });

  test('本人確認ができずに照会した人は、質問の答えで受け付けられる (I2, D4)', async () => {
    const fake = await openLetters({ 'reply.accept': answered, 'case.open': answered });
    await typeNumber('S01-20261124-0011-0');
    await untilText('回答を受けるときの確認');
    await pick('回答の記入', 'そろう');
    await pick('記入した人', '本人');
    await pick('本人のカード', 'ある');
    expect(f11()).toBe('F11 回答を受付 あと1つ');
    await pick('質問の答え', '本人と確認');
    await userEvent.keyboard('{F11}');
    await until('受付', () => accepted(fake).length === 1);
    expect(accepted(fake)[0]).toMatchObject({
      questionsAnswered: true,
      visitor: { capacity: 'holder', documents: [], name: null },
    });
  });

  test('回答を受け付けない窓口では、どこへ案内するかを言い、受け付けない (D3)', async () => {
    const fake = await openLetters(
      { 'reply.accept': answered },
      { place: { office: 'sobue', terminal: 1, terminalName: '祖父江支所 1番窓口' } },
    );
    await typeNumber(receipt);
    await untilText('回答書を受け付けるのは市民課です。市民課へご案内ください。');
    expect(document.getElementById('reply-complete')).toBeNull();
    await userEvent.keyboard('{F11}');
    expect(accepted(fake)).toHaveLength(0);
  });

  test('回答を受け付ける窓口が増えれば、その窓口でも受け付ける (D3)', async () => {
    await openLetters(
      {},
      {
        place: { office: 'sobue', terminal: 1, terminalName: '祖父江支所 1番窓口' },
        rules: {
          holidays: [],
          calendar: [],
          changes: [
            {
              change: id(0x61),
              effectiveFrom: '2026-04-01',
              settings: { replyOffices: ['shiminka', 'sobue'] },
            },
          ],
        },
      },
    );
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    expect(document.getElementById('reply-complete')).not.toBeNull();
  });

  test('受付時間の外では受け付けない (L2)', async () => {
    const fake = await openLetters({ 'reply.accept': answered }, { now: '2026-11-24T17:00:00.000+09:00' });
    await typeNumber(receipt);
    await untilText('受付時間の外');
    await userEvent.keyboard('{F11}');
    expect(accepted(fake)).toHaveLength(0);
  });

  test('別のかたの照会書を読み取ったら、はっきり言い、受け付けない', async () => {
    const fake = await openLetters({ 'reply.accept': answered });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await lookAtAll();
    await chooseDocument('うんてん');
    scanCode('S01-20261124-0015-0');
    await untilText('読み取ったのは、別のかたの照会書です(例 昇さん)');
    expect(panelText()).toContain('練習 良子');
    expect(panelText()).toContain('違う番号');
    await userEvent.keyboard('{F11}');
    expect(accepted(fake)).toHaveLength(0);
    scanCode(receipt);
    await until('知らせが消える', () => !visibleText().includes('別のかたの照会書です'));
    expect(f11()).toBe('F11 回答を受付');
  });

  test('別のかたの照会書に、その場で替えられる', async () => {
    await openLetters();
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    scanCode('S01-20261124-0015-0');
    await untilText('別のかたの照会書です');
    await userEvent.click(button('読み取った照会書を開く'));
    await until('開く', () => panelText().includes('例 昇'));
    expect(panelText()).toContain('一致');
  });

  test('ほかの職員が進めていたら、そう言い、確かめたことは残る', async () => {
    const fake = await openLetters({
      'reply.accept': () => {
        throw new Refusal('staleVersion');
      },
    });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await lookAtAll();
    await chooseDocument('うんてん');
    await userEvent.keyboard('{F11}');
    await untilText('ほかの職員がこの受付を進めました');
    expect(fake.count('letters.list')).toBe(2);
    expect(f11()).toBe('F11 回答を受付');
    expect(byId('reply-name').value).toBe('見本 代理');
  });

  test('本体が受け付けなかったわけは、欄の指摘とともに出る', async () => {
    await openLetters({
      'reply.accept': () => {
        throw new Refusal('badFields', [
          { field: 'scanned', message: '回答書の番号が、この受付の番号と異なります。', suggestion: null },
        ]);
      },
    });
    await typeNumber(receipt);
    await untilText('回答を受けるときの確認');
    await lookAtAll();
    await chooseDocument('うんてん');
    await userEvent.keyboard('{F11}');
    await untilText('直すところがあります');
    expect(visibleText()).toContain('回答書の番号が、この受付の番号と異なります。');
  });

  test('一覧にない受付の番号は、照会の受付ならここで開く', async () => {
    const letter = {
      number: 1,
      postedOn: '2026-11-02',
      dueOn: '2026-12-02',
      acceptedUntil: '2026-12-02',
      returned: false,
    };
    await openLetters({
      'case.find': () => ({ case: id(0x7777) }),
      'case.open': () =>
        detailOf({
          summary: {
            case: id(0x7777),
            receipt: 'B01-20261102-0002-6',
            name: '見本 支所',
            route: 'inquiry',
            capacity: 'agent',
            step: 'letterPosted',
            next: 'waitForReply',
            letter,
          },
          visitor: { name: '見本 代理', relation: '妻', reason: null, documents: [], proof: null },
          letters: [letter],
        }),
    });
    await typeNumber('B01-20261102-0002-6');
    await untilText('回答を受けるときの確認');
    expect(panelText()).toContain('見本 支所');
    expect(panelText()).toContain('一致');
  });

  test('見つからない番号は、台帳の言葉で伝える', async () => {
    await openLetters({
      'case.find': () => {
        throw new Refusal('caseNotFound');
      },
    });
    await typeNumber('S01-20261124-0099-0');
    await untilText('S01-20261124-0099-0 を開けませんでした');
    expect(scanField().value).toBe('');
  });
});

describe('連絡・宛所不明・再投函 (D6)', () => {
  const reached = () => {
    const [first] = sampleLetters.filter(({ summary }) => summary.name === '見本 フミ');
    if (first === undefined) throw new Error('the sample holds this row');
    return detailOf({ summary: first.summary, contacts: [contact('2026-11-24', true)], letters: first.letters });
  };

  test('F8で連絡を記録する。伝えたかどうかを選ぶまで送らない', async () => {
    const fake = await openLetters({ 'letters.contact': reached });
    await userEvent.click(button('見本 フミ'));
    await userEvent.keyboard('{F8}');
    await untilText('見本 フミさんへの連絡を記録します');
    const record = (): HTMLElement => document.querySelector<HTMLElement>('dialog .button-main') ?? document.body;
    await userEvent.click(record());
    await untilText('本人に伝えたかどうかを選んでください。');
    await pick('本人に伝えたか', '不在・伝えられず');
    await userEvent.fill(byId('letter-note'), '留守番電話に入れた');
    await userEvent.click(record());
    await until('記録', () => document.querySelector('dialog') === null);
    expect(fake.calls.find(({ method }) => method === 'letters.contact')?.input).toMatchObject({
      how: 'telephone',
      reached: false,
      note: '留守番電話に入れた',
    });
    expect(fake.count('letters.list')).toBe(2);
  });

  test('連絡を記録できなければ、わけを言い、書いたものは残る', async () => {
    await openLetters({
      'letters.contact': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await userEvent.click(button('見本 フミ'));
    await userEvent.keyboard('{F8}');
    await pick('本人に伝えたか', '本人に伝えた');
    await userEvent.fill(byId('letter-note'), '折り返しあり');
    await userEvent.click(document.querySelector('dialog .button-main') ?? document.body);
    await untilText('ほかの処理が台帳を使っています。');
    expect(byId('letter-note').value).toBe('折り返しあり');
  });

  test('連絡を書いている間に読み取っても、別の受付に替わらない', async () => {
    await openLetters();
    await userEvent.click(button('練習 久子'));
    await userEvent.keyboard('{F8}');
    await untilText('練習 久子さんへの連絡を記録します');
    await userEvent.fill(byId('letter-note'), '折り返しあり');
    scanCode(receipt);
    await untilText('先に、開いているたしかめを閉じてください。');
    expect(visibleText()).toContain('練習 久子さんへの連絡を記録します');
    expect(byId('letter-note').value).toBe('折り返しあり');
  });

  test('照会書を開いていなければ、F8は先にすることを言う', async () => {
    await openLetters();
    await userEvent.keyboard('{F8}');
    await untilText('先に照会書を開いてください。');
  });

  test('宛所不明は、安全なボタンに焦点があるたしかめのあとで記録する', async () => {
    const fake = await openLetters({ 'letters.returned': reached });
    await userEvent.click(button('見本 フミ'));
    await userEvent.click(button('宛所不明を記録'));
    await untilText('照会書が宛所不明で戻りました');
    expect(document.activeElement?.textContent).toContain('やめる');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await until('記録', () => fake.count('letters.returned') === 1);
  });

  test('戻った照会書は、F11でもう一度投函する', async () => {
    const fake = await openLetters({
      'letters.post': ({ cases }) => ({
        posted: cases.map((each) => ({
          case: each.case,
          receipt: 'S01-20261124-0006-0',
          letter: {
            number: 2,
            postedOn: '2026-11-24',
            dueOn: '2026-12-24',
            acceptedUntil: '2026-12-24',
            returned: false,
          },
        })),
      }),
    });
    await userEvent.click(button('例 翔'));
    expect(f11()).toBe('F11 もう一度投函');
    await userEvent.keyboard('{F11}');
    await untilText('新しい期限は12月24日(木)です。');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await untilText('1通の投函を記録しました。期限は12月24日(木)です');
    expect(fake.calls.find(({ method }) => method === 'letters.post')?.input).toMatchObject({
      cases: [{ case: id(0x1006) }],
    });
  });
});
