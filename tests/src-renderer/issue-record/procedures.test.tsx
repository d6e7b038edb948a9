import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useLetters } from '../../../src-renderer/store/letters-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { f11, stamp } from '../receive/form-page.ts';
import { id } from '../samples.ts';
import { detailOf, doneDetail, entryOf, field, fill, heldDetail, openCase } from './case-page.ts';
import { inquiryDetail, mixedDetail, revokeDetail } from './procedure-cases.ts';

describe('照会の受付 (D1–D6)', () => {
  test('照会中は、期限と延びたわけ、代理人、連絡が見え、F11は回答が先だと言う', async () => {
    await openCase(inquiryDetail({}));
    expect(visibleText()).toContain('照会中です。回答の期限は11月24日(火)です');
    expect(visibleText()).toContain('休日が続くため延びています');
    expect(visibleText()).toContain('任意代理人 見本 代理(次女)');
    expect(visibleText()).toContain('来週来庁');
    expect(visibleText()).toContain('10/23 10:12');
    await userEvent.keyboard('{F11}');
    await untilText('照会の受付です。回答を受け付けるまで、発行を記録できません。');
  });

  test('照会の一覧へ行くと、その照会書が開いている', async () => {
    const detail = inquiryDetail({});
    await openCase(detail, { 'letters.list': () => ({ day: '2026-11-24', letters: [] }) });
    await userEvent.click(button('回答を受け付ける・連絡を記録'));
    await untilText('回答を受けるときの確認');
    expect(useTask.getState().task).toEqual({ kind: 'letters' });
    expect(useLetters.getState().opened).toBe(detail.summary.case);
    useLetters.setState(useLetters.getInitialState(), true);
  });

  test('戻った照会書は、住所を確かめて再投函するように言う', async () => {
    await openCase(inquiryDetail({ step: 'letterReturned', next: 'postAgain' }));
    expect(stamp()).toBe('停止');
    expect(visibleText()).toContain('照会書が宛所不明で戻りました');
  });

  test('期限切れは、新しい申請が要ると言い、発行できない (D5)', async () => {
    await openCase(inquiryDetail({ lapsed: true, next: 'nothing' }));
    expect(stamp()).toBe('不可');
    expect(visibleText()).toContain('期限切れです。新しい申請が要ります');
    expect(visibleText()).toContain('期限切れ');
    expect(document.querySelector('.issue-sheet input')).toBeNull();
    await userEvent.keyboard('{F11}');
    await untilText('回答の期限が切れたため、この受付では発行できません。新しい申請が要ります。');
  });

  test('回答を受け付けたあとは、発行を記録できる', async () => {
    const fake = await openCase(inquiryDetail({ step: 'replyAccepted', next: 'recordIssuance' }), {
      'issue.record': () => doneDetail(),
    });
    await fill('1-serial', '2A7F-19C2-440B');
    await fill('1-expiresOn', '2029.9.12');
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.12');
    await userEvent.keyboard('{F11}');
    await untilText('カードを渡せます');
    expect(fake.count('issue.record')).toBe(1);
  });
});

