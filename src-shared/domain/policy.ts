import { z } from 'zod';
import { PlainDate, plainDate } from '../kernel/plain-date.ts';
import { PlainTime, plainTime } from '../kernel/plain-date-time.ts';
import { DocumentCode, PHOTO_DOCUMENT_CODES, SECOND_LIST_DOCUMENT_CODES } from './documents.ts';
import { Office } from './visit.ts';

/** 手数料 (F1): what a line costs for one reason, in yen; no row means free. */
export const FeeRow = z.strictObject({ reason: z.string().min(1), yen: z.int().min(0) }).readonly();
export type FeeRow = z.infer<typeof FeeRow>;

const SettingFields = z.strictObject({
  /** D2: days in which the reply may come */
  replyDays: z.int().min(1).max(365),
  /** D2, 民法142条: a due day on a closed day extends to the next open day */
  replyExtendsOverClosedDays: z.boolean(),
  /** D3: where the reply may be brought */
  replyOffices: z.array(Office).min(1).readonly(),
  /** after how many minutes without key or mouse the terminal locks itself */
  idleLockMinutes: z.int().min(1).max(60),
  /** V6 */
  leapBirthday: z.enum(['feb28', 'mar01']),
  /** I1: how many documents of the second list confirm a holder */
  secondListDocumentsNeeded: z.int().min(1).max(9),
  /** I4 */
  photoDocuments: z.array(DocumentCode).readonly(),
  /** I1 */
  secondListDocuments: z.array(DocumentCode).readonly(),
  /** I3: off in Inazawa */
  sameDayForStatutoryRepresentative: z.boolean(),
  /** I3: off in Inazawa; no fact of the sealed form is taken yet, so switching it on changes no answer */
  sameDayForSealedNationalForm: z.boolean(),
  /** F1 */
  fees: z.array(FeeRow).readonly(),
  /** 抽出確認: how many of a hundred cases of a day get a supervisor's second look; overrides all do */
  samplePercent: z.int().min(0).max(100),
  /** 保存年数, counted from the first day of the next fiscal year; null: the city has not said, and nothing may be erased for its age */
  retentionYears: z.int().min(1).max(100).nullable(),
});

/** 管理者が変えられる値 (⚙): each change is an event; the rest of the policy changes only with the law. */
export const PolicySettings = SettingFields.readonly();
export type PolicySettings = z.infer<typeof PolicySettings>;

/** 変える値だけ (⚙): what one change names; the rest stays as it is. */
export const SettingsChange = SettingFields.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
export type SettingKey = keyof PolicySettings;

/** 方針 (policy): every constant of the rules from one day on, with its source; `version` goes into each event. */
export const Policy = z
  .strictObject({
    version: z.string().min(1),
    effectiveFrom: PlainDate,
    source: z.string(),
    /** E2, in whole years from the birthday itself */
    signatureMinimumAge: z.int(),
    /** I8: below this age a statutory representative applies */
    selfApplicationMinimumAge: z.int(),
    /** V1, V2: how many birthdays after the day of issue */
    newBirthdays: z.int(),
    renewedBirthdays: z.int(),
    /** W1: less than this many months remain */
    renewalWindowMonths: z.int(),
    /** L2: the opening minute is inside, the closing minute is not */
    opensAt: PlainTime,
    closesAt: PlainTime,
    /** M2: last day on which a resident card was accepted */
    residentCardEndedOn: PlainDate,
    settings: PolicySettings,
  })
  .readonly();
export type Policy = z.infer<typeof Policy>;

const POLICIES: readonly [Policy, ...Policy[]] = [
  {
    version: '2016-01',
    effectiveFrom: plainDate('2016-01-01'),
    source: '法・施行規則、稲沢市公的個人認証サービス事務処理要綱、稲沢市ホームページ(ページID 595)',
    signatureMinimumAge: 15,
    selfApplicationMinimumAge: 15,
    newBirthdays: 5,
    renewedBirthdays: 6,
    renewalWindowMonths: 3,
    opensAt: plainTime('09:00'),
    closesAt: plainTime('17:00'),
    residentCardEndedOn: plainDate('2015-12-22'),
    settings: {
      replyDays: 30,
      replyExtendsOverClosedDays: true,
      replyOffices: ['shiminka'],
      idleLockMinutes: 5,
      leapBirthday: 'feb28',
      secondListDocumentsNeeded: 2,
      photoDocuments: PHOTO_DOCUMENT_CODES,
      secondListDocuments: SECOND_LIST_DOCUMENT_CODES,
      sameDayForStatutoryRepresentative: false,
      sameDayForSealedNationalForm: false,
      fees: [],
      samplePercent: 5,
      retentionYears: null,
    },
  },
];

/** その日の方針: the last row that had taken effect; days before the first row are judged by the first. */
export function policyOn(date: PlainDate): Policy {
  return POLICIES.findLast((policy) => policy.effectiveFrom <= date) ?? POLICIES[0];
}

/** 設定を変えた方針: `change` names that change (its event), so that the version tells two settings apart. */
export function withSettings(policy: Policy, settings: Partial<PolicySettings>, change: string): Policy {
  return { ...policy, version: `${policy.version}+${change}`, settings: { ...policy.settings, ...settings } };
}

/** 手数料 (F1): yen for one line by its reason; free where the table has no row. */
export function feeFor(reason: string, policy: Policy): number {
  return policy.settings.fees.find((row) => row.reason === reason)?.yen ?? 0;
}
