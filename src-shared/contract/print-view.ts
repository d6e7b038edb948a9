import * as z from 'zod';
import { Capacity, Cause, Day, Instant, Kind, Office, Procedure } from './codes.ts';

/** 様式: every form that one case can be printed on, by the city's numbering where it has one. */
export const PrintForm = z.enum([
  'application',
  'inquiryLetter',
  'revocation',
  'checklist',
  'receiptSlip',
  'addressLabel',
]);
export type PrintForm = z.infer<typeof PrintForm>;

/** 様式の名前: as the clerk chooses it and as the file is called. */
export const PRINT_FORM_NAMES: Readonly<Record<PrintForm, string>> = {
  application: '申請書(様式第1)',
  inquiryLetter: '照会書兼回答書(様式第2)',
  revocation: '失効申請書・届出書(様式第3)',
  checklist: '次に持ってくるもの',
  receiptSlip: '受付票',
  addressLabel: '宛名ラベル',
};

/** 一度に刷れる受付の数: a day's letters. */
export const mostCasesPrinted = 60;

/** 宛名の位置の範囲 (mm): how far, and in which steps, an administrator can move the address in the window. */
export const letterOffsetRange = { least: -10, most: 10, step: 0.5 } as const;

const Offset = z
  .number()
  .min(letterOffsetRange.least)
  .max(letterOffsetRange.most)
  .refine((millimetres) => Number.isInteger(millimetres / letterOffsetRange.step));

/** 宛名の位置 (mm): right and down from where look for a 90 × 45 mm window puts it. */
export const LetterOffset = z.strictObject({ xMm: Offset, yMm: Offset });
export type LetterOffset = z.infer<typeof LetterOffset>;

/** 持ってくるもの: by kind; the words are the form's. */
export const BringItem = z.enum([
  'reply',
  'holderCard',
  'holderIdentity',
  'visitorPhotoDocument',
  'representativeProof',
  'rememberedPin',
]);
export type BringItem = z.infer<typeof BringItem>;

const PrintableLine = z.strictObject({
  kind: Kind,
  procedure: Procedure,
  cause: Cause.nullable(),
  /** 満了日の見込み, with the rule that decides it; null for a revocation and where nothing was judged */
  expiry: z.strictObject({ on: Day, decidedBy: z.string() }).nullable(),
  outcome: z.enum(['open', 'issued', 'renewed', 'revoked', 'refused', 'withdrawn']),
});

/** 印刷する受付: everything a form of one case needs, and who prints it when. */
export const PrintableCase = z.strictObject({
  receipt: z.string(),
  office: Office,
  terminal: z.int(),
  receivedAt: Instant,
  lines: z.array(PrintableLine).min(1),
  holder: z.strictObject({
    name: z.string(),
    kana: z.string(),
    bornOn: Day,
    sex: z.enum(['female', 'male']),
    address: z.string(),
    certificateName: z.string(),
    certificateAddress: z.string(),
  }),
  /** capacity null: a notice, nobody came; name null: the holder came */
  visitor: z.strictObject({
    capacity: Capacity.nullable(),
    name: z.string().nullable(),
    relation: z.string().nullable(),
    address: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  /** 本人確認書類, by name */
  documents: z.array(z.string()),
  cardExpiresOn: Day.nullable(),
  route: z.enum(['sameDay', 'inquiry']).nullable(),
  letter: z.strictObject({ number: z.int().min(1), postedOn: Day, dueOn: Day, acceptedUntil: Day }).nullable(),
  /** 回答書を書く人 (D4): the statutory representative of a holder under 15 or an adult ward */
  replyWriter: z.enum(['holder', 'statutoryRepresentative']),
  replyOffices: z.array(Office).min(1),
  bring: z.array(BringItem),
  letterOffset: LetterOffset,
  print: z.strictObject({
    /** 部目; null on a preview, which is no copy */
    copy: z.int().min(1).nullable(),
    /** first 8 digits of the chain's head that holds this printing; null on a preview */
    headDigits: z
      .string()
      .regex(/^[0-9a-f]{8}$/)
      .nullable(),
    at: Instant,
    by: z.string(),
    practice: z.boolean(),
  }),
});
export type PrintableCase = z.infer<typeof PrintableCase>;

/** 印刷する一覧: any list as it is printed and written out. */
export const PrintableList = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  office: z.string(),
  /** `share`: how much of the width, relative to the others; `numeric` cells stand at the end; `day`: its cells are days, ISO for machines */
  columns: z
    .array(
      z.strictObject({
        label: z.string(),
        share: z.number().positive(),
        numeric: z.boolean(),
        day: z.boolean().optional(),
      }),
    )
    .min(1),
  rows: z.array(z.array(z.string())),
  notes: z.array(z.string()),
  practice: z.boolean(),
  printedAt: Instant,
  printedBy: z.string(),
});
export type PrintableList = z.infer<typeof PrintableList>;
