import * as z from 'zod';

/** 符号 (codes): the small words that every call of the contract is made of. Ids are 16 random bytes in lower-case hex. */

export const Id = z.string().regex(/^[0-9a-f]{32}$/);
export const RequestId = z.string().regex(/^[0-9a-f]{32}$/);
export const Kind = z.enum(['signature', 'userAuthentication']);
export const Procedure = z.enum(['issue', 'renew', 'revoke']);
export const Cause = z.enum(['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']);
export const Office = z.enum(['shiminka', 'sobue', 'heiwa']);
export const Role = z.enum(['clerk', 'supervisor', 'administrator']);
export const Capacity = z.enum(['holder', 'agent', 'statutoryRepresentative']);
export const Day = z.iso.date();
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+09:00$/);

/** 法定代理人の資格を示したもの (I8): by kind, never by number */
export const Proof = z.enum(['familyRegister', 'registrationCertificate', 'sameHousehold']);
/** 連絡の方法 */
export const ContactHow = z.enum(['telephone', 'visit', 'letter', 'other']);
/** 出来事の場所: `<ledger>/<epoch>/<seq>`, as the history of a case names its entries */
export const Entry = z.string().regex(/^[0-9a-f]{32}\/\d+\/\d+$/);
/** 責任者のサインイン (B7): for one act on this screen, with the reason */
export const SecondPerson = z.strictObject({ staffNumber: z.string(), password: z.string(), reason: z.string() });
