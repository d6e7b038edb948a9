import type { Failure } from '../../src-shared/contract/errors.ts';
import type { ShownCode } from '../../src-shared/domain/case/listed-codes.ts';
import type { Result } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger } from './context.ts';
import { fromLedger } from './failures.ts';

/** 見せる前に残す (B5): one event for a set of results, recorded before the data leaves the main process. */
export function noteShown(
  context: Context,
  what: ShownCode,
  cases: readonly string[],
  rows: number,
): Result<null, Failure> {
  const { instant } = momentOf(context);
  const noted = openLedger(context).recordShown(context.desk.actor(), {
    name: 'shown/3',
    case: null,
    occurredAt: instant,
    payload: { what, cases: [...cases], rows },
    personal: null,
  });
  return noted.ok ? noted : { ok: false, failure: fromLedger(noted.failure) };
}
