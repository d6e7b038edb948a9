import * as z from 'zod';

/** 出来事に残す小さな形: codes and ids alone; what they mean is in the rulebook. */

export const Id = z.string().regex(/^[0-9a-f]{32}$/);
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const Kind = z.enum(['signature', 'userAuthentication']);
export const Office = z.enum(['shiminka', 'sobue', 'heiwa']);
export const Role = z.enum(['clerk', 'supervisor', 'administrator']);
export const Capacity = z.enum(['holder', 'agent', 'statutoryRepresentative']);
export const Cause = z.enum(['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']);
export const RuleCode = z.string().regex(/^[A-Z][0-9]{1,2}[a-z]?$/);

/** 判定の控え: one tested rule as the ledger keeps it; its words are in the program, its outcome is here. */
export const FindingKept = z.strictObject({
  code: RuleCode,
  kind: Kind.nullable(),
  status: z.enum(['met', 'unmet', 'pending', 'unknown']),
  effect: z.enum(['refuse', 'route', 'note']),
});

/** 明細の控え: one kind asked for, and its fee in yen (F1). */
export const LineKept = z.strictObject({
  line: z.int().min(1).max(9),
  kind: Kind,
  procedure: z.enum(['issue', 'renew', 'revoke']),
  cause: Cause.nullable(),
  fee: z.int().min(0),
});

/** 法定代理人の資格を示したもの (I8): 戸籍, 登記事項証明書, or the same household in our register. */
export const Proof = z.enum(['familyRegister', 'registrationCertificate', 'sameHousehold']);

/** 台帳の証明書: the line of a case of this ledger or another's by which it was issued. */
export const CertificateKept = z.strictObject({ case: Id, line: z.int() });

/** 出来事の場所: one entry of one ledger. */
export const EntryKey = z.strictObject({ ledger: Id, epoch: z.int().min(1), seq: z.int().min(1) });
export type EntryKey = z.infer<typeof EntryKey>;

/** 印刷する様式, as the first version of a printing knew them */
export const PrintedForm = z.enum([
  'application',
  'inquiryLetter',
  'revocation',
  'checklist',
  'receiptSlip',
  'addressLabel',
  'list',
]);

export const Serial = z.string().max(40);
export const Spelling = z.strictObject({ index: z.int(), original: z.string(), substitute: z.string() });

/** 訂正の一か所: what stood there and what stands there now, as text. */
export const Change = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });
