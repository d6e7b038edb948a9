import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { correctedWords } from '../../../src-shared/contract/corrected-words.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { SecondPersonSignIn } from '../../components/second-person.tsx';

export type CorrectableEntry = CaseDetail['history'][number];
export type CorrectableField = CorrectableEntry['correctable'][number];

/** 訂正の入力: what was typed beside each field; a field left blank stays as it is. */
export type CorrectionTyped = {
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
  /** 責任者がここで承認するか、待つか (B7) */
  readonly way: 'here' | 'wait';
  readonly supervisor: SecondPersonSignIn;
};

export const freshCorrection: CorrectionTyped = {
  values: {},
  reason: '',
  way: 'here',
  supervisor: { staffNumber: '', password: '' },
};

export const correctionIds = {
  reason: 'correction-reason',
  acceptance: 'correction-acceptance',
  field: (field: string): string => `correction-field-${field}`,
} as const;

/** まだ直すところ: the field and the words, in the order of the dialog. */
export type CorrectionProblem = { readonly fieldId: string; readonly field: string; readonly message: string };

export type CorrectionReading = {
  readonly changes: Input<'correction.ask'>['changes'];
  readonly problems: readonly CorrectionProblem[];
};

/** 訂正できる記録: entries of the case that a correction may name, the latest first. */
export function correctableEntries(detail: CaseDetail): readonly CorrectableEntry[] {
  return detail.history.filter(({ correctable }) => correctable.length > 0).toReversed();
}

/** 訂正を読む: which fields change, and what is still left to do. */
export function readCorrection(entry: CorrectableEntry, typed: CorrectionTyped): CorrectionReading {
  const changed = entry.correctable.filter((field) => isChanged(field, typed.values[field.field] ?? ''));
  const problems: CorrectionProblem[] = [];
  const [first] = entry.correctable;
  if (changed.length === 0 && first !== undefined) {
    const message = '訂正する欄に、正しい値を入力してください。';
    problems.push({ fieldId: correctionIds.field(first.field), field: first.field, message });
  }
  for (const { field } of changed) {
    const day = isDay(field) ? parseDateInput(typed.values[field] ?? '') : null;
    if (day?.ok === false) problems.push({ fieldId: correctionIds.field(field), field, message: day.failure.message });
  }
  const reason = checkFreeText('reason', typed.reason, { optional: false, least: 10 });
  if (!reason.ok) problems.push({ fieldId: correctionIds.reason, field: 'reason', message: reason.failure.message });
  const { staffNumber, password } = typed.supervisor;
  if (typed.way === 'here' && (staffNumber.trim() === '' || password === '')) {
    problems.push({
      fieldId: `${correctionIds.acceptance}-${staffNumber.trim() === '' ? 'staffNumber' : 'password'}`,
      field: 'acceptance.staffNumber',
      message: '責任者の職員番号とパスワードを入力してください。',
    });
  }
  return { changes: changed.map(({ field }) => ({ field, to: (typed.values[field] ?? '').trim() })), problems };
}

/** 本体の指摘: each at the field that it is about; what belongs to none is said for the whole. */
export function problemsOfFailure({ fields }: Failure): readonly CorrectionProblem[] {
  return fields.map(({ field, message }) => ({ field, message, fieldId: idOf(field) }));
}

function idOf(field: string): string {
  if (field === 'reason') return correctionIds.reason;
  if (field.startsWith('acceptance.')) return `${correctionIds.acceptance}-${field.slice('acceptance.'.length)}`;
  return correctionIds.field(field);
}

/** 日付の欄か */
export function isDay(field: string): boolean {
  return field === 'bornOn' || field === 'cardExpiresOn' || field === 'expiresOn';
}

/** 新しい値の言葉: as it will be read, or as typed while it cannot be read. */
export function newWords(field: string, typed: string): string {
  const day = isDay(field) ? parseDateInput(typed) : null;
  return correctedWords(field, day?.ok === true ? day.value : typed.trim());
}

/** 変わるか: a blank field, and one that says what stands there already, changes nothing. */
export function isChanged({ field, value }: CorrectableField, typed: string): boolean {
  return typed.trim() !== '' && newWords(field, typed) !== correctedWords(field, value);
}
