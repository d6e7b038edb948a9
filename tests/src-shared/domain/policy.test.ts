import { describe, expect, test } from 'vitest';
import { DEFAULT_CALENDAR, isExpectedHoliday, nextOpenDay } from '../../../src-shared/domain/calendar.ts';
import { feeFor, Policy, policyOn, withSettings } from '../../../src-shared/domain/policy.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';

describe('方針', () => {
  const policy = policyOn(plainDate('2026-11-24'));

  test('規則集の数のとおり', () => {
    expect(policy).toMatchObject({
      signatureMinimumAge: 15,
      selfApplicationMinimumAge: 15,
      newBirthdays: 5,
      renewedBirthdays: 6,
      renewalWindowMonths: 3,
      opensAt: '09:00',
      closesAt: '17:00',
      residentCardEndedOn: '2015-12-22',
      settings: {
        replyDays: 30,
        replyExtendsOverClosedDays: true,
        replyOffices: ['shiminka'],
        leapBirthday: 'feb28',
        secondListDocumentsNeeded: 2,
        sameDayForStatutoryRepresentative: false,
        sameDayForSealedNationalForm: false,
      },
    });
    expect(Policy.safeParse(policy).success).toBe(true);
  });

  test('F1 手数料は、表に行がなければ無料', () => {
    expect(feeFor('紛失による再交付', policy)).toBe(0);
    const changed = withSettings(policy, { fees: [{ reason: '紛失による再交付', yen: 200 }] }, 'example');
    expect(feeFor('紛失による再交付', changed)).toBe(200);
    expect(feeFor('更新', changed)).toBe(0);
  });
});

describe('暦', () => {
  test('公表された年より後の祝日は見込み', () => {
    expect(isExpectedHoliday(plainDate('2027-11-23'), DEFAULT_CALENDAR)).toBe(false);
    expect(isExpectedHoliday(plainDate('2028-01-10'), DEFAULT_CALENDAR)).toBe(true);
    expect(isExpectedHoliday(plainDate('2028-01-11'), DEFAULT_CALENDAR)).toBe(false);
  });

  test('次の開庁日は、連休と年末年始を越える', () => {
    expect(nextOpenDay(plainDate('2026-05-02'), 'shiminka', DEFAULT_CALENDAR)).toBe('2026-05-07');
    expect(nextOpenDay(plainDate('2026-12-29'), 'shiminka', DEFAULT_CALENDAR)).toBe('2027-01-04');
    expect(nextOpenDay(plainDate('2026-12-28'), 'shiminka', DEFAULT_CALENDAR)).toBe('2026-12-28');
  });
});
