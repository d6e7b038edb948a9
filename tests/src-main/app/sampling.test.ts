import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
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

const day = '2026-11-24';
const period = { from: day, until: '2026-11-30' } as const;
const next = (who: { readonly staffNumber: string; readonly password: string } = supervisor) => {
  bed.clock.set('2026-11-25T08:50');
  return bed.signInAs(who);
};
const draw = () => bed.counter.call('sampling.draw', {});
const list = () => bed.counter.call('sampling.list', period);

async function finish(count: number): Promise<readonly string[]> {
  const done: string[] = [];
  for (let index = 0; index < count; index += 1) {
    bed.clock.advance(3);
    const born = `19${60 + index}-04-01`;
    const holder = { ...visitOf().holder, name: `練習 ${index}子`, bornOn: born };
    done.push((await holderWithCertificates(bed, { holder })).summary.case);
  }
  return done;
}

type Answer = Input<'sampling.review'>['answers'][number];
const found = (change: Partial<NonNullable<Answer['finding']>> = {}): Answer['finding'] => ({
  note: '書類の種類が選び違い',
  severity: 'light',
  follow: 'tell',
  rule: 'I1',
  ...change,
});
const reviewOf = (
  opened: Output<'sampling.open'>,
  findings: Partial<Record<Answer['question'], Answer['finding']>> = {},
): Input<'sampling.review'> => ({
  requestId: requestId(),
  day: opened.sample.day,
  case: opened.sample.case,
  answers: opened.questions.map((question) => ({ question, finding: findings[question] ?? null })),
});

async function openFirst() {
  await next();
  await draw();
  const [first] = (await list()).cases;
  return bed.counter.call('sampling.open', { day: first?.day ?? '', case: first?.case ?? '' });
}

describe('抽出', () => {
  test('終わった日の済んだ受付から、5%(切り上げて1件)を、日の頭から決まる順に引く', async () => {
    const finished = await finish(3);
    await receiveNow(bed, { holder: { ...visitOf().holder, name: '練習 未了' } });
    await bed.counter.ask('session.signOut', {});
    const head = bed.ledger().reads.headOfDay('shiminka', day) ?? '';
    await next();
    expect(await draw()).toEqual({ days: [day] });
    const { days, cases } = await list();
    expect(days).toMatchObject([{ day, percent: 5, finished: 3, drawn: 1, overrides: 0 }]);
    const rank = (id: string) =>
      createHash('sha256').update(`inazawa-madoguchi/sample/1\n${head}\n${id}`).digest('hex');
    const first = finished.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
    expect(cases.map((each) => [each.case, each.why])).toEqual([[first, 'drawn']]);
  });

  test('一度引いた日は、引き直さない。今日は、まだ引かない', async () => {
    await finish(1);
    await next();
    await draw();
    const before = bed.events();
    expect(await draw()).toEqual({ days: [] });
    expect(bed.events()).toBe(before);
  });

  test('長く引かなかったあとも、前に引いた日の次の日から、抜けなく引く', async () => {
    await finish(1);
    await next();
    await draw();
    bed.clock.set('2026-11-26T09:30');
    const late = { holder: { ...visitOf().holder, name: '練習 後子', bornOn: '1959-04-01' } };
    await holderWithCertificates(bed, late);
    bed.clock.set('2027-01-12T08:50');
    await bed.signInAs(supervisor);
    expect((await draw()).days).toContain('2026-11-26');
  });

  test('例外の扱いは、済んだ数によらず全部入る', async () => {
    const held = await heldByDate(bed, acceptance);
    await finish(2);
    await next(administrator);
    await draw();
    const { cases } = await list();
    expect(cases.find(({ why }) => why === 'override')).toMatchObject({ case: held.summary.case, rules: ['V7'] });
    expect(cases.filter(({ why }) => why === 'drawn')).toHaveLength(1);
  });

  test('済んだ受付のない日は、0件として一度だけ引く', async () => {
    await receiveNow(bed);
    await next();
    expect(await draw()).toEqual({ days: [day] });
    expect(await list()).toMatchObject({ days: [{ finished: 0, drawn: 0 }], cases: [] });
  });

  test('職員は引けず、見られない。今日の窓口には、責任者にだけ件数が出る', async () => {
    await finish(1);
    bed.clock.set('2026-11-25T08:50');
    expect((await bed.counter.refused('sampling.draw', {})).code).toBe('notAllowed');
    expect((await bed.counter.refused('sampling.list', period)).code).toBe('notAllowed');
    expect((await bed.counter.call('home.today', {})).sampling).toBeNull();
    await bed.signInAs(supervisor);
    expect((await bed.counter.call('home.today', {})).sampling).toEqual({ cases: 0, findings: 0, days: 1 });
    await draw();
    expect((await bed.counter.call('home.today', {})).sampling).toEqual({ cases: 1, findings: 0, days: 0 });
  });
});

