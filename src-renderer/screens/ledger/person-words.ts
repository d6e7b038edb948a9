import type { PersonPage, PersonRow } from '../../../src-shared/contract/api/person-api.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { ageOn, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import type { Rules } from '../../store/rules.ts';
import { eraDay } from '../../words/day-words.ts';

type Today = PersonPage['today'][number];

/** 性別の一字。 */
export const sexWords = { female: '女', male: '男' } as const;

/** 手続の名前 as the panel heads them. */
const procedureWords = { renew: '更新', issue: '新規発行', revoke: '失効' } as const;

/** 年齢: full years on the day, by the rule of that day (V6). */
export function ageWord(bornOn: string, today: string, rules: Rules): string {
  const on = plainDate(today);
  return `${ageOn(plainDate(bornOn), on, rules.policyOf(on).settings.leapBirthday)}歳`;
}

/** 町の名前: without the prefecture and the city, which every holder shares, and without the number of the house. */
export function townOf(address: string): string {
  return address
    .replace(/^愛知県/u, '')
    .replace(/^稲沢市/u, '')
    .replace(/[\d０-９].*$/u, '');
}

/** 一行の生年月日と町。 */
export function birthAndTown(row: Pick<PersonRow, 'bornOn' | 'address'>): string {
  return [eraDay(row.bornOn), townOf(row.address)].filter(Boolean).join('・');
}

/** 今日できることの一行: both kinds in one where they agree, else each with its name. */
export type TodayLine = {
  readonly key: string;
  readonly headline: string;
  readonly possible: boolean;
  readonly text: string;
  readonly code: string | null;
  /** the key that begins it */
  readonly shortcut: string | null;
};

export function todayLines(today: readonly Today[]): readonly TodayLine[] {
  return (['renew', 'issue', 'revoke'] as const).flatMap((procedure): TodayLine[] => {
    const each = today.filter((line) => line.procedure === procedure);
    const [first, second] = each;
    if (first === undefined) return [];
    const alike = second === undefined || (first.possible === second.possible && first.text === second.text);
    return (alike ? [first] : each).map(({ kind, possible, text, code }) => ({
      key: `${procedure} ${kind}`,
      headline: alike ? procedureWords[procedure] : `${procedureWords[procedure]}(${KIND_NAMES[kind]})`,
      possible,
      text,
      code,
      shortcut: !possible ? null : procedure === 'revoke' ? 'F5' : 'F3',
    }));
  });
}
