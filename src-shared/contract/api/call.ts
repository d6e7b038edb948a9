import * as z from 'zod';
import { Id, RequestId } from '../codes.ts';

/**
 * だれが呼べるか: `anyone` before sign-in too; `locked` signed in, locked or not; `seated` signed in and not locked, also with a password that
 * an administrator gave; else at least this role, with a password of one's own.
 */
export type Access = 'anyone' | 'locked' | 'seated' | 'clerk' | 'supervisor' | 'administrator';

/** 依頼の決まり: who may make it, what it takes and what it answers; both sides parse, unknown keys are refused. */
export type Call = { readonly access: Access; readonly input: z.ZodType; readonly output: z.ZodType };

export const Nothing = z.strictObject({});

/** 受付に触る依頼: the request's own id, and the version of the case that the screen saw. */
export const Touch = { requestId: RequestId, case: Id, version: z.int() } as const;