describe('確かめる', () => {
  test('受付の記録、そのときの判定、問いが並び、見たことが先に残る (B5)', async () => {
    await finish(1);
    const opened = await openFirst();
    expect(opened.questions).toEqual(['identity', 'decision', 'dates', 'characters', 'completeness']);
    expect(opened.decision.words).toBe('即日で受け付け');
    expect(opened.decision.findings.find(({ code }) => code === 'I1')?.status).toBe('met');
    expect(opened.detail.visitor.documents).toEqual(['driversLicence']);
    const choice = { from: day, until: '2026-11-25', staff: null, office: null, act: 'seen' } as const;
    const [seen] = bed.ledger().reads.auditEntries(choice, null, 1);
    expect(seen?.event?.payload).toEqual({ what: 'sampling', cases: [opened.sample.case], rows: 1 });
  });

  test('問題なしと答えると済み、受付は何も変わらない', async () => {
    const [caseId = ''] = await finish(1);
    const before = bed.ledger().reads.case(caseId)?.state;
    const opened = await openFirst();
    const done = await bed.counter.call('sampling.review', reviewOf(opened));
    expect(done.sample).toMatchObject({ state: 'reviewed', reviewedBy: supervisor.name, findings: 0 });
    expect(bed.ledger().reads.case(caseId)?.state).toEqual(before);
    expect(done.detail.history.at(-1)?.what).toBe('抽出確認・問題なし');
  });

  test('気づきには、内容と、あれば規則の符号が要る', async () => {
    await finish(1);
    const opened = await openFirst();
    const review = (finding: Answer['finding']) =>
      bed.counter.refused('sampling.review', reviewOf(opened, { identity: finding }));
    expect((await review(found({ note: '短い' }))).fields[0]?.field).toBe('identity.note');
    expect((await review(found({ rule: '本人確認' }))).fields[0]?.field).toBe('identity.rule');
    const partly = { ...reviewOf(opened), answers: reviewOf(opened).answers.slice(1) };
    expect((await bed.counter.refused('sampling.review', partly)).fields[0]?.field).toBe('answers');
  });

  test('二度は確かめられない', async () => {
    await finish(1);
    const opened = await openFirst();
    await bed.counter.call('sampling.review', reviewOf(opened));
    expect((await bed.counter.refused('sampling.review', reviewOf(opened))).code).toBe('alreadyReviewed');
  });

  test('同じ依頼を二度送っても、一度だけ残る', async () => {
    await finish(1);
    const opened = await openFirst();
    const review = reviewOf(opened);
    await bed.counter.call('sampling.review', review);
    expect((await bed.counter.call('sampling.review', review)).sample.state).toBe('reviewed');
  });

  test('自分が認めた例外や、自分で受け付けたものは確かめられない (B7)', async () => {
    await heldByDate(bed, acceptance);
    await next(supervisor);
    await draw();
    const [sample] = (await list()).cases;
    expect(sample?.mine).toBe(true);
    const opened = await bed.counter.call('sampling.open', { day, case: sample?.case ?? '' });
    expect((await bed.counter.refused('sampling.review', reviewOf(opened))).code).toBe('caseConcernsYou');
    await bed.signInAs(administrator);
    expect((await bed.counter.call('sampling.review', reviewOf(opened))).sample.state).toBe('reviewed');
  });

  test('別の番号で入り直しても、自分が関わった受付は確かめられない (B7)', async () => {
    await finish(1);
    const twin = { ...clerk, staffNumber: '10999', password: '雨の日はねことお茶を飲む' };
    await bed.signInAs(administrator);
    await addToStaff(bed.counter, 'supervisor', twin);
    await next(twin);
    await draw();
    const [sample] = (await list()).cases;
    expect(sample?.mine).toBe(true);
    const opened = await bed.counter.call('sampling.open', { day, case: sample?.case ?? '' });
    expect((await bed.counter.refused('sampling.review', reviewOf(opened))).code).toBe('caseConcernsYou');
  });

  test('引いていない受付は確かめられない', async () => {
    await finish(1);
    await next();
    await draw();
    const refused = await bed.counter.refused('sampling.open', { day, case: requestId() });
    expect(refused.code).toBe('caseNotFound');
  });
});

