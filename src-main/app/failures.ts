import type { Failure, FailureCode, FieldFailure } from '../../src-shared/contract/errors.ts';
import { failureMessages } from '../../src-shared/contract/messages-ja.ts';
import type { Result } from '../../src-shared/kernel/result.ts';
import type { LedgerFailure } from './ports.ts';

/** 失敗を作る: the stable code with its Japanese words, and the fields it is about. */
export function refusal(code: FailureCode, fields: readonly FieldFailure[] = []): Failure {
  return { code, message: failureMessages[code], fields: [...fields], incident: null };
}

/** 断る: a handler's expected no. */
export function refuse(code: FailureCode, fields: readonly FieldFailure[] = []): { ok: false; failure: Failure } {
  return { ok: false, failure: refusal(code, fields) };
}

/** 一つの欄を断る: the no that belongs to one field. */
export function refuseField(code: FailureCode, field: string, message: string): { ok: false; failure: Failure } {
  return refuse(code, [{ field, message, suggestion: null }]);
}

/** 台帳の失敗を言葉にする. */
export function fromLedger(failure: LedgerFailure): Failure {
  return refusal(failure.code);
}

/** 台帳の結果を渡す: turns the outer result (the file) and the inner one (the rules) into one. */
export function flatten<Value>(result: Result<Result<Value, Failure>, LedgerFailure>): Result<Value, Failure> {
  return result.ok ? result.value : { ok: false, failure: fromLedger(result.failure) };
}
