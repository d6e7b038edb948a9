import type * as z from 'zod';
import type { counterApi, Method, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { Result } from '../../src-shared/kernel/result.ts';

/** 係 (handler): does one call of the contract. */
export type Handler<Name extends Method> = (
  input: z.output<(typeof counterApi)[Name]['input']>,
) => Result<Output<Name>, Failure> | Promise<Result<Output<Name>, Failure>>;

/** 係の表: one for every call; a call without a handler does not compile. */
export type Handlers = { readonly [Name in Method]: Handler<Name> };

/** 係の一部: what one task brings to the table. */
export type HandlersOf<Names extends Method> = { readonly [Name in Names]: Handler<Name> };