describe('発行の前に伝えること', () => {
  test('更新の期間を過ぎて新規発行になったことを、記録の前に言う (W2, V1)', async () => {
    await openCase(detailOf({ certificates: [{ becameIssue: true }, {}] }));
    expect(visibleText()).toContain('更新の期間を過ぎたため、新規発行になります。');
  });

  test('更新しても満了日が延びないことを、記録の前に言う (W3)', async () => {
    const text = '更新しても満了日は延びない(2029年9月12日のまま)';
    const detail = detailOf({ certificates: [{ procedure: 'renew' }, { procedure: 'renew' }] });
    const noGain = { code: 'W3', kind: 'signature', status: 'unmet', effect: 'note', text, refusal: null } as const;
    await openCase({ ...detail, findings: [...detail.findings, noGain] });
    expect(document.querySelectorAll('.line-notes [data-heed]')).toHaveLength(1);
    expect(document.querySelector<HTMLElement>('.line-notes [data-heed]')?.innerText).toContain(text);
  });

  test('記録すると効力を失う証明書を示す', async () => {
    const ends = { serial: '1C2D-3E4F-0001', issuedOn: '2021-12-01', expiresOn: '2026-12-20' };
    await openCase(detailOf({ certificates: [{ procedure: 'renew', ends }, {}] }));
    expect(visibleText()).toContain('いまの証明書は効力を失います(1C2D-3E4F-0001・2026年(令和8年)12月20日まで)');
  });

  test('手数料、紙での受付のわけ、通知が見える (F1, L4, X3)', async () => {
    const detail = detailOf({ backEntryReason: '端末の故障', basis: '転入の通知 第12号' });
    const [first, ...others] = detail.summary.lines;
    if (first === undefined) throw new Error('the sample has lines');
    await openCase({ ...detail, summary: { ...detail.summary, lines: [{ ...first, fee: 200 }, ...others] } });
    expect(visibleText()).toContain('手数料 200円');
    expect(visibleText()).toContain('理由: 端末の故障');
    expect(visibleText()).toContain('通知: 転入の通知 第12号');
  });
});

const stopNow: Parameters<typeof openCase>[2] = {
  rules: {
    holidays: [],
    calendar: [
      {
        entry: id(0x71),
        kind: 'systemStop',
        from: '2026-11-24T10:00',
        until: '2026-11-24T12:00',
        offices: null,
        reason: '計画停止',
      },
    ],
    changes: [],
  },
};

