import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { f11, pressTwiceAtOnce, stamp } from '../receive/form-page.ts';
import { detailOf, doneDetail, entryOf, field, fill, heldDetail, openCase, recorded } from './case-page.ts';

describe('発行の記録', () => {
  test('はじめの欄は利用者証明用の発行番号で、Enterで順に進む', async () => {
    await openCase(detailOf());
    await until('焦点', () => document.activeElement?.id === 'issue-1-serial');
    await userEvent.keyboard('2a7f-19c2-440b{Enter}2029.9.12{Enter}');
    expect(document.activeElement).toBe(field('2-serial'));
  });

  test('打つごとに比べ、違うところだけに二重線が付く', async () => {
    await openCase(detailOf());
    await fill('1-expiresOn', '2029.9.12');
    expect(visibleText()).toContain('一致');
    expect(document.querySelector('.issue-line mark')).toBeNull();
    await fill('2-expiresOn', '令和11年9月21日');
    await untilText('相違');
    expect([...document.querySelectorAll('.issue-line mark')].map((mark) => mark.textContent)).toEqual(['12', '21']);
  });

  test('足りないうちはF11で最初の欄へ行き、そろえば一度だけ送る', async () => {
    const fake = await openCase(detailOf(), { 'issue.record': () => doneDetail() });
    await fill('1-serial', '2A7F-19C2-440B');
    await fill('1-expiresOn', '2029.9.12');
    expect(f11()).toBe('F11 発行を記録 あと2つ');
    await userEvent.keyboard('{F11}');
    await until('次の欄', () => document.activeElement === field('2-serial'));
    expect(visibleText()).toContain('署名用の発行番号を入力する');
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', 'R11.9.12');
    pressTwiceAtOnce();
    await untilText('カードを渡せます');
    expect(recorded(fake)).toHaveLength(1);
    expect(recorded(fake)[0]).toMatchObject({
      version: 2,
      acceptance: null,
      certificates: [
        { line: 1, serial: '2A7F-19C2-440B', expiresOn: '2029-09-12' },
        { line: 2, serial: '2A7F-19C2-440C', expiresOn: '2029-09-12' },
      ],
    });
    expect(visibleText()).toContain('カードをお返しします。');
  });

  test('発行番号でないものは、何を見るかを言う', async () => {
    await openCase(detailOf());
    await fill('1-serial', 'あ');
    await userEvent.keyboard('{F11}');
    await untilText('発行番号は英数字とハイフンで入力してください。');
  });
});

