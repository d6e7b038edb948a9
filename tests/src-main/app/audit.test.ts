import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditRow } from '../../../src-shared/contract/api/audit-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { administrator, clerk, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { addToStaff } from '../../support/staff-of-story.ts';
import { readCsv } from '../documents/read-csv.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { acceptance, heldByDate, holderWithCertificates, receiveNow } from './procedures/bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const today = '2026-11-24';
const all = { from: today, until: today, staff: null, office: null, act: null, person: null } as const;
type Choice = Partial<Omit<Input<'audit.list'>, 'before'>>;
const list = (choice: Choice = {}) => bed.counter.call('audit.list', { ...all, ...choice, before: null });
const whats = (rows: readonly AuditRow[]) => rows.map(({ what }) => what);
const other = (name: string, kana: string) => ({ holder: { ...visitOf().holder, name, kana } });
const lastShown = () => {
  const { ledger } = bed;
  const [row] = ledger().reads.auditEntries({ ...all, act: 'seen' }, null, 1);
  return row?.event?.name === 'shown/3' ? row.event.payload : null;
};

describe('監査 (B5)', () => {
  test('職員には見せない', async () => {
    expect((await bed.counter.refused('audit.list', { ...all, before: null })).code).toBe('notAllowed');
    expect((await bed.counter.refused('audit.hints', { from: today, until: today })).code).toBe('notAllowed');
  });

  test('だれが、いつ、どこで、何を、だれの受付に、が新しい順に言葉で並ぶ', async () => {
    const { summary } = await holderWithCertificates(bed);
    await bed.signInAs(supervisor);
    const { rows } = await list();
    expect(whats(rows).slice(0, 5)).toEqual([
      'サインイン',
      'サインアウト',
      '受付を見た',
      '署名用 一致・発行',
      '利用者証明用 一致・発行',
    ]);
    const received = rows.find(({ what }) => what === '受付');
    expect(received).toMatchObject({
      who: clerk.name,
      role: 'clerk',
      office: 'shiminka',
      terminal: 1,
      act: 'recorded',
      of: `${summary.shortReceipt} 練習 花子`,
      case: summary.case,
    });
    expect(whats(rows)).toContain('受付を見た');
    expect(whats(rows)).toContain(`職員を加えた(${supervisor.name}・責任者)`);
    expect(whats(rows)).toContain('台帳を作った');
  });

  test('サインインできなかったことは、何のためで、だれの番号で、どの端末でかが出る', async () => {
    await bed.counter.ask('session.signOut', {});
    await bed.counter.refused('session.signIn', { staffNumber: clerk.staffNumber, password: 'ちがう' });
    await bed.counter.refused('session.signIn', { staffNumber: '99999', password: 'ちがう' });
    await bed.signInAs(supervisor);
    const { rows } = await list({ act: 'failed' });
    expect(whats(rows)).toEqual(['サインインできず(登録のない職員番号)', `サインインできず(${clerk.name}の番号)`]);
    expect(rows[0]).toMatchObject({ who: null, terminal: 1 });
  });

  test('見たことも一行になり、その頁が名を出した受付とともに、先に残る', async () => {
    const { summary } = await receiveNow(bed);
    await bed.signInAs(supervisor);
    const { rows } = await list();
    expect(whats(rows)).not.toContain('監査を見た');
    expect(lastShown()).toEqual({ what: 'audit', cases: [summary.case], rows: rows.length });
    const again = await list();
    expect(whats(again.rows)[0]).toBe('監査を見た');
    expect(again.rows[0]).toMatchObject({ of: `${summary.shortReceipt} 練習 花子`, count: rows.length });
    expect(again.rows).toHaveLength(rows.length + 1);
  });

  test('続きの頁は、前の頁のあとから始まる', async () => {
    await receiveNow(bed);
    for (let times = 0; times < 70; times += 1) await bed.counter.call('home.today', {});
    for (let times = 0; times < 70; times += 1) await bed.counter.call('home.today', {});
    await bed.signInAs(supervisor);
    const first = await list();
    expect([first.rows.length, first.more]).toEqual([100, true]);
    const before = first.rows.at(-1)?.place ?? null;
    const second = await bed.counter.call('audit.list', { ...all, before });
    expect(second.more).toBe(false);
    const places = [...first.rows, ...second.rows].map(({ place }) => place.arrival);
    expect(new Set(places).size).toBe(places.length);
  });

  test('終わりの日が先なら、欄を指して断る', async () => {
    await bed.signInAs(supervisor);
    const refused = await bed.counter.refused('audit.list', { ...all, until: '2026-11-23', before: null });
    expect([refused.code, refused.fields[0]?.field]).toEqual(['badFields', 'until']);
  });
});

