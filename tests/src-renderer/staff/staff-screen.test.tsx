import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { OpenWork, StaffChange, StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { type FakeCounter, fakeCounter, Refusal } from '../fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { sampleStaff } from '../sample-staff.ts';
import { administrator, clerk, id, sampleStatus, supervisor } from '../samples.ts';

const me = sampleStaff({
  staff: id(3),
  staffNumber: '10005',
  name: '見本 管理',
  kana: 'ミホン カンリ',
  role: 'administrator',
});
const head = sampleStaff({
  staff: id(2),
  staffNumber: '10311',
  name: '見本 責任',
  kana: 'ミホン セキニン',
  role: 'supervisor',
});
const desk = sampleStaff({ offices: ['shiminka'], failuresSince: 3 });
const gone = sampleStaff({
  staff: id(4),
  staffNumber: '10600',
  name: '例 停止',
  kana: 'レイ テイシ',
  suspended: true,
  lastSignInAt: null,
});
const everybody = [me, head, desk, gone];
const history: StaffChange[] = [
  {
    at: '2026-11-20T09:00:00.000+09:00',
    words: '氏名「例 旧姓」→「見本 窓口」',
    by: '見本 管理',
    approver: null,
    reason: '婚姻による改姓',
    office: 'shiminka',
  },
];
const page1 = (member: StaffRow) => ({ member, history });

async function openStaff(
  handlers: Parameters<FakeCounter['answer']>[0] = {},
  user = administrator,
): Promise<FakeCounter> {
  const fake = fakeCounter({ user });
  fake.answer({
    'staff.list': () => ({ staff: [...everybody] }),
    'staff.view': ({ staff }) => page1(everybody.find((each) => each.staff === staff) ?? desk),
    ...handlers,
  });
  open(fake);
  await untilText('練習 一郎');
  useTask.getState().go({ kind: 'staff' });
  await untilText('ミホン マドグチ');
  return fake;
}

async function type(fieldId: string, text: string): Promise<void> {
  await userEvent.fill(document.getElementById(`staff-${fieldId}`) as Element, text);
}
const sent = (fake: FakeCounter, method: string) =>
  fake.calls.filter((each) => each.method === method).map(({ input }) => input as Record<string, unknown>);
const row = (name: string): Element => {
  const found = [...document.querySelectorAll('.row-open')].find((each) => each.textContent === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};
const choose = (value: string) =>
  userEvent.click(document.querySelector(`input[value="${value}"]`) as Element, { force: true });

describe('職員の一覧', () => {
  test('役割、窓口、状態、最後のサインインと断った回数が読め、矢印とEnterで開く', async () => {
    await openStaff();
    const text = visibleText();
    for (const words of ['停止中', '使用中', 'まだありません', 'そのあと3回断りました', '11/24 8:41'])
      expect(text).toContain(words);
    await until('焦点', () => document.activeElement?.classList.contains('row-open') === true);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await untilText('氏名「例 旧姓」→「見本 窓口」');
    await untilText('理由: 婚姻による改姓');
  });

  test('責任者には見るだけで、変えるボタンも F8 もない', async () => {
    await openStaff({}, supervisor);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await untilText('変更は管理者が行います。');
    expect(() => button('停止する')).toThrow();
    expect(() => button('職員を加える')).toThrow();
  });

  test('窓口の職員には、だれが見るかを伝え、読みに行かない', async () => {
    const fake = fakeCounter({ user: clerk });
    open(fake);
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('職員は責任者か管理者が見ます');
    expect(fake.count('staff.list')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test('遅れて届いた経過は、いま開いている人のものと取り違えない', async () => {
    let release = (): void => undefined;
    await openStaff({
      'staff.view': ({ staff }) =>
        staff === head.staff
          ? new Promise((resolve) => {
              release = () => resolve({ member: head, history: [{ ...history[0], words: '遅い経過' } as StaffChange] });
            })
          : page1(desk),
    });
    await userEvent.click(row('見本 責任'));
    await userEvent.click(row('見本 窓口'));
    await untilText('婚姻による改姓');
    release();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(visibleText()).not.toContain('遅い経過');
  });
});

describe('職員を加える', () => {
  async function fillIn(): Promise<void> {
    await userEvent.keyboard('{F8}');
    await untilText('渡すパスワード');
    await choose('supervisor');
    await type('staffNumber', '１０７００');
    await type('name', '例 新人');
    await type('kana', 'ﾚｲ ｼﾝｼﾞﾝ');
    await type('password', '雨の日はねことお茶を飲む');
    await type('passwordAgain', '雨の日はねことお茶を飲む');
  }

  test('F8で始まり、足りない欄を伝えて最初の欄へ行き、そろえばF11で一度だけ送る', async () => {
    const fake = await openStaff({ 'staff.add': () => ({ staff: [...everybody] }) });
    await userEvent.keyboard('{F8}');
    await until('焦点', () => document.activeElement?.id === 'staff-role');
    await userEvent.keyboard('{F11}');
    await untilText('役割を選んでください。');
    await untilText('パスワードは12文字以上にしてください。');
    expect(fake.count('staff.add')).toBe(0);
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('例 新人さんを加えました');
    expect(sent(fake, 'staff.add')).toHaveLength(1);
    expect(sent(fake, 'staff.add')[0]).toMatchObject({ role: 'supervisor', offices: null, acceptance: null });
  });

  test('入力したものは、F2で離れても残る', async () => {
    await openStaff();
    await fillIn();
    await userEvent.keyboard('{F2}');
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('渡すパスワード');
    expect((document.getElementById('staff-name') as HTMLInputElement).value).toBe('例 新人');
  });

  test('登録済みの番号は、その欄で伝える', async () => {
    await openStaff({
      'staff.add': () => {
        throw new Refusal('staffNumberTaken', [
          { field: 'staff.staffNumber', message: 'この職員番号は登録済みです。', suggestion: null },
        ]);
      },
    });
    await fillIn();
    await userEvent.keyboard('{F11}');
    await until('欄', () => document.getElementById('staff-staffNumber')?.getAttribute('aria-invalid') === 'true');
    await untilText('この職員番号は登録済みです。');
  });

  test('同じ氏名・フリガナの職員がいれば、番号とともに知らせる', async () => {
    await openStaff();
    await fillIn();
    await type('name', '見本 窓口');
    await type('kana', 'ミホン マドグチ');
    await untilText('同じ氏名・フリガナの職員(10482)がいます。');
  });

  test('返事が失われたあとの押し直しは、同じ依頼の番号を使う', async () => {
    const fake = fakeCounter({ user: administrator });
    fake.answer({ 'staff.list': () => ({ staff: [...everybody] }), 'staff.add': () => ({ staff: [...everybody] }) });
    let deaf = true;
    open({
      ...fake,
      invoke: async (method, json) => {
        const answer = await fake.invoke(method, json);
        return method === 'staff.add' && deaf ? Promise.reject(new Error('lost')) : answer;
      },
    });
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('ミホン マドグチ');
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('記録できたかどうか分かりません。');
    deaf = false;
    await userEvent.keyboard('{F11}');
    await untilText('例 新人さんを加えました');
    expect(new Set(sent(fake, 'staff.add').map(({ requestId }) => requestId)).size).toBe(1);
  });
});

describe('職員を変える', () => {
  async function openMember(name: string, handlers: Parameters<FakeCounter['answer']>[0] = {}): Promise<FakeCounter> {
    const fake = await openStaff(handlers);
    await userEvent.click(row(name));
    await untilText('経過');
    return fake;
  }

  test('停止には理由が要り、書けば記録し、だれを停止したかを伝える', async () => {
    const fake = await openMember('見本 窓口', { 'staff.suspend': () => page1({ ...desk, suspended: true }) });
    await userEvent.click(button('停止する'));
    await until('焦点', () => document.activeElement?.id === 'staff-reason');
    await userEvent.keyboard('{F11}');
    await untilText('理由を入力してください。');
    expect(fake.count('staff.suspend')).toBe(0);
    await type('reason', '休職のため');
    await userEvent.keyboard('{F11}');
    await untilText('見本 窓口さんを停止しました');
    expect(sent(fake, 'staff.suspend')[0]).toMatchObject({ staff: desk.staff, reason: '休職のため' });
  });

  test('最後の責任者の停止では、いなくなる窓口を先に知らせる', async () => {
    await openMember('見本 責任');
    await userEvent.click(button('停止する'));
    await untilText('責任者のいない窓口ができます');
  });

  test('自分には、氏名を変えることと引継ぎのほかは出ず、だれに頼むかを言う', async () => {
    await openMember('見本 管理');
    await untilText('自分の役割・窓口・停止は、別の管理者に頼みます。');
    expect(() => button('停止する')).toThrow();
    expect(() => button('役割・窓口を変える')).toThrow();
    expect(() => button('パスワードを設定し直す')).toThrow();
  });

  test('管理者にするとき、ほかに管理者がいなければそう言い、いれば確認の欄が出て、埋めるまで送らない', async () => {
    const fake = await openMember('見本 責任', { 'staff.reassign': () => page1(head) });
    await userEvent.click(button('役割・窓口を変える'));
    await choose('administrator');
    await untilText('確認できる管理者がほかにいません');
    await userEvent.keyboard('{Escape}{Escape}');
    const other = sampleStaff({
      staff: id(9),
      staffNumber: '10006',
      name: '見本 副管',
      kana: 'ミホン フク',
      role: 'administrator',
    });
    fake.answer({ 'staff.list': () => ({ staff: [...everybody, other] }) });
    useTask.getState().go({ kind: 'home' });
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('ミホン フク');
    await userEvent.click(row('見本 責任'));
    await untilText('経過');
    await userEvent.click(button('役割・窓口を変える'));
    await choose('administrator');
    await type('reason', '係長になるため');
    await untilText('もう一人の管理者が入力してください');
    await userEvent.keyboard('{F11}');
    await untilText('もう一人の管理者の職員番号とパスワードを入力してください。');
    expect(fake.count('staff.reassign')).toBe(0);
    await type('second-staffNumber', '10006');
    await type('second-password', '副管のひみつの合言葉');
    await userEvent.keyboard('{F11}');
    await untilText('見本 責任さんの役割・窓口を変えました');
    expect(sent(fake, 'staff.reassign')[0]).toMatchObject({
      role: 'administrator',
      acceptance: { staffNumber: '10006', password: '副管のひみつの合言葉' },
    });
  });

  test('停止中の人には、停止を解くことだけが出る', async () => {
    await openMember('例 停止');
    expect(button('停止を解く')).toBeDefined();
    expect(() => button('パスワードを設定し直す')).toThrow();
    expect(() => button('停止する')).toThrow();
  });

  test('台帳が読み取り専用なら、F11 はそのわけを言う', async () => {
    const { ledger } = sampleStatus();
    if (ledger === null) throw new Error('the sample has a ledger');
    const fake = fakeCounter({ user: administrator, ledger: { ...ledger, state: 'readOnly', why: 'damaged' } });
    fake.answer({ 'staff.list': () => ({ staff: [...everybody] }) });
    open(fake);
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('ミホン マドグチ');
    await userEvent.keyboard('{F11}');
    await untilText('読み取り専用のため、記録できません。');
  });
});

describe('責任者の引継ぎ', () => {
  const work: OpenWork = {
    approvals: [
      {
        request: id(0x501),
        receipt: 'S01-20261124-0005-0',
        name: '練習 千字',
        askedAt: '2026-11-24T10:31:00.000+09:00',
      },
    ],
    waiting: 2,
    cases: [
      { case: id(0x1001), receipt: 'S01-20261120-0002-4', name: '例 拓', receivedAt: '2026-11-20T10:00:00.000+09:00' },
    ],
    drafts: [{ draft: id(0x700), title: '例田 途中', savedAt: '2026-11-24T10:00:00.000+09:00' }],
    openDays: ['2026-11-20'],
  };

  async function openHandOver(handlers: Parameters<FakeCounter['answer']>[0] = {}): Promise<FakeCounter> {
    const fake = await openStaff(
      {
        'staff.openWork': () => work,
        'staff.handOver': () => ({
          status: fake.status,
          handedOver: work,
          successor: '見本 窓口',
          effectiveFrom: '2026-11-24',
        }),
        ...handlers,
      },
      { ...supervisor, staff: head.staff } as typeof supervisor,
    );
    await userEvent.click(row('見本 責任'));
    await untilText('経過');
    await userEvent.click(button('責任者を引き継ぐ'));
    await untilText('渡るもの');
    return fake;
  }

  test('渡るものを名前で見せ、後任がその画面で確かめて、渡ったものをもう一度見せる', async () => {
    const fake = await openHandOver();
    for (const words of ['練習 千字', '例 拓', '例田 途中', '11月20日(金)', 'ほかに2件'])
      expect(visibleText()).toContain(words);
    await choose('clerk');
    await type('reason', '異動のため');
    await userEvent.keyboard('{F11}');
    await untilText('後任の職員番号とパスワードを入力してください。');
    expect(fake.count('staff.handOver')).toBe(0);
    await type('successor-staffNumber', '10482');
    await type('successor-password', '後任のひみつの合言葉');
    await userEvent.keyboard('{F11}');
    await untilText('見本 責任さんから責任者を引き継ぎました');
    expect(sent(fake, 'staff.handOver')[0]).toMatchObject({
      staff: head.staff,
      predecessor: 'clerk',
      effectiveFrom: '',
      successor: { staffNumber: '10482' },
    });
    expect(visibleText()).toContain('例田 途中');
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、一覧、開いた職員、様式、指摘のどれにも axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    const fake = await openStaff();
    expect(await violations()).toEqual([]);
    await userEvent.click(row('見本 責任'));
    await untilText('経過');
    expect(await violations()).toEqual([]);
    await userEvent.click(button('役割・窓口を変える'));
    await userEvent.keyboard('{F11}');
    await untilText('理由を入力してください。');
    expect(await violations()).toEqual([]);
    expect(fake.count('staff.reassign')).toBe(0);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、引継ぎの様式に axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    await openHandOver();
    await userEvent.keyboard('{F11}');
    await untilText('引き継いだあと、どうなるかを選んでください。');
    expect(await violations()).toEqual([]);
  });
});