describe('満了日の相違 (V7)', () => {
  test('違えば止まり、入れ直して一致すれば進む', async () => {
    let again = false;
    const fake = await openCase(detailOf(), { 'issue.record': () => (again ? doneDetail() : heldDetail()) });
    await fill('1-serial', '2A7F-19C2-440B');
    await fill('1-expiresOn', '2029.9.12');
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.21');
    await userEvent.keyboard('{F11}');
    await untilText('署名用の満了日が違うため、止めています');
    expect(stamp()).toBe('停止');
    expect(f11()).toBe('F11 発行を記録 停止中');
    expect(visibleText()).toContain('「12」と「21」の入れ替わりかもしれません。');
    await until('焦点', () => document.activeElement === field('2-expiresOn'));
    expect(field('2-expiresOn').value).toBe('');
    again = true;
    await userEvent.keyboard('2029.9.12');
    expect(f11()).toBe('F11 発行を記録');
    await userEvent.keyboard('{F11}');
    await untilText('カードを渡せます');
    expect(recorded(fake)[1]).toMatchObject({
      version: 4,
      acceptance: null,
      certificates: [{ line: 2, serial: '2A7F-19C2-440C', expiresOn: '2029-09-12' }],
    });
  });

  test('責任者の欄は、入れ直してもまだ違うときにだけ開く', async () => {
    await openCase(heldDetail());
    const closed = (): boolean => field('acceptance-staffNumber').readOnly;
    expect(closed()).toBe(true);
    expect(visibleText()).toContain('1を終えると入力できます');
    await fill('2-expiresOn', '2029.9.12');
    expect(closed()).toBe(true);
    await fill('2-expiresOn', '2029.9.21');
    await until('開く', () => !closed());
    await fill('2-expiresOn', '');
    await until('閉じる', closed);
  });

  test('責任者は10文字以上の理由を付けて受け入れる', async () => {
    const fake = await openCase(heldDetail(), { 'issue.record': () => doneDetail() });
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.21');
    await fill('acceptance-staffNumber', '10311');
    await fill('acceptance-password', 'ひみつの合言葉');
    await fill('acceptance-reason', '確かめた');
    await userEvent.keyboard('{F11}');
    await untilText('理由は10文字以上で入力してください。');
    expect(recorded(fake)).toHaveLength(0);
    await fill('acceptance-reason', '端末の画面を二人で確かめた');
    await userEvent.keyboard('{F11}');
    await untilText('カードを渡せます');
    expect(recorded(fake)[0]?.acceptance).toEqual({
      staffNumber: '10311',
      password: 'ひみつの合言葉',
      reason: '端末の画面を二人で確かめた',
    });
  });

  test('責任者のパスワードが違えば、そう言い、パスワードだけを消す', async () => {
    await openCase(heldDetail(), {
      'issue.record': () => {
        throw new Refusal('secondPersonFailed', [
          { field: 'acceptance.staffNumber', message: '責任者の職員番号かパスワードが違います。', suggestion: null },
        ]);
      },
    });
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.21');
    await fill('acceptance-staffNumber', '10311');
    await fill('acceptance-password', 'ちがう合言葉');
    await fill('acceptance-reason', '端末の画面を二人で確かめた');
    await userEvent.keyboard('{F11}');
    await untilText('責任者の職員番号かパスワードが違います');
    expect(field('acceptance-password').value).toBe('');
    expect(field('acceptance-reason').value).toBe('端末の画面を二人で確かめた');
  });
});

