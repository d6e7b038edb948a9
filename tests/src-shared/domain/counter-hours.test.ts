import { describe, expect, test } from 'vitest';
import { type Calendar, DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { counterOpen, judgeBackEntry } from '../../../src-shared/domain/counter-hours.ts';
import { judgeVisit } from '../../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { plainDateTime, plainTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { judged, line, statusOf, visit } from './visit-example.ts';

const policy = policyOn(plainDate('2026-11-24'));
const opening = {
  on: plainDate('2026-11-28'),
  opensAt: plainTime('09:00'),
  closesAt: plainTime('12:00'),
  offices: ['shiminka' as const],
  reason: 'カード交付の休日窓口',
};

function open(at: string, calendar: Calendar = DEFAULT_CALENDAR, office: 'shiminka' | 'sobue' = 'shiminka'): boolean {
  return counterOpen(plainDateTime(at), office, policy, calendar).open;
}

describe('受付時間 (L2)', () => {
  test('9時ちょうどは受付時間内、8時59分はまだ', () => {
    expect(open('2026-11-24T08:59')).toBe(false);
    expect(open('2026-11-24T09:00')).toBe(true);
    expect(open('2026-11-24T09:01')).toBe(true);
  });

  test('16時59分は受付時間内、17時ちょうどは外', () => {
    expect(open('2026-11-24T16:59')).toBe(true);
    expect(open('2026-11-24T17:00')).toBe(false);
    expect(open('2026-11-24T17:01')).toBe(false);
  });

  test('土曜日、日曜日、祝日、年末年始は休み', () => {
    expect(open('2026-11-27T10:00')).toBe(true);
    expect(open('2026-11-28T10:00')).toBe(false);
    expect(open('2026-11-29T10:00')).toBe(false);
    expect(open('2026-11-30T10:00')).toBe(true);
    expect(open('2026-11-23T10:00')).toBe(false);
    expect(open('2026-12-28T10:00')).toBe(true);
    expect(open('2026-12-29T10:00')).toBe(false);
    expect(open('2025-12-31T10:00')).toBe(false);
    expect(open('2028-01-03T10:00')).toBe(false);
    expect(open('2028-01-04T10:00')).toBe(true);
    expect(open('2026-05-06T10:00')).toBe(false);
  });

  test('休みの理由と次の受付を伝える', () => {
    const answer = counterOpen(plainDateTime('2026-12-28T17:00'), 'shiminka', policy, DEFAULT_CALENDAR);
    expect(answer).toMatchObject({ open: false, code: 'L2' });
    expect(answer.text).toBe('受付時間の外です。次の受付は1月4日(月)9:00からです。');
    expect(counterOpen(plainDateTime('2026-11-23T10:00'), 'heiwa', policy, DEFAULT_CALENDAR).text).toBe(
      '勤労感謝の日のため、窓口は休みです。次の受付は11月24日(火)9:00からです。',
    );
  });

  test('臨時開庁は、その窓口のその時間だけ開け、理由を言う', () => {
    const calendar = { ...DEFAULT_CALENDAR, specialOpenings: [opening] };
    expect(open('2026-11-28T08:59', calendar)).toBe(false);
    expect(open('2026-11-28T09:00', calendar)).toBe(true);
    expect(open('2026-11-28T11:59', calendar)).toBe(true);
    expect(open('2026-11-28T12:00', calendar)).toBe(false);
    expect(open('2026-11-28T10:00', calendar, 'sobue')).toBe(false);
    const decision = judgeVisit(visit({ at: '2026-11-28T10:00' }), policy, calendar);
    expect(decision.findings.find(({ code }) => code === 'L2')?.text).toBe('臨時開庁(カード交付の休日窓口)');
  });

  test('平日の臨時開庁は、いつもの時間に加わる', () => {
    const evening = {
      ...opening,
      on: plainDate('2026-11-26'),
      opensAt: plainTime('17:00'),
      closesAt: plainTime('19:00'),
    };
    const calendar = { ...DEFAULT_CALENDAR, specialOpenings: [evening] };
    expect(open('2026-11-26T10:00', calendar)).toBe(true);
    expect(open('2026-11-26T18:59', calendar)).toBe(true);
    expect(open('2026-11-26T19:00', calendar)).toBe(false);
  });

  test('臨時閉庁の日は開かない', () => {
    const closure = { on: plainDate('2026-11-24'), offices: null, reason: '台風' };
    const calendar = { ...DEFAULT_CALENDAR, specialClosures: [closure] };
    expect(open('2026-11-24T10:00', calendar)).toBe(false);
    expect(open('2026-11-25T10:00', calendar)).toBe(true);
  });

  test('時間の外の来庁は受付全体を断り、理由を言う', () => {
    expect(judged({ at: '2026-11-24T16:59' }).verdict).toBe('accept');
    const decision = judged({ at: '2026-11-24T17:00' });
    expect(decision.verdict).toBe('refuse');
    expect(decision.route).toBeNull();
    expect(statusOf(decision, 'L2')).toBe('unmet');
  });

  test('時間を問わない届出(X2)と通知(X3)は、休みの日でも扱える', () => {
    const at = '2026-11-28T23:00';
    expect(judged({ at, lines: [line('signature', 'revoke', 'X2')] }).verdict).toBe('accept');
    expect(judged({ at, lines: [line('signature', 'revoke', 'X3')] }).verdict).toBe('accept');
    expect(judged({ at, lines: [line('signature', 'revoke', 'X1')] }).verdict).toBe('refuse');
  });

  test('休みの日の受付でも、通知による失効だけは残る', () => {
    const decision = judged({
      at: '2026-11-28T10:00',
      lines: [line('signature', 'revoke', 'X3'), line('userAuthentication', 'issue')],
    });
    expect(decision.lines.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['userAuthentication', 'refuse'],
      ['signature', 'accept'],
    ]);
    expect(decision.verdict).toBe('accept');
  });
});

