import type { PlainDate } from '../kernel/plain-date.ts';
import { PHOTO_DOCUMENT_CODES, SECOND_LIST_DOCUMENT_CODES } from './documents.ts';
import { type PolicySettings, type SettingKey, SettingsChange } from './policy.ts';
import { type PolicyChangeKept, policyWith } from './rules-in-force.ts';

/** 直すところ: which setting cannot be as it was typed, and what to do. */
export type SettingProblem = { readonly key: SettingKey; readonly message: string };

/** 設定の値の外: what is said where a value is not one that this setting may have. */
const outside: Readonly<Record<SettingKey, string>> = {
  replyDays: '回答の日数は、1日から365日までの数字で入力してください。',
  replyExtendsOverClosedDays: '延ばすか、延ばさないかを選んでください。',
  replyOffices: '回答を受け付ける窓口を1つ以上選んでください。',
  idleLockMinutes: 'ロックまでの分は、1分から60分までの数字で入力してください。',
  leapBirthday: '2月28日か3月1日を選んでください。',
  secondListDocumentsNeeded: '写真のない書類の点数は、1点から9点までの数字で入力してください。',
  photoDocuments: '一覧にある書類から選んでください。',
  secondListDocuments: '一覧にある書類から選んでください。',
  sameDayForStatutoryRepresentative: '即日にするか、照会にするかを選んでください。',
  sameDayForSealedNationalForm: '即日にするか、照会にするかを選んでください。',
  fees: '手数料の理由と金額(0円以上)を、理由ごとに1行ずつ入力してください。',
  samplePercent: '抽出の割合は、0%から100%までの数字で入力してください。',
  retentionYears:
    '保存年数は、1年から100年までの数字で入力してください。決めていないときは「決めない」を選んでください。',
};

export type SettingsRead =
  | { readonly settings: SettingsChange; readonly problems: readonly [] }
  | { readonly settings: null; readonly problems: readonly SettingProblem[] };

/** 変える値を読む: known settings with values that they may have, or what to mend at which. */
export function readSettingsChange(typed: Readonly<Record<string, unknown>>): SettingsRead {
  const parsed = SettingsChange.safeParse(typed);
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const keys = new Set(parsed.error.issues.map(({ path }) => path[0]).filter(isSettingKey));
  return { settings: null, problems: [...keys].map((key) => ({ key, message: outside[key] })) };
}

function isSettingKey(key: unknown): key is SettingKey {
  return typeof key === 'string' && Object.hasOwn(outside, key);
}

/** 食いちがい: what in these settings would leave the counter without a way, or says two things. */
export function contradictions(settings: PolicySettings): readonly SettingProblem[] {
  const { photoDocuments, secondListDocuments, secondListDocumentsNeeded, replyOffices } = settings;
  const problems: SettingProblem[] = [];
  const say = (key: SettingKey, message: string): void => void problems.push({ key, message });
  if (photoDocuments.length === 0)
    say('photoDocuments', '顔写真付きの書類を1つ以上残してください。1つもないと、代理人はだれも申請できません。');
  if (hasOther(photoDocuments, PHOTO_DOCUMENT_CODES))
    say('photoDocuments', '顔写真のない書類は、この一覧に入れられません。');
  if (hasOther(secondListDocuments, SECOND_LIST_DOCUMENT_CODES))
    say('secondListDocuments', '顔写真付きの書類は、この一覧に入れられません。');
  if (secondListDocumentsNeeded > secondListDocuments.length) {
    const count = secondListDocuments.length;
    const words = `写真のない書類は${count}種類だけです。${secondListDocumentsNeeded}点をそろえられるかたがいなくなります。`;
    say('secondListDocumentsNeeded', words);
    say('secondListDocuments', words);
  }
  const lists = [
    ['photoDocuments', photoDocuments],
    ['secondListDocuments', secondListDocuments],
    ['replyOffices', replyOffices],
    ['fees', settings.fees.map(({ reason }) => reason)],
  ] as const;
  for (const [key, list] of lists) {
    if (new Set<string>(list).size < list.length) say(key, '同じものが2度入っています。1つにしてください。');
  }
  return problems;
}

function hasOther(list: readonly string[], known: readonly string[]): boolean {
  return list.some((code) => !known.includes(code));
}

/** 決まりの並び: in the order of their days, of one day as they were made; the newest comes last of its day. */
export function withChange(changes: readonly PolicyChangeKept[], added: PolicyChangeKept): readonly PolicyChangeKept[] {
  const later = changes.findIndex(({ effectiveFrom }) => effectiveFrom > added.effectiveFrom);
  return later < 0 ? [...changes, added] : changes.toSpliced(later, 0, added);
}

/**
 * 変更を確かめる: a day that is past, nothing that changes, and what would contradict itself on that day or on the day of a
 * change that is planned for later. Empty where it may be recorded.
 */
export function problemsOfChange(
  changes: readonly PolicyChangeKept[],
  { effectiveFrom, settings }: { readonly effectiveFrom: PlainDate; readonly settings: SettingsChange },
): readonly SettingProblem[] {
  const before = policyWith(changes, effectiveFrom).settings;
  const keys = Object.keys(settings).filter(isSettingKey);
  const after = withChange(changes, { change: '', effectiveFrom, settings });
  if (keys.every((key) => JSON.stringify(settings[key]) === JSON.stringify(before[key])))
    return keys.map((key) => ({ key, message: 'その日の決まりと同じです。変える値を入力してください。' }));
  return problemsFrom(after, effectiveFrom, keys);
}

/** 取りやめを確かめる: what would contradict itself once this planned change is gone. */
export function problemsWithout(changes: readonly PolicyChangeKept[], change: string): readonly SettingProblem[] {
  const gone = changes.find((each) => each.change === change);
  if (gone === undefined) return [];
  const left = changes.filter((each) => each !== gone);
  return problemsFrom(left, gone.effectiveFrom, null);
}

/** of each day from this one on, at which something changes; told at the typed fields where they are among them */
function problemsFrom(
  changes: readonly PolicyChangeKept[],
  from: string,
  typed: readonly SettingKey[] | null,
): readonly SettingProblem[] {
  const days = [...new Set([from, ...changes.map(({ effectiveFrom }) => effectiveFrom)])].filter((day) => day >= from);
  for (const day of days.toSorted()) {
    const found = contradictions(policyWith(changes, day as PlainDate).settings); // days of the ledger are ISO days
    const mine = typed === null ? found : found.filter(({ key }) => typed.includes(key));
    if (mine.length > 0) return day === from ? mine : mine.map((each) => plannedToo(each, day));
  }
  return [];
}

function plannedToo({ key, message }: SettingProblem, day: string): SettingProblem {
  return { key, message: `${day}からの予定の変更と合いません。${message}` };
}
