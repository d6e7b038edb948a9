import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

describe('入力中のもの', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await appBed();
  });
  afterEach(() => bed.remove());

  const draftOf = (content: string, title = '') =>
    ({ draft: requestId(), version: 0, task: 'receive', title, content }) as const;

  test.each([
    ['奥の欄', JSON.stringify({ holder: { address: { line: ['稲沢市', '1234-5678-9018'] } } })],
    ['並びの中', JSON.stringify([[['１２３４ ５６７８ ９０１８']]])],
    ['数の形', JSON.stringify({ holder: { address: 123456789018 } })],
    ['欄の名前', JSON.stringify({ '123456789018': '' })],
    ['漢数字', JSON.stringify({ note: '一二三四五六七八九〇一八' })],
    ['読めない文', 'address=123456789018'],
    ['ただの文字', '"123456789018"'],
    ['ただの数', '123456789018'],
  ])('個人番号らしい数字は、%sに入っていても残さない', async (_, content) => {
    expect((await bed.counter.refused('draft.save', draftOf(content))).code).toBe('personalNumber');
    expect((await bed.counter.call('home.today', {})).drafts).toEqual([]);
  });

  test('見出しに入れた個人番号も残さない', async () => {
    expect((await bed.counter.refused('draft.save', draftOf('{}', '123456789018'))).code).toBe('personalNumber');
  });

  test('電話番号・日付・半端な番号は残せる', async () => {
    const content = JSON.stringify({ tel: '0587-32-1111', born: '1988-04-01', half: '12345678901', digits: 20261124 });
    const { version } = await bed.counter.call('draft.save', draftOf(content));
    expect(version).toBe(1);
  });

  test('保存は一つ前の版からだけ続けられる', async () => {
    const draft = draftOf('{}');
    await bed.counter.call('draft.save', draft);
    expect((await bed.counter.refused('draft.save', draft)).code).toBe('staleDraft');
    expect(await bed.counter.call('draft.save', { ...draft, version: 1 })).toEqual({ version: 2 });
    expect((await bed.counter.refused('draft.save', { ...draft, version: 7 })).code).toBe('staleDraft');
    expect((await bed.counter.refused('draft.save', { ...draftOf('{}'), version: 3 })).code).toBe('staleDraft');
  });

  test('自分のものを開いても版は進まず、同僚が開くと引き継がれて元の職員は保存できない', async () => {
    const draft = draftOf('{"name":"練習 花子"}', '練習 花子');
    await bed.counter.call('draft.save', draft);
    expect((await bed.counter.call('draft.open', { draft: draft.draft })).draft).toMatchObject({
      version: 1,
      ownedByMe: true,
    });
    await bed.signInAs(supervisor);
    const taken = await bed.counter.call('draft.open', { draft: draft.draft });
    expect(taken.draft).toMatchObject({ version: 2, ownedByMe: true, owner: supervisor.name });
    await bed.signInAs(clerk);
    expect((await bed.counter.refused('draft.save', { ...draft, version: 1 })).code).toBe('staleDraft');
    expect((await bed.counter.refused('draft.save', { ...draft, version: 2 })).code).toBe('staleDraft');
  });

  test('受付を記録すると入力中のものは消え、記録できなければ残る', async () => {
    const draft = draftOf('{}', '練習 花子');
    await bed.counter.call('draft.save', draft);
    const record = (verdict: 'accept' | 'refuse') => ({
      requestId: requestId(),
      draft: draft.draft,
      facts: visitOf(),
      shown: { verdict, route: verdict === 'accept' ? ('sameDay' as const) : null },
      note: '',
      backEntry: null,
      approval: null,
    });
    expect((await bed.counter.refused('receive.record', record('refuse'))).code).toBe('decisionChanged');
    expect((await bed.counter.call('home.today', {})).drafts).toHaveLength(1);
    await bed.counter.call('receive.record', record('accept'));
    expect((await bed.counter.call('home.today', {})).drafts).toEqual([]);
    expect((await bed.counter.refused('draft.open', { draft: draft.draft })).code).toBe('draftNotFound');
  });
});