describe('場所と停止 (L1, L3)', () => {
  test('L1 三つの窓口のどこでも扱う', () => {
    for (const office of ['shiminka', 'sobue', 'heiwa']) expect(statusOf(judged({ office }), 'L1')).toBe('met');
  });

  test('L3 システム停止の日も受け付け、発行は停止のあとになる', () => {
    const stop = {
      from: plainDateTime('2026-11-24T00:00'),
      until: plainDateTime('2026-11-25T00:00'),
      reason: '年次保守',
    };
    const calendar = { ...DEFAULT_CALENDAR, systemStops: [stop] };
    const on = judgeVisit(visit(), policy, calendar);
    expect(on.verdict).toBe('accept');
    expect(statusOf(on, 'L3')).toBe('pending');
    expect(statusOf(judgeVisit(visit({ at: '2026-11-25T10:00' }), policy, calendar), 'L3')).toBe('met');
    expect(statusOf(judged({ at: '2026-11-20T10:00' }), 'L3')).toBe('met');
  });
});

describe('さかのぼり入力 (L4)', () => {
  const entry = {
    happenedAt: plainDateTime('2026-11-24T10:00'),
    recordedAt: plainDateTime('2026-11-24T15:00'),
    reason: '停電のため紙で受け付けた',
    clerk: 'clerk-1',
    secondPerson: 'clerk-2',
  };
  const statuses = (changes: Partial<typeof entry> | { secondPerson: null }) =>
    judgeBackEntry({ ...entry, ...changes }).map(({ status }) => status);

  test('起きた時刻、理由、別の職員がそろえば入力できる', () => {
    expect(statuses({})).toEqual(['met', 'met', 'met']);
    expect(statuses({ happenedAt: plainDateTime('2026-11-24T15:00') })).toEqual(['met', 'met', 'met']);
  });

  test('時刻が後、理由がない、同じ職員の確認は断る', () => {
    expect(statuses({ happenedAt: plainDateTime('2026-11-24T15:01') })[0]).toBe('unmet');
    expect(statuses({ reason: ' ' })[1]).toBe('unmet');
    expect(statuses({ secondPerson: 'clerk-1' })[2]).toBe('unmet');
    expect(statuses({ secondPerson: null })[2]).toBe('pending');
  });
});