describe('受付のほかの扱い', () => {
  test('ほかの職員が進めていれば、何があったかを言い、入力は残る', async () => {
    let opened = 0;
    const later = detailOf({
      summary: { version: 3 },
      history: [entryOf('引き継ぎ', '2026-11-24T10:44:00.000+09:00', '見本 次席')],
    });
    const fake = await openCase(detailOf(), {
      'case.open': () => {
        opened += 1;
        return opened === 1 ? detailOf() : later;
      },
      'issue.record': ({ version }) => {
        if (version === 2) throw new Refusal('staleVersion');
        return doneDetail();
      },
    });
    await fill('1-serial', '2A7F-19C2-440B');
    await fill('1-expiresOn', '2029.9.12');
    await fill('2-serial', '2A7F-19C2-440C');
    await fill('2-expiresOn', '2029.9.12');
    await userEvent.keyboard('{F11}');
    await untilText('10:44に「引き継ぎ」(見本 次席)。');
    expect(field('2-serial').value).toBe('2A7F-19C2-440C');
    await userEvent.keyboard('{F11}');
    await untilText('カードを渡せます');
    expect(recorded(fake).map(({ version }) => version)).toEqual([2, 3]);
  });

  test('取下げは理由を聞いてから記録する', async () => {
    const fake = await openCase(detailOf(), {
      'case.withdraw': () => detailOf({ summary: { step: 'withdrawn', next: 'nothing' } }),
    });
    await userEvent.click(button('取り下げる'));
    await untilText('取下げを記録します。もとに戻せません');
    expect(document.activeElement?.id).toBe('case-withdraw-reason');
    const decide = (): HTMLElement => document.querySelector<HTMLElement>('dialog .button-danger') ?? document.body;
    await userEvent.click(decide());
    await untilText('理由を入力してください。');
    expect(fake.count('case.withdraw')).toBe(0);
    await userEvent.fill(document.getElementById('case-withdraw-reason') ?? document.body, '本人の都合');
    await userEvent.click(decide());
    await untilText('この受付は済んでいます');
    expect(fake.calls.find(({ method }) => method === 'case.withdraw')?.input).toMatchObject({
      lines: [1, 2],
      reason: '本人の都合',
    });
  });

  test('預かりのメモは次の職員に見え、引き継げる', async () => {
    const fake = await openCase(detailOf({ summary: { parked: true }, parkedNote: 'カードを取りに戻られた' }), {
      'case.takeUp': () => detailOf(),
    });
    expect(visibleText()).toContain('カードを取りに戻られた');
    await userEvent.click(button('引き継ぐ'));
    await until('引き継ぎ', () => fake.count('case.takeUp') === 1);
    await until('知らせが消える', () => !visibleText().includes('預かり中です'));
  });

  test('取下げを記録できなければ、わけを言い、書いた理由は残る', async () => {
    await openCase(detailOf(), {
      'case.withdraw': () => {
        throw new Refusal('ledgerBusy');
      },
    });
    await userEvent.click(button('取り下げる'));
    await untilText('取下げを記録します。もとに戻せません');
    await userEvent.fill(document.getElementById('case-withdraw-reason') ?? document.body, '本人の都合');
    await userEvent.click(document.querySelector('dialog .button-danger') ?? document.body);
    await untilText('ほかの処理が台帳を使っています。');
    expect((document.getElementById('case-withdraw-reason') as HTMLInputElement).value).toBe('本人の都合');
    await userEvent.keyboard('{Escape}');
    await until('開いたボタンに焦点が戻る', () => document.activeElement === button('取り下げる'));
  });

  test('預かりにすると、今日の窓口へ戻り、番号を伝える', async () => {
    const fake = await openCase(detailOf(), { 'case.park': () => detailOf({ summary: { parked: true } }) });
    await userEvent.click(button('預かりにする'));
    await untilText('この受付を預かりにします');
    await userEvent.click(document.querySelector('dialog .button-main') ?? document.body);
    await untilText('どの職員でも、開いて引き継げます。');
    expect(fake.count('case.park')).toBe(1);
  });

  test('今日は発行できない明細は、理由を見せて受付不可を記録する', async () => {
    const refusal = 'カードの有効期限が過ぎています。';
    const fake = await openCase(
      detailOf({
        certificates: [
          { verdict: 'refuse', refusal },
          { verdict: 'refuse', refusal },
        ],
      }),
      { 'case.refuseLine': () => detailOf({ summary: { step: 'refused', next: 'nothing' } }) },
    );
    expect(stamp()).toBe('不可');
    await userEvent.click(button('受付不可を記録'));
    await untilText('利用者証明用を受付不可にします。もとに戻せません');
    await userEvent.click(document.querySelector<HTMLElement>('dialog .button-danger') ?? document.body);
    await until('記録', () => fake.count('case.refuseLine') === 1);
  });

  test('照会の受付は確認済で止まり、F11は理由を言う', async () => {
    const fake = await openCase(detailOf({ summary: { route: 'inquiry', next: 'postLetter' } }));
    expect(visibleText()).toContain('照会の受付です。照会書の投函を待っています');
    await userEvent.keyboard('{F11}');
    await untilText('回答を受け付けるまで、発行を記録できません。');
    expect(recorded(fake)).toHaveLength(0);
  });

  test('済んだ受付は見るだけになり、Escで今日の窓口へ戻る', async () => {
    await openCase(doneDetail());
    expect(document.querySelector('.issue-sheet input')).toBeNull();
    expect(visibleText()).toContain('2A7F-19C2-440B');
    await userEvent.keyboard('{Escape}');
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });
});

describe('だれにでも使える', () => {
  test.each([
    ['記録の前', detailOf()],
    ['相違で止まった', heldDetail()],
    ['済んだ', doneDetail()],
    ['照会の', detailOf({ summary: { route: 'inquiry', next: 'postLetter' } })],
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
