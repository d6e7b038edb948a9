import { fail, type Result, succeed } from '../kernel/result.ts';
import { characterCount, checkText } from '../kernel/text-input.ts';
import type { FieldFailure } from './errors.ts';

/** 自由に書く欄の決まり: `least` counts characters as a reader does, where a reason must say something. */
export type FreeTextRule = { readonly optional: boolean; readonly least?: number; readonly label?: string };

const most = 200;

/** 自由に書く欄 (free text): trimmed at both ends; refuses a 個人番号, control characters, emoji and what is too long. */
export function checkFreeText(field: string, typed: string, rule: FreeTextRule): Result<string, FieldFailure> {
  const label = rule.label ?? (rule.optional ? 'メモ' : '理由');
  const text = typed.trim();
  const checked = checkText(text, { label, max: most, required: !rule.optional });
  if (!checked.ok) return fail({ field, message: checked.failure.message, suggestion: null });
  if (rule.least !== undefined && characterCount(text) < rule.least) {
    return fail({ field, message: `${label}は${rule.least}文字以上で入力してください。`, suggestion: null });
  }
  return succeed(text);
}