describe('人で絞った監査', () => {
  test('その人を含む閲覧、検索、印刷だけが出て、ほかの人の行は出ない', async () => {
    const mine = await receiveNow(bed);
    bed.clock.advance(1);
    const theirs = await receiveNow(bed, other('見本 太一', 'ミホン タイチ'));
    await bed.counter.call('home.today', {});
    await bed.counter.call('person.search', { typed: 'レンシュウ' });
    await bed.counter.call('case.open', { case: theirs.summary.case });
    await bed.signInAs(supervisor);
    const { rows, person } = await list({ person: mine.summary.case });
    expect(person?.name).toBe('練習 花子');
    expect(whats(rows)).toEqual(['台帳の検索結果を見た', '今日の窓口を見た', '受付を見た', '確認・即日', '受付']);
    expect(rows.every(({ mayContain }) => !mayContain)).toBe(true);
  });

  test('まとめた記録の受付も、その人のものとして出る', async () => {
    const one = await receiveNow(bed);
    bed.clock.advance(1);
    const two = await receiveNow(bed, other('練習 華子', 'レンシュウ ハナコ'));
    await bed.signInAs(supervisor);
    const cases: [string, string] = [one.summary.case, two.summary.case];
    await bed.counter.call('person.join', { requestId: requestId(), cases, reason: '同じ人と確かめたため、まとめる' });
    const { rows } = await list({ person: one.summary.case, act: 'recorded' });
    expect(rows.filter(({ what }) => what === '受付')).toHaveLength(2);
  });

  test('日報の書き出しは、日と窓口が合うときだけ「含むかもしれない」として出る', async () => {
    const mine = await receiveNow(bed);
    await bed.signInAs(supervisor);
    const day = { format: 'csv', until: null, procedure: null, replacement: null } as const;
    await bed.counter.call('dayLog.export', { ...day, day: today, office: 'shiminka' });
    await bed.counter.call('dayLog.export', { ...day, day: today, office: 'sobue' });
    await bed.counter.call('dayLog.export', { ...day, day: '2026-11-20', office: 'shiminka' });
    const { rows } = await list({ person: mine.summary.case, act: 'exported' });
    expect(rows.map(({ what, mayContain }) => [what, mayContain])).toEqual([
      ['日報(市民課 11月24日(火))をCSVに書き出した', true],
    ]);
  });

  test('監査の書き出しは、その人の名を出した日を含めば、受付が済んだあとでも「含むかもしれない」として出る', async () => {
    const { summary } = await holderWithCertificates(bed);
    bed.clock.set('2027-03-01T10:00');
    await bed.signInAs(supervisor);
    await bed.counter.call('case.open', { case: summary.case });
    const out = (from: string) =>
      bed.counter.call('audit.export', { ...all, from, until: from, requestId: requestId(), format: 'csv' });
    await out('2027-03-01');
    await out('2027-02-01');
    const choice = { person: summary.case, from: '2027-03-01', until: '2027-03-01', act: 'exported' } as const;
    const { rows } = await list(choice);
    expect(rows.map(({ what, mayContain }) => [what, mayContain])).toEqual([
      ['監査(すべての窓口 3月1日(月))をCSVに書き出した', true],
    ]);
  });

  test('知らない受付では断る', async () => {
    await bed.signInAs(supervisor);
    const refused = await bed.counter.refused('audit.list', { ...all, person: requestId(), before: null });
    expect(refused.code).toBe('caseNotFound');
  });
});

describe('監査の書き出しと印刷', () => {
  test('絞ったものだけをCSVに書き、先に台帳に残る', async () => {
    await receiveNow(bed);
    await bed.signInAs(supervisor);
    const before = bed.events();
    const { path, rows } = await bed.counter.call('audit.export', {
      ...all,
      requestId: requestId(),
      act: 'recorded',
      format: 'csv',
    });
    const table = readCsv(readFileSync(path, 'utf8').replace('\u{feff}', ''));
    expect(table).toHaveLength(rows + 1);
    expect(table.map((row) => row[6])).toEqual(['したこと', '確認・即日', '受付']);
    expect(bed.events()).toBe(before + 1);
    const [row] = (await list({ act: 'exported' })).rows;
    expect(row?.what).toBe('監査(すべての窓口 11月24日(火))をCSVに書き出した');
  });

  test('人で絞った書き出しは、その人の受付とともに残る', async () => {
    const { summary } = await receiveNow(bed);
    await bed.signInAs(supervisor);
    await bed.counter.call('audit.export', {
      ...all,
      requestId: requestId(),
      person: summary.case,
      format: 'xlsx',
    });
    expect(lastShown()).toMatchObject({ what: 'audit', cases: [summary.case] });
  });

  test('全員の監査を紙に出しても、名の出た受付とともに先に残る (B5)', async () => {
    const { summary } = await receiveNow(bed);
    await bed.signInAs(supervisor);
    await bed.counter.ask('audit.print', { ...all, requestId: requestId(), to: 'file' });
    const { rows } = await list({ person: summary.case, act: 'printed' });
    expect(whats(rows).at(-1)).toContain('一覧');
  });

  test('プリンターがなければ断り、断ったことも残る', async () => {
    await receiveNow(bed);
    await bed.signInAs(supervisor);
    const refused = await bed.counter.refused('audit.print', { ...all, requestId: requestId(), to: 'printer' });
    expect(refused.code).toBe('printerMissing');
    expect(whats((await list({ act: 'printed' })).rows)[0]).toBe('印刷できず 一覧 1部目');
  });
});

