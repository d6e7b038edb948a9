import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import {
  type DocumentCode,
  PHOTO_DOCUMENT_CODES,
  SECOND_LIST_DOCUMENT_CODES,
} from '../../../src-shared/domain/documents.ts';
import { PolicySettings, type SettingKey } from '../../../src-shared/domain/policy.ts';
import type { PolicyChangeKept } from '../../../src-shared/domain/rules-in-force.ts';
import { problemsOfChange, readSettingsChange } from '../../../src-shared/domain/settings-change.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { halfWidth } from '../../words/counter-words.ts';

/** 決まりに入力したもの: exactly as typed. Which part counts depends on the rule: a number, one of two, or a choice from a list. */
export type RuleTyped = {
  readonly value: string;
  readonly chosen: readonly string[];
  readonly day: string;
  readonly reason: string;
};

export type RuleField = 'value' | 'day' | 'reason';
export type RuleProblem = { readonly field: RuleField; readonly message: string };

/** 決まりの形: how a value is asked for. */
export type RuleShape =
  | { readonly kind: 'number'; readonly unit: string; readonly orNone: string | null }
  | { readonly kind: 'either'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'offices' }
  | { readonly kind: 'documents'; readonly codes: readonly DocumentCode[] };

const number = (unit: string, orNone: string | null = null): RuleShape => ({ kind: 'number', unit, orNone });
const either = (first: string, second: string, [one, two] = ['true', 'false']): RuleShape => ({
  kind: 'either',
  options: [
    { value: one ?? '', label: first },
    { value: two ?? '', label: second },
  ],
});

/** 決まりの欄の番号。 */
export function ruleFieldId(field: RuleField): string {
  return `settings-rule-${field}`;
}

export type EditableRule = Exclude<SettingKey, 'fees'>;

export const ruleShapes: Readonly<Record<EditableRule, RuleShape>> = {
  replyDays: number('日'),
  replyExtendsOverClosedDays: either('次の開庁日まで延ばす', '延ばさない'),
  replyOffices: { kind: 'offices' },
  secondListDocumentsNeeded: number('点'),
  secondListDocuments: { kind: 'documents', codes: SECOND_LIST_DOCUMENT_CODES },
  photoDocuments: { kind: 'documents', codes: PHOTO_DOCUMENT_CODES },
  sameDayForStatutoryRepresentative: either('即日', '照会'),
  sameDayForSealedNationalForm: either('即日', '照会'),
  leapBirthday: either('2月28日', '3月1日', ['feb28', 'mar01']),
  idleLockMinutes: number('分'),
  samplePercent: number('%'),
  retentionYears: number('年', '決めない'),
};

/** 決めないしるし: typed in the place of a number where a rule may be left open. */
export const noneTyped = 'none';

/** 欄のはじめ: what is in force, with the day and the reason to be typed. */
export function ruleTypedOf(key: EditableRule, settings: PolicySettings): RuleTyped {
  const value = settings[key];
  const chosen = typeof value === 'object' && value !== null ? value : [];
  return { value: value === null ? noneTyped : String(value), chosen, day: '', reason: '' };
}

type Reading = {
  /** the value as it would be recorded; null where it cannot be read */
  readonly settings: PolicySettings | null;
  readonly change: Omit<Input<'settings.changePolicy'>, 'requestId'> | null;
  readonly problems: readonly RuleProblem[];
};

/** 決まりの変更を読む (⚙): what is to be recorded, or what to mend in which field; the main process asks the same rules. */
export function readRule(
  key: EditableRule,
  typed: RuleTyped,
  around: { readonly today: string; readonly changes: readonly PolicyChangeKept[]; readonly now: PolicySettings },
): Reading {
  const read = readSettingsChange({ [key]: typedValue(key, typed) });
  const settings = read.settings === null ? null : PolicySettings.parse(Object.assign({}, around.now, read.settings));
  const problems: RuleProblem[] = read.problems.map(({ message }) => ({ field: 'value', message }));
  const day = parseDateInput(typed.day);
  if (!day.ok)
    problems.push({ field: 'day', message: typed.day.trim() === '' ? '日を入力してください。' : day.failure.message });
  else if (day.value < around.today)
    problems.push({ field: 'day', message: '今日より前からは変えられません。今日か、後の日を入力してください。' });
  const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2 });
  if (day.ok && read.settings !== null)
    for (const { message } of problemsOfChange(around.changes, { effectiveFrom: day.value, settings: read.settings }))
      problems.unshift({ field: 'value', message });
  if (!reason.ok) problems.push({ field: 'reason', message: reason.failure.message });
  if (problems.length > 0 || !day.ok || !reason.ok || read.settings === null)
    return { settings, change: null, problems };
  const change = {
    effectiveFrom: day.value,
    // What the domain's own schema has read is plain data.
    settings: JSON.parse(JSON.stringify(read.settings)),
    reason: reason.value,
  };
  return { settings, change, problems: [] };
}

function typedValue(key: EditableRule, { value, chosen }: RuleTyped): unknown {
  const shape = ruleShapes[key];
  switch (shape.kind) {
    case 'number': {
      if (shape.orNone !== null && value === noneTyped) return null;
      const digits = halfWidth(value).trim();
      return /^\d{1,4}$/u.test(digits) ? Number(digits) : digits;
    }
    case 'either':
      return value === 'true' || value === 'false' ? value === 'true' : value;
    case 'offices':
    case 'documents':
      return [...chosen];
  }
}
