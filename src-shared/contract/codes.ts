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
