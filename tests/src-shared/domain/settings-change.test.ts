import { describe, expect, test } from 'vitest';
import { SECOND_LIST_DOCUMENT_CODES } from '../../../src-shared/domain/documents.ts';
import type { SettingsChange } from '../../../src-shared/domain/policy.ts';
import {
  longestReplyDays,
  type PolicyChangeKept,
  policyVersionWith,
  policyWith,
} from '../../../src-shared/domain/rules-in-force.ts';
import {
  problemsOfChange,
  problemsWithout,
  readSettingsChange,
  withChange,
} from '../../../src-shared/domain/settings-change.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';

const today = plainDate('2026-11-24');
const on = (day: string, settings: PolicyChangeKept['settings'], change = `${day}-change`): PolicyChangeKept => ({
  change,
  effectiveFrom: day,
  settings,
});
const problemsAt = (settings: SettingsChange, changes: readonly PolicyChangeKept[] = [], from = today) =>
  problemsOfChange(changes, { effectiveFrom: from, settings }).map(({ key }) => key);

describe('決まりの値', () => {
  test.each([
    ['回答の日数は0日にできない', { replyDays: 0 }, 'replyDays'],
    ['回答の日数は366日にできない', { replyDays: 366 }, 'replyDays'],
    ['回答の窓口は1つもなしにできない', { replyOffices: [] }, 'replyOffices'],
    ['知らない窓口は選べない', { replyOffices: ['akasaka'] }, 'replyOffices'],
    ['ロックまでの分は0分にできない', { idleLockMinutes: 0 }, 'idleLockMinutes'],
    ['ロックまでの分は61分にできない', { idleLockMinutes: 61 }, 'idleLockMinutes'],
    ['書類の点数は0点にできない', { secondListDocumentsNeeded: 0 }, 'secondListDocumentsNeeded'],
    ['知らない書類は選べない', { photoDocuments: ['libraryCard'] }, 'photoDocuments'],
    ['抽出の割合は100%を超えない', { samplePercent: 101 }, 'samplePercent'],
    ['保存年数は0年にできない', { retentionYears: 0 }, 'retentionYears'],
    ['うるう日の誕生日は2月28日か3月1日だけ', { leapBirthday: 'feb27' }, 'leapBirthday'],
  ])('%s', (_, typed, key) => {
    const read = readSettingsChange(typed);
    expect(read.settings).toBeNull();
    expect(read.problems.map((problem) => problem.key)).toEqual([key]);
    expect(read.problems[0]?.message).toMatch(/。$/u);
  });

  test.each([
    ['回答の日数は1日から', { replyDays: 1 }],
    ['回答の日数は365日まで', { replyDays: 365 }],
    ['保存年数は決めないことができる', { retentionYears: null }],
    ['抽出の割合は0%にできる', { samplePercent: 0 }],
    ['ロックまでの分は60分まで', { idleLockMinutes: 60 }],
  ])('%s', (_, typed) => {
    expect(readSettingsChange(typed)).toEqual({ settings: typed, problems: [] });
  });

  test('知らない決まりの名前は、どの欄のことでもなく、受け取らない', () => {
    expect(readSettingsChange({ openingHour: 8 }).settings).toBeNull();
  });
});

