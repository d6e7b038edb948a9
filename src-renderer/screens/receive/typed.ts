import * as z from 'zod';
import { Proof } from '../../../src-shared/contract/codes.ts';
import { DocumentCode } from '../../../src-shared/domain/documents.ts';
import { RevocationCause } from '../../../src-shared/domain/visit.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';

const TypedCertificate = z
  .strictObject({ issuedOn: z.string(), expiresOn: z.string(), serial: z.string().default('') })
  .readonly();
const Spelling = z
  .strictObject({ index: z.int().min(0), original: z.string().min(1), substitute: z.string().min(1) })
  .readonly();
const KindProcedure = z.enum(['issue', 'renew', 'reissue']);

/**
 * 入力したまま: everything on the form exactly as the clerk left it; dates are the typed text, never a day. What has a default
 * came later: a draft of an earlier version is read without it.
 */
export const Typed = z
  .strictObject({
    /** `each`: the two kinds differ, and each has its own; `revoke`: the screen of 失効 */
    procedure: z.enum(['issue', 'renew', 'each', 'revoke']),
    /** `reissue`: 失効して新規, two lines of one kind */
    signatureProcedure: KindProcedure,
    userAuthenticationProcedure: KindProcedure,
    signature: z.boolean(),
    userAuthentication: z.boolean(),
    /** 失効の事由, on the screen of 失効 */
    cause: RevocationCause.nullable().default(null),
    /** X3: a new 署名用 follows, since the holder is there */
    reissue: z.boolean().default(false),
    basis: z.string().default(''),
    /** F1: a row of the fee table; null is free */
    signatureFee: z.string().nullable().default(null),
    userAuthenticationFee: z.string().nullable().default(null),
    capacity: z.enum(['holder', 'agent', 'statutoryRepresentative']),
    name: z.string(),
    kana: z.string(),
    sex: z.enum(['female', 'male']).nullable(),
    bornOn: z.string(),
    address: z.string(),
    inRegister: z.boolean(),
    adultWard: z.boolean(),
    medium: z.enum(['myNumberCard', 'residentCard']),
    cardExpiresOn: z.string(),
    /** null: nobody has said yet whether there is one */
    currentAnswer: z.enum(['none', 'some']).nullable(),
    currentSignature: TypedCertificate,
    currentUserAuthentication: TypedCertificate,
    visitorName: z.string(),
    relation: z.string().default(''),
    visitorAddress: z.string().default(''),
    sameAddress: z.boolean().default(false),
    proof: Proof.nullable().default(null),
    documents: z.array(DocumentCode).readonly(),
    /** said, not supposed: the visitor showed nothing */
    noDocuments: z.boolean(),
    reason: z.string(),
    /** asked, and none was given (I6) */
    noReason: z.boolean().default(false),
    note: z.string(),
    /** L4: taken on paper, and entered now */
    onPaper: z.boolean().default(false),
    paperDay: z.string().default(''),
    paperTime: z.string().default(''),
    paperReason: z.string().default(''),
    nameSpellings: z.array(Spelling).readonly(),
    addressSpellings: z.array(Spelling).readonly(),
  })
  .readonly();
export type Typed = z.infer<typeof Typed>;
export type TypedCertificate = z.infer<typeof TypedCertificate>;

/** 新しい様式: what stands preselected is visible on the form and part of every judgement; the rest is open. */
export const emptyForm: Typed = {
  procedure: 'issue',
  signatureProcedure: 'issue',
  userAuthenticationProcedure: 'issue',
  signature: true,
  userAuthentication: true,
  cause: null,
  reissue: false,
  basis: '',
  signatureFee: null,
  userAuthenticationFee: null,
  capacity: 'holder',
  name: '',
  kana: '',
  sex: null,
  bornOn: '',
  address: '',
  inRegister: true,
  adultWard: false,
  medium: 'myNumberCard',
  cardExpiresOn: '',
  currentAnswer: null,
  currentSignature: { issuedOn: '', expiresOn: '', serial: '' },
  currentUserAuthentication: { issuedOn: '', expiresOn: '', serial: '' },
  visitorName: '',
  relation: '',
  visitorAddress: '',
  sameAddress: false,
  proof: null,
  documents: [],
  noDocuments: false,
  reason: '',
  noReason: false,
  note: '',
  onPaper: false,
  paperDay: '',
  paperTime: '',
  paperReason: '',
  nameSpellings: [],
  addressSpellings: [],
};

/** 新しい失効: nothing is ticked, so that no certificate loses effect unasked. */
export const emptyRevocation: Typed = {
  ...emptyForm,
  procedure: 'revoke',
  signature: false,
  userAuthentication: false,
};

/** 何か入力したか: false while the form stands as it was opened. */
export function isTouched(typed: Typed): boolean {
  const untouched = typed.procedure === 'revoke' ? emptyRevocation : emptyForm;
  return JSON.stringify(typed) !== JSON.stringify(untouched);
}

/** 入力中として残す形: the form without any 個人番号; what looks like one is left out wherever it was typed. */
export function draftContent(typed: Typed): string {
  return JSON.stringify(typed, (_key, value: unknown) => (typeof value === 'string' ? withoutMyNumbers(value) : value));
}

/** 入力中のものを読み戻す: null where it was written by a form of another shape. */
export function readDraft(content: string): Typed | null {
  try {
    const parsed = Typed.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** 入力中の見出し: the name as typed, for lists; blank while there is none. */
export function draftTitle(typed: Typed): string {
  return Array.from(withoutMyNumbers(typed.name).trim()).slice(0, 60).join('');
}

/** 個人番号を除く: the same text without those digits. A rest that reads as one again is dropped whole. */
export function withoutMyNumbers(text: string): string {
  const ranges = findMyNumbers(text);
  if (ranges.length === 0) return text;
  const kept = Array.from(text.matchAll(/[\s\S]/g))
    .filter((unit) => !ranges.some(({ start, end }) => unit.index >= start && unit.index < end))
    .map(([unit]) => unit)
    .join('');
  return findMyNumbers(kept).length > 0 ? '' : kept;
}
