import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CALENDAR, isOpenDay } from '../../../src-shared/domain/calendar.ts';
import {
  hasLapsed,
  judgeReply,
  judgeReplyContents,
  type ReplyFacts,
  replyDue,
} from '../../../src-shared/domain/inquiry-letter.ts';
import { policyOn, withSettings } from '../../../src-shared/domain/policy.ts';
import { addDays, daysBetween, plainDate } from '../../../src-shared/kernel/plain-date.ts';

const policy = policyOn(plainDate('2026-11-24'));
const due = (postedOn: string) => replyDue(plainDate(postedOn), policy, DEFAULT_CALENDAR);

describe('回答の期限 (D2)', () => {
  test('4月1日に投函すると、5月1日が期限', () => {
    expect(due('2026-04-01')).toEqual({ dueOn: '2026-05-01', acceptedUntil: '2026-05-01' });
  });

  test('期限が休みの日なら次の開庁日まで受け付け、印刷する期限は変わらない', () => {
    expect(due('2026-04-02')).toEqual({ dueOn: '2026-05-02', acceptedUntil: '2026-05-07' });
    expect(due('2026-10-29')).toEqual({ dueOn: '2026-11-28', acceptedUntil: '2026-11-30' });
    expect(due('2026-11-29')).toEqual({ dueOn: '2026-12-29', acceptedUntil: '2027-01-04' });
    expect(due('2026-11-28')).toEqual({ dueOn: '2026-12-28', acceptedUntil: '2026-12-28' });
  });

  test('延ばさない設定なら、休みの日でも期限の日まで', () => {
    const strict = withSettings(policy, { replyExtendsOverClosedDays: false }, 'example');
    expect(replyDue(plainDate('2026-04-02'), strict, DEFAULT_CALENDAR).acceptedUntil).toBe('2026-05-02');
  });

  test('受け付ける最後の日は必ず開庁日で、投函の日の30日後より早くならない', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (days) => {
        const postedOn = addDays(plainDate('2020-01-01'), days);
        const { dueOn, acceptedUntil } = replyDue(postedOn, policy, DEFAULT_CALENDAR);
        expect(daysBetween(postedOn, dueOn)).toBe(30);
        expect(acceptedUntil >= dueOn).toBe(true);
        expect(isOpenDay(acceptedUntil, 'shiminka', DEFAULT_CALENDAR)).toBe(true);
      }),
    );
  });
});

describe('回答の受付 (D3, D5)', () => {
  const last = plainDate('2026-12-24');

  test('D5 最後の日までは受け付け、翌日からは期限切れ', () => {
    expect(hasLapsed(last, plainDate('2026-12-23'))).toBe(false);
    expect(hasLapsed(last, plainDate('2026-12-24'))).toBe(false);
    expect(hasLapsed(last, plainDate('2026-12-25'))).toBe(true);
  });

  test('D3 回答書は市民課で受け付け、支所では市民課へ案内する', () => {
    const status = (office: 'shiminka' | 'sobue' | 'heiwa') => judgeReply(office, last, last, policy)[0]?.status;
    expect(status('shiminka')).toBe('met');
    expect(status('sobue')).toBe('unmet');
    expect(status('heiwa')).toBe('unmet');
  });
});

describe('回答の確認 (D4)', () => {
  const reply: ReplyFacts = {
    numberMatches: true,
    complete: true,
    rightHand: true,
    cardPresent: true,
    visitor: { capacity: 'agent', documents: ['passport'], reason: null },
    afterUnconfirmedHolder: false,
    questionsAnswered: null,
  };
  const accepted = (changes: Partial<ReplyFacts>) =>
    judgeReplyContents({ ...reply, ...changes }, policy).every(({ status }) => status === 'met');

  test('番号、記入、筆跡、カードのどれが欠けても受け付けない', () => {
    expect(accepted({})).toBe(true);
    for (const missing of ['numberMatches', 'complete', 'rightHand', 'cardPresent'] as const) {
      expect(accepted({ [missing]: false })).toBe(false);
    }
  });

  test('持ってきた代理人は、顔写真付きの書類で確かめる', () => {
    expect(accepted({ visitor: { capacity: 'agent', documents: ['pensionBook', 'studentCard'], reason: null } })).toBe(
      false,
    );
  });

  test('本人確認ができずに照会になった本人は、照会書とカードと質問でよい', () => {
    const visitor = { capacity: 'holder' as const, documents: [], reason: null };
    expect(accepted({ visitor })).toBe(false);
    expect(accepted({ visitor, afterUnconfirmedHolder: true, questionsAnswered: true })).toBe(true);
    expect(accepted({ visitor, afterUnconfirmedHolder: true, questionsAnswered: false })).toBe(false);
    expect(accepted({ visitor: { ...visitor, documents: ['passport'] } })).toBe(true);
  });
});