describe('失効の記録 (X1–X4)', () => {
  test('F11はたしかめてから、開いている明細だけを失効する', async () => {
    const fake = await openCase(revokeDetail({}), {
      'revoke.record': () => revokeDetail({ summary: { step: 'finished', next: 'nothing' } }),
    });
    expect(visibleText()).toContain('失効の記録');
    expect(visibleText()).toContain('1C2D-3E4F-0001');
    expect(f11()).toBe('F11 失効を記録');
    await userEvent.keyboard('{F11}');
    await untilText('利用者証明用と署名用を失効します。もとに戻せません');
    expect(document.activeElement?.textContent).toContain('やめる');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await untilText('失効を記録しました');
    expect(fake.calls.find(({ method }) => method === 'revoke.record')?.input).toMatchObject({ lines: [1, 2] });
    expect(stamp()).toBe('失効');
  });

  test('失効できなかったときは、わけを言い、たしかめに留まる', async () => {
    await openCase(revokeDetail({}), {
      'revoke.record': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await userEvent.keyboard('{F11}');
    await untilText('もとに戻せません');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await until('わけ', () => document.querySelector('dialog')?.textContent?.includes('台帳を使っています') === true);
  });

  test('同じ種類の失効と発行は、明細の番号で別々に扱う', async () => {
    const fake = await openCase(mixedDetail(false), { 'revoke.record': () => mixedDetail(true) });
    expect(document.querySelector('.issue-line')).toBeNull();
    await userEvent.keyboard('{F11}');
    await untilText('署名用を失効します。もとに戻せません');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await until('発行の欄', () => document.querySelectorAll('.issue-line').length === 1);
    expect(fake.calls.find(({ method }) => method === 'revoke.record')?.input).toMatchObject({ lines: [1] });
    expect(field('2-serial').value).toBe('');
    expect(visibleText()).toContain('失効しました');
  });

  test('システムの停止中は、再開してから記録すると言う (L3)', async () => {
    const held = { rule: 'L3', terminal: null, times: 1 } as const;
    await openCase(revokeDetail({ line: { held }, summary: { held: 'L3', next: 'waitForSystem' } }), {}, stopNow);
    expect(stamp()).toBe('停止');
    expect(visibleText()).toContain('全国のシステムが止まっているため、失効を待っています');
    await userEvent.keyboard('{F11}');
    await untilText('再開してから失効を記録してください。');
  });

  test('停止が終われば、待っていた失効を記録できる (L3)', async () => {
    const held = { rule: 'L3', terminal: null, times: 1 } as const;
    const fake = await openCase(revokeDetail({ line: { held }, summary: { held: 'L3', next: 'waitForSystem' } }), {
      'revoke.record': () => revokeDetail({ summary: { step: 'finished', next: 'nothing' } }),
    });
    await userEvent.keyboard('{F11}');
    await untilText('利用者証明用と署名用を失効します。もとに戻せません');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await untilText('失効を記録しました');
    expect(fake.calls.find(({ method }) => method === 'revoke.record')?.input).toMatchObject({ lines: [1, 2] });
  });

  test('停止が終われば、待っていた発行も同じ画面で記録できる (L3)', async () => {
    const held = { rule: 'L3', terminal: null, times: 1 } as const;
    await openCase(detailOf({ certificates: [{ held }, { held }], summary: { held: 'L3', next: 'waitForSystem' } }));
    expect(document.querySelectorAll('.issue-line')).toHaveLength(2);
    expect(document.querySelector('.hold-box')).toBeNull();
  });
});

describe('責任者を待つ (B7)', () => {
  const waiting = [
    { request: id(0x501), act: 'recordedWrongly', asked: '見本 窓口', at: '2026-11-24T10:31:00.000+09:00' },
  ];

  test('X4は責任者の承認を待ち、だれがいつ頼んだかが見える', async () => {
    const held = { rule: 'X4', terminal: null, times: 1 } as const;
    const detail = revokeDetail({
      line: { cause: 'X4', held },
      summary: { held: 'X4', next: 'waitForSecondPerson', asked: true, capacity: null },
    });
    await openCase({ ...detail, waiting });
    expect(visibleText()).toContain('責任者を待っています');
    expect(visibleText()).toContain('11/24 10:31 見本 窓口さんの依頼: 記録誤りで失効する');
    expect(visibleText()).toContain('通知');
    await userEvent.keyboard('{F11}');
    await untilText('責任者の承認を待っています。承認されるまで、失効を記録できません。');
  });

  test('満了日の相違は、理由を残して別の席の責任者に頼める (V7)', async () => {
    const asked = { ...heldDetail(), waiting: [{ ...waiting[0], act: 'terminalDate' }] } as CaseDetail;
    const fake = await openCase(heldDetail(), { 'issue.askAcceptance': () => asked });
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.21');
    await userEvent.click(button('責任者を待つ'));
    await untilText('理由を入力してください。');
    expect(fake.count('issue.askAcceptance')).toBe(0);
    await fill('acceptance-reason', '端末の画面を二人で確かめた');
    await userEvent.click(button('責任者を待つ'));
    await untilText('責任者を待っています');
    expect(fake.calls.find(({ method }) => method === 'issue.askAcceptance')?.input).toMatchObject({
      line: 2,
      serial: '2A7F-19C2-440C',
      expiresOn: '2029-09-21',
      reason: '端末の画面を二人で確かめた',
    });
  });
});

describe('訂正 (B1)', () => {
  const entry = entryOf('受付', '2026-11-24T10:12:00.000+09:00');
  const corrected = detailOf({
    history: [entry],
    corrections: [
      {
        entry: entry.entry,
        at: '2026-11-24T10:40:00.000+09:00',
        reason: '読み違い',
        changes: [{ field: 'kana', label: 'フリガナ', from: 'レンシュウ センシ', to: 'レンシュウ センジ' }],
        asked: '見本 窓口',
        approver: '見本 責任',
      },
    ],
  });

  test('前の記録は線で消して残り、いまの記録、理由、申請と承認の職員が読める', async () => {
    await openCase(corrected);
    expect(document.querySelector('.case-correction del')?.textContent).toBe('レンシュウ センシ');
    expect(document.querySelector('.case-correction ins')?.textContent).toBe('レンシュウ センジ');
    expect(visibleText()).toContain('理由: 読み違い(申請 見本 窓口・承認 見本 責任)');
  });

  test.each([
    ['照会中', inquiryDetail({})],
    ['期限切れ', inquiryDetail({ lapsed: true, next: 'nothing' })],
    ['失効を待つ', revokeDetail({})],
    ['失効と発行', mixedDetail(true)],
    ['訂正のある', corrected],
  ])('%s受付に、指摘がない', async (_, detail) => {
    await openCase(detail);
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
  });
});