describe('監査の気づき', () => {
  const range = { from: today, until: today } as const;
  async function fiveFailures(): Promise<void> {
    await bed.counter.ask('session.signOut', {});
    for (let times = 0; times < 5; times += 1) {
      await bed.counter.refused('session.signIn', { staffNumber: clerk.staffNumber, password: 'ちがう' });
    }
    bed.clock.advance(2);
  }

  test('見つかった数、目安、もとの行とともに出て、判断は人に任せる', async () => {
    await fiveFailures();
    await bed.signInAs(supervisor);
    const { hints, mine } = await bed.counter.call('audit.hints', range);
    expect(mine).toBe(0);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toMatchObject({ pattern: 'failedSignIns', found: 5, threshold: 5, who: [clerk.name] });
    expect(hints[0]?.rows).toHaveLength(5);
    expect(hints[0]?.words).toContain('確かめてください');
  });

  test('確かめたことを書いて済ませると、もう出ない。あとで増えれば、また出る', async () => {
    await fiveFailures();
    await bed.signInAs(supervisor);
    const [hint] = (await bed.counter.call('audit.hints', range)).hints;
    const review = { requestId: requestId(), hint: hint?.hint ?? '', ...range };
    const short = await bed.counter.refused('audit.reviewHint', { ...review, note: '' });
    expect(short.fields[0]?.field).toBe('note');
    const after = await bed.counter.call('audit.reviewHint', { ...review, note: '本人に確かめ、打ち違いだった' });
    expect(after.hints).toEqual([]);
    const again = { ...review, requestId: requestId(), note: 'もう一度確かめた' };
    expect((await bed.counter.refused('audit.reviewHint', again)).code).toBe('nothingThere');
    await bed.counter.ask('session.signOut', {});
    await bed.counter.refused('session.signIn', { staffNumber: clerk.staffNumber, password: 'ちがう' });
    await bed.signInAs(supervisor);
    expect((await bed.counter.call('audit.hints', range)).hints[0]?.found).toBe(6);
  });

  test('別の番号で入り直しても、自分に関わる気づきは済ませられない (B7)', async () => {
    const twin = { ...clerk, staffNumber: '10999', password: '雨の日はねことお茶を飲む' };
    await bed.signInAs(administrator);
    await addToStaff(bed.counter, 'supervisor', twin);
    await fiveFailures();
    await bed.signInAs(twin);
    const seen = await bed.counter.call('audit.hints', range);
    expect([seen.hints, seen.mine]).toEqual([[], 1]);
  });

  test('自分に関わる気づきは数だけ出て、自分では済ませられない (B7)', async () => {
    bed.clock.set(`${today}T20:30`);
    await bed.signInAs(supervisor);
    const day = { format: 'csv', day: today, until: null, procedure: null, replacement: null } as const;
    await bed.counter.call('dayLog.export', { ...day, office: 'shiminka' });
    const seen = await bed.counter.call('audit.hints', range);
    expect([seen.hints, seen.mine]).toEqual([[], 1]);
    await bed.signInAs(administrator);
    const [hint] = (await bed.counter.call('audit.hints', range)).hints;
    expect(hint).toMatchObject({ pattern: 'outputAtNight', who: [supervisor.name] });
    await bed.signInAs(supervisor);
    const refused = await bed.counter.refused('audit.reviewHint', {
      requestId: requestId(),
      hint: hint?.hint ?? '',
      ...range,
      note: '自分で書き出した',
    });
    expect(refused.code).toBe('hintConcernsYou');
  });

  test('二人目の確認を間違えても、監査に目的とともに残る', async () => {
    await heldByDate(bed, { ...acceptance, password: 'ちがう' });
    await bed.signInAs(supervisor);
    expect(whats((await list({ act: 'failed' })).rows)).toEqual([`二人目の確認できず(${supervisor.name}の番号)`]);
  });
});
