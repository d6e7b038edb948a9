import type { Failure } from '../../src-shared/contract/errors.ts';
import type { EventPayload } from '../../src-shared/domain/case/event.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf, record } from './context.ts';
import type { Actor } from './ports.ts';

/** 書き出すもの: what was chosen, as the ledger keeps it. */
export type ExportNamed = Omit<EventPayload<'exported/3'>, 'rows'>;

/** 書き出しを残す (B5): before the file has its name, by whoever asked for it. */
export function noteExport(
  context: Context,
  requestId: string | null,
  payload: EventPayload<'exported/3'>,
  actor: Actor = context.desk.actor(),
): Result<object, Failure> {
  return record<object>(
    context,
    requestId,
    (writes) => {
      writes.append({ name: 'exported/3', case: null, occurredAt: momentOf(context).instant, payload, personal: null });
      return succeed({});
    },
    actor,
  );
}

/** 書き出せなかったと残す: the ledger never claims a file that is not there. */
export function noteExportFailed(
  context: Context,
  named: ExportNamed,
  why: EventPayload<'exportFailed/1'>['why'],
  actor: Actor = context.desk.actor(),
): void {
  record(
    context,
    null,
    (writes) => {
      const payload = { ...named, why };
      const occurredAt = momentOf(context).instant;
      writes.append({ name: 'exportFailed/1', case: null, occurredAt, payload, personal: null });
      return succeed(null);
    },
    actor,
  );
}

/** 書き出すか、書き出せなかったと残すか: what comes after the record of an export; also where a defect breaks it off. */
export async function outOrFailed<Value>(
  context: Context,
  named: ExportNamed,
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const actor = context.desk.actor();
  let out: Result<Value, Failure> | null = null;
  try {
    out = await work();
    return out;
  } finally {
    if (out?.ok !== true) noteExportFailed(context, named, 'failed', actor);
  }
}