describe('気づきの始末', () => {
  async function withFinding(follow: 'correct' | 'tell' = 'tell') {
    await finish(1);
    const opened = await openFirst();
    return bed.counter.call('sampling.review', reviewOf(opened, { identity: found({ follow, severity: 'heavy' }) }));
  }
  const settle = (
    reviewed: Output<'sampling.open'>,
    how: Input<'sampling.settle'>['how'],
  ): Input<'sampling.settle'> => ({
    requestId: requestId(),
    finding: reviewed.findings[0]?.finding ?? '',
    how,
    note: '朝の打合せで伝えた',
  });

  test('したことを書くと済み、それまでは残りに数える', async () => {
    const reviewed = await withFinding();
    expect((await bed.counter.call('home.today', {})).sampling).toEqual({ cases: 0, findings: 1, days: 0 });
    const short = await bed.counter.refused('sampling.settle', { ...settle(reviewed, 'told'), note: '' });
    expect(short.fields[0]?.field).toBe('note');
    const settled = await bed.counter.call('sampling.settle', settle(reviewed, 'told'));
    expect(settled.findings[0]?.settled).toMatchObject({
      how: 'told',
      by: supervisor.name,
      note: '朝の打合せで伝えた',
    });
    expect((await bed.counter.call('home.today', {})).sampling?.findings).toBe(0);
    expect((await bed.counter.refused('sampling.settle', settle(reviewed, 'told'))).code).toBe('alreadyReviewed');
  });

  test('「訂正した」は、抽出確認のあとの訂正があってからで、その訂正につながる', async () => {
    const reviewed = await withFinding('correct');
    const early = await bed.counter.refused('sampling.settle', settle(reviewed, 'corrected'));
    expect(early.fields[0]?.field).toBe('how');
    const entry = reviewed.detail.history.find(({ what }) => what === '受付')?.entry ?? '';
    await bed.counter.call('correction.ask', {
      requestId: requestId(),
      case: reviewed.sample.case,
      entry,
      changes: [{ field: 'kana', to: 'レンシュウ ハナ' }],
      reason: '抽出確認で読みの違いに気づいたため',
      acceptance: { staffNumber: administrator.staffNumber, password: administrator.password },
    });
    // 訂正を申請した本人でも、自分の見つけた気づきは済ませられる
    const settled = await bed.counter.call('sampling.settle', settle(reviewed, 'corrected'));
    expect(settled.findings[0]?.settled?.how).toBe('corrected');
    const event = bed.ledger().reads.caseEvents(reviewed.sample.case).at(-1);
    const corrected = bed
      .ledger()
      .reads.caseEvents(reviewed.sample.case)
      .find((each) => 'name' in each && each.name === 'entryCorrected/1');
    if (event === undefined || corrected === undefined || !('name' in event) || !('name' in corrected))
      throw new Error('both are known');
    expect(event.payload).toMatchObject({ correction: corrected.key });
  });

  test('期間の集計は、問いと規則ごとに数える', async () => {
    const reviewed = await withFinding();
    expect(await bed.counter.call('sampling.statistics', period)).toEqual({
      reviewed: 1,
      waiting: 0,
      withFinding: 1,
      counts: [{ question: 'identity', rule: 'I1', light: 0, heavy: 1, open: 1 }],
    });
    await bed.counter.call('sampling.settle', settle(reviewed, 'told'));
    expect((await bed.counter.call('sampling.statistics', period)).counts[0]?.open).toBe(0);
  });

  test('書き出しは、受付ごとに一行で、気づきとその始末を添える', async () => {
    await withFinding();
    const { path, rows } = await bed.counter.call('sampling.export', {
      requestId: requestId(),
      ...period,
      format: 'csv',
    });
    const table = readCsv(readFileSync(path, 'utf8').replace('\u{feff}', ''));
    expect(rows).toBe(1);
    expect(table[1]?.slice(0, 3)).toEqual([day, expect.stringContaining('S01-20261124-'), '練習 0子']);
    expect(table[1]?.slice(5)).toEqual([
      '気づきあり',
      supervisor.name,
      '本人確認の書類 I1',
      '重い',
      '書類の種類が選び違い',
      '職員に伝える',
      '残っている',
    ]);
  });

  test('個人の記録を消去しても、名前なしで読める', async () => {
    const reviewed = await withFinding();
    const ledger = bed.ledger();
    const records = ledger.reads
      .caseEvents(reviewed.sample.case)
      .flatMap((event) => ('envelope' in event && event.envelope.record !== null ? [event.envelope.record] : []));
    const staff = ledger.reads.staff();
    const id = (number: string) => staff.find(({ staffNumber }) => staffNumber === number)?.staff ?? '';
    const erased = ledger.erase(
      { staff: id(administrator.staffNumber), role: 'administrator' },
      { records, basis: '保存年数', approver: id(supervisor.staffNumber) },
    );
    expect(erased.ok).toBe(true);
    const opened = await bed.counter.call('sampling.open', { day, case: reviewed.sample.case });
    expect(opened.sample.name).toBeNull();
    expect(opened.findings[0]).toMatchObject({ question: 'identity', severity: 'heavy', note: null });
    expect((await list()).cases).toHaveLength(1);
    const rows = await bed.counter.call('audit.list', {
      from: day,
      until: '2026-11-25',
      staff: null,
      office: null,
      act: 'recorded',
      person: null,
      before: null,
    });
    expect(rows.rows.some(({ of }) => of.includes('(消去済)'))).toBe(true);
  });
});
