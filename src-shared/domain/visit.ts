import { z } from 'zod';
import { PlainDate } from '../kernel/plain-date.ts';
import { PlainDateTime } from '../kernel/plain-date-time.ts';
import { DocumentCode } from './documents.ts';

/** 証明書の種類: 署名用 / 利用者証明用. */
export const CertificateKind = z.enum(['signature', 'userAuthentication']);
export type CertificateKind = z.infer<typeof CertificateKind>;

/** 手続: 新規発行 / 更新 / 失効. */
export const Procedure = z.enum(['issue', 'renew', 'revoke']);
export type Procedure = z.infer<typeof Procedure>;

/** 受付窓口 (L1): 市役所市民課 / 祖父江支所 / 平和支所. */
export const Office = z.enum(['shiminka', 'sobue', 'heiwa']);
export type Office = z.infer<typeof Office>;

/** 来庁者の立場: 本人 / 任意代理人 / 法定代理人. */
export const Capacity = z.enum(['holder', 'agent', 'statutoryRepresentative']);
export type Capacity = z.infer<typeof Capacity>;

/** カードの種類 (M1, M2): マイナンバーカード / 住民基本台帳カード. */
export const Medium = z.enum(['myNumberCard', 'residentCard']);
export type Medium = z.infer<typeof Medium>;

/** 失効の事由 (X1–X5): X0, the end of the period, follows from the date and is never asked for. */
export const RevocationCause = z.enum(['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']);
export type RevocationCause = z.infer<typeof RevocationCause>;

/** 受付の経路: 即日 / 照会. */
export const Route = z.enum(['sameDay', 'inquiry']);
export type Route = z.infer<typeof Route>;

/** 明細: each kind asked for, with a procedure of its own; `cause` belongs to `revoke` alone. */
export const VisitLine = z
  .strictObject({ kind: CertificateKind, procedure: Procedure, cause: RevocationCause.nullable() })
  .readonly();
export type VisitLine = z.infer<typeof VisitLine>;

/** 代替文字の選択 (G2): which character as a reader counts, what stood there, what the certificate will bear. */
export const CharacterSubstitution = z
  .strictObject({ index: z.int().min(0), original: z.string(), substitute: z.string() })
  .readonly();
export type CharacterSubstitution = z.infer<typeof CharacterSubstitution>;

/** いまの証明書: what the national register said about the holder. */
export const CurrentCertificate = z
  .strictObject({ kind: CertificateKind, issuedOn: PlainDate, expiresOn: PlainDate })
  .readonly();
export type CurrentCertificate = z.infer<typeof CurrentCertificate>;

/** 失効した証明書: known to have lost effect before its time, and on which day. */
export const EndedCertificate = z.strictObject({ kind: CertificateKind, on: PlainDate }).readonly();
export type EndedCertificate = z.infer<typeof EndedCertificate>;

/** 受付の事実: everything the rules ask about one visit; null is what has not been typed yet. */
export const VisitFacts = z
  .strictObject({
    at: PlainDateTime,
    office: Office,
    lines: z.array(VisitLine).readonly(),
    holder: z
      .strictObject({
        name: z.string().nullable(),
        address: z.string().nullable(),
        bornOn: PlainDate.nullable(),
        inRegister: z.boolean().nullable(),
        adultWard: z.boolean().nullable(),
      })
      .readonly(),
    /** `expiryKnown` false: the clerk cannot learn the date; the cap of V3 is then not applied, and the answer says so. */
    card: z
      .strictObject({ medium: Medium.nullable(), expiresOn: PlainDate.nullable(), expiryKnown: z.boolean() })
      .readonly(),
    /** `documents` empty: none was shown. `reason` null: not asked yet; blank: asked, and none was given. */
    visitor: z
      .strictObject({
        capacity: Capacity.nullable(),
        documents: z.array(DocumentCode).readonly(),
        reason: z.string().nullable(),
      })
      .readonly(),
    current: z.array(CurrentCertificate).readonly(),
    /** X0: what our own ledger knows to have lost effect already */
    ended: z.array(EndedCertificate).readonly(),
    substitutions: z
      .strictObject({
        name: z.array(CharacterSubstitution).readonly(),
        address: z.array(CharacterSubstitution).readonly(),
      })
      .readonly(),
  })
  .readonly();
export type VisitFacts = z.infer<typeof VisitFacts>;

/** 証明書の短い名前: 署名用 / 利用者証明用. */
export const KIND_NAMES: Readonly<Record<CertificateKind, string>> = {
  signature: '署名用',
  userAuthentication: '利用者証明用',
};

/** 窓口の名前。 */
export const OFFICE_NAMES: Readonly<Record<Office, string>> = {
  shiminka: '市民課',
  sobue: '祖父江支所',
  heiwa: '平和支所',
};

/** 同じ明細か: a kind may be asked for twice in a visit, to be revoked and to be issued anew. */
export function isSameLine(
  one: { readonly kind: CertificateKind; readonly procedure: Procedure },
  other: { readonly kind: CertificateKind; readonly procedure: Procedure },
): boolean {
  return one.kind === other.kind && (one.procedure === 'revoke') === (other.procedure === 'revoke');
}
