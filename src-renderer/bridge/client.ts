import './zod-without-eval.ts';

import * as z from 'zod';
import { counterApi, type Input, type Method, type Output } from '../../src-shared/contract/counter-api.ts';
import { Failure, type FailureCode } from '../../src-shared/contract/errors.ts';
import { failureMessages } from '../../src-shared/contract/messages-ja.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import './window-counter.ts';

/** 呼び出しの結果: the value, or a failure in words for the clerk. */
export type Answer<Name extends Method> = Result<Output<Name>, Failure>;

type TurnedAway = (failure: Failure) => void | Promise<void>;
const turnsAway: ReadonlySet<FailureCode> = new Set([
  'locked',
  'notSignedIn',
  'staffSuspended',
  'staffElsewhere',
  'ownPasswordNeeded',
]);
const listeners = new Set<TurnedAway>();

/** 断られたとき: told of every failure that says this session is locked, over or not yet begun, whichever screen asked. */
export function whenTurnedAway(listener: TurnedAway): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * 本体を呼ぶ: one call of the contract, parsed both ways. It never throws: what was lost or cannot be read is a failure
 * that does not say whether the ledger changed.
 */
export async function call<Name extends Method>(method: Name, input: Input<Name>): Promise<Answer<Name>> {
  const request = counterApi[method].input.safeParse(input);
  if (!request.success) return fail(failure('unreadableRequest'));
  const text = await carry(method, JSON.stringify(request.data));
  if (text === null) return fail(failure('connectionLost'));
  return read(method, text);
}

/** 失敗を作る: one with the standard words of its code. */
export function failure(code: FailureCode): Failure {
  return { code, message: failureMessages[code], fields: [], incident: null };
}

async function carry(method: string, json: string): Promise<string | null> {
  try {
    const text = await window.counter?.invoke(method, json);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: Failure }),
]);

function read<Name extends Method>(method: Name, text: string): Answer<Name> {
  const envelope = Envelope.safeParse(fromJson(text));
  if (!envelope.success) return fail(failure('unreadableAnswer'));
  if (!envelope.data.ok) {
    const { failure: refusal } = envelope.data;
    if (turnsAway.has(refusal.code) && method !== 'session.signIn')
      for (const listener of listeners) void listener(refusal);
    return fail(refusal);
  }
  const value = counterApi[method].output.safeParse(envelope.data.value);
  if (!value.success) return fail(failure('unreadableAnswer'));
  // The schema was looked up under this very method; TypeScript cannot follow the key through the table.
  return succeed(value.data as Output<Name>);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