describe('食いちがい', () => {
  test('顔写真付きの書類を1つも残さない変更は断る(代理人がだれも申請できなくなる)', () => {
    expect(problemsAt({ photoDocuments: [] })).toEqual(['photoDocuments']);
    expect(problemsAt({ photoDocuments: ['passport'] })).toEqual([]);
  });

  test('写真のない書類を顔写真付きの一覧に入れることも、その逆もできない', () => {
    expect(problemsAt({ photoDocuments: ['passport', 'studentCard'] })).toEqual(['photoDocuments']);
    expect(problemsAt({ secondListDocuments: ['studentCard', 'pensionBook', 'passport'] })).toEqual([
      'secondListDocuments',
    ]);
  });

  test('点数は、一覧にある書類の数まで', () => {
    const three = SECOND_LIST_DOCUMENT_CODES.slice(0, 3);
    const changes = [on('2026-11-01', { secondListDocuments: three })];
    expect(problemsAt({ secondListDocumentsNeeded: 3 }, changes)).toEqual([]);
    expect(problemsAt({ secondListDocumentsNeeded: 4 }, changes)).toEqual(['secondListDocumentsNeeded']);
    expect(problemsAt({ secondListDocuments: three.slice(0, 1) })).toEqual(['secondListDocuments']);
  });

  test('同じ書類も、同じ手数料の理由も、2度は入れられない', () => {
    expect(problemsAt({ photoDocuments: ['passport', 'passport'] })).toEqual(['photoDocuments']);
    const fee = { reason: '紛失', yen: 200 };
    expect(problemsAt({ fees: [fee, { ...fee, yen: 300 }] })).toEqual(['fees']);
  });

  test('その日の値と同じ変更は断る', () => {
    expect(problemsAt({ replyDays: 30 })).toEqual(['replyDays']);
    const planned = [on('2027-04-01', { replyDays: 20 })];
    expect(problemsAt({ replyDays: 20 }, planned)).toEqual([]);
    expect(problemsAt({ replyDays: 20 }, planned, plainDate('2027-04-01'))).toEqual(['replyDays']);
  });

  test('予定の変更の日に食いちがう変更は、今日は合っていても断り、その日を言う', () => {
    const planned = [on('2027-04-01', { secondListDocumentsNeeded: 3 })];
    const two = SECOND_LIST_DOCUMENT_CODES.slice(0, 2);
    const problems = problemsOfChange(planned, { effectiveFrom: today, settings: { secondListDocuments: two } });
    expect(problems.map(({ key }) => key)).toEqual(['secondListDocuments']);
    expect(problems[0]?.message).toContain('2027-04-01');
  });

  test('取りやめると後の予定が食いちがうときは、取りやめを断る', () => {
    const one = SECOND_LIST_DOCUMENT_CODES.slice(0, 1);
    const planned = [
      on('2027-04-01', { secondListDocumentsNeeded: 1 }),
      on('2027-05-01', { secondListDocuments: one }),
    ];
    expect(problemsWithout(planned, '2027-04-01-change').length).toBeGreaterThan(0);
    expect(problemsWithout(planned, '2027-05-01-change')).toEqual([]);
  });
});

describe('決まりの並び', () => {
  const april = on('2027-04-01', { replyDays: 20 }, 'a');

  test('先に決めた4月からの値は、あとで決めた今日からの値に負けない', () => {
    const changes = withChange([april], on('2026-11-24', { replyDays: 25 }, 'b'));
    const daysOn = (day: string) => policyWith(changes, plainDate(day)).settings.replyDays;
    expect([daysOn('2026-11-23'), daysOn('2026-11-24'), daysOn('2027-03-31'), daysOn('2027-04-01')]).toEqual([
      30, 25, 25, 20,
    ]);
  });

  test('同じ日からの変更は、あとに決めたほうが効く', () => {
    const changes = withChange([april], on('2027-04-01', { replyDays: 21 }, 'b'));
    expect(policyWith(changes, plainDate('2027-04-01')).settings.replyDays).toBe(21);
    expect(policyVersionWith('v', changes, '2027-04-01')).toBe('v+b');
  });

  test('一つの変更は、ほかの値を変えない', () => {
    const { settings } = policyWith([april], plainDate('2027-04-01'));
    expect(settings).toEqual({ ...policyWith([], plainDate('2027-04-01')).settings, replyDays: 20 });
  });

  test('いちばん長い回答の日数は、その日までに効いたものから選ぶ', () => {
    const changes = [on('2026-10-01', { replyDays: 60 }), on('2026-11-01', { replyDays: 10 }), april];
    expect(longestReplyDays(changes, plainDate('2026-11-24'))).toBe(60);
    expect(longestReplyDays(changes, plainDate('2026-09-30'))).toBe(30);
  });
});
