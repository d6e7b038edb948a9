import type { FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import type { RangeAsked, TypedRange } from '../../store/issuer-slice.ts';

export type RangeField = 'kinds' | 'issuedFrom' | 'issuedUntil' | 'basis';

export const rangeLabels: Readonly<Record<RangeField, string>> = {
  kinds: '証明書の種類',
  issuedFrom: '発行日(から)',
  issuedUntil: '発行日(まで)',
  basis: '通知の内容',
};

/** 範囲の読み (X5): what must be mended, what is missing, and the range once it stands. */
export type RangeReading = {
  readonly issues: readonly { readonly field: RangeField; readonly message: string; readonly half: boolean }[];
  readonly missing: readonly { readonly field: RangeField; readonly text: string }[];
  readonly range: RangeAsked | null;
  /** null while it cannot be recorded */
  readonly basis: string | null;
};

/** 範囲の様式を読む: days in either calendar, the first not after the last, neither after today. */
export function readRange(typed: TypedRange, today: PlainDate): RangeReading {
  const kinds = (['userAuthentication', 'signature'] as const).filter((kind) => typed[kind]);
  const from = readDay('issuedFrom', typed.issuedFrom, today);
  const until = readDay('issuedUntil', typed.issuedUntil, today);
  const crossed = from.day !== null && until.day !== null && from.day > until.day;
  const basis = checkFreeText('basis', typed.basis, { optional: false, label: rangeLabels.basis });
  const basisFault: FieldFailure | null = basis.ok || typed.basis.trim() === '' ? null : basis.failure;
  const issues: RangeReading['issues'] = [
    ...from.issues,
    ...until.issues,
    ...(crossed
      ? [
          {
            field: 'issuedUntil' as const,
            message: 'はじめの日より前です。入れ替わっていないか確かめてください。',
            half: false,
          },
        ]
      : []),
    ...(basisFault === null ? [] : [{ field: 'basis' as const, message: basisFault.message, half: false }]),
  ];
  const missing: RangeReading['missing'] = [
    ...(kinds.length === 0 ? [{ field: 'kinds' as const, text: '証明書の種類を選ぶ' }] : []),
    ...(typed.issuedFrom.trim() === '' ? [{ field: 'issuedFrom' as const, text: '発行日のはじめを入力する' }] : []),
    ...(typed.issuedUntil.trim() === '' ? [{ field: 'issuedUntil' as const, text: '発行日のおわりを入力する' }] : []),
    ...(typed.basis.trim() === '' ? [{ field: 'basis' as const, text: 'どの通知によるかを入力する' }] : []),
  ];
  const stands = kinds.length > 0 && from.day !== null && until.day !== null && !crossed;
  return {
    issues,
    missing,
    range: stands ? { kinds, issuedFrom: from.day, issuedUntil: until.day } : null,
    basis: basis.ok ? basis.value : null,
  };
}

type Day = { readonly day: PlainDate | null; readonly issues: RangeReading['issues'] };

function readDay(field: 'issuedFrom' | 'issuedUntil', typed: string, today: PlainDate): Day {
  if (typed.trim() === '') return { day: null, issues: [] };
  const parsed = parseDateInput(typed);
  if (!parsed.ok) {
    const { message, code } = parsed.failure;
    return { day: null, issues: [{ field, message, half: code === 'unreadable' }] };
  }
  if (parsed.value > today)
    return { day: null, issues: [{ field, message: '今日より後です。発行日を確かめてください。', half: false }] };
  return { day: parsed.value, issues: [] };
}
