import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import type { KnownEvent } from '../../../src-shared/domain/case/event.ts';
import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { correctableOf, entryOf, isKnown } from '../case-history.ts';
import { type Context, momentOf, record } from '../context.ts';
import { readCorrected } from '../correctable-fields.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerReads, LedgerWrites } from '../ports.ts';
import { secondPerson } from '../second-person.ts';
import { whyNotApprover } from '../sign-in-attempts.ts';
import { showCase } from './cases.ts';

type Asked = Input<'correction.ask'>;
type Change = { readonly field: string; readonly from: string; readonly to: string };

const leastReason = 10;

/** 訂正 (B1): what happened is never overwritten; the correction names the entry, the reason and who approved it. */
export function correctionHandlers(context: Context): HandlersOf<'correction.ask'> {
  return {
    'correction.ask': async (asked) => {
      const reason = checkFreeText('reason', asked.reason, { optional: false, least: leastReason });
      if (!reason.ok) return refuse('badFields', [reason.failure]);
      const approver = asked.acceptance === null ? succeed(null) : await secondPerson(context, asked.acceptance);
      if (!approver.ok) return approver;
      const written = record(context, asked.requestId, (writes): Result<{ case: string }, Failure> => {
        const no = approver.value === null ? null : whyNotApprover(context, writes, approver.value.staff);
        if (no !== null) return fail(no);
        const target = targetOf(writes, asked);
        if (!target.ok) return target;
        const { event, changes } = target.value;
        const asker = context.desk.user()?.staff;
        if (asker === undefined) return refuse('notSignedIn');
        if (approver.value === null) {
          writes.append({
            name: 'approvalAsked/1',
            case: asked.case,
            occurredAt: momentOf(context).instant,
            payload: { request: context.chance.hex(16), act: 'correction', line: lineOf(event), entry: event.key },
            personal: { reason: reason.value, serial: null, expiresOn: null, changes: [...changes] },
          });
        } else {
          const by = { asked: asker, approver: approver.value.staff, request: null };
          appendCorrection(context, writes, event, changes, reason.value, by);
        }
        return succeed({ case: asked.case });
      });
      return written.ok ? showCase(context, asked.case) : written;
    },
  };
}

function lineOf(event: KnownEvent): number | null {
  return event.name === 'certificateIssued/2' ? event.payload.line : null;
}

/** 訂正を残す: both stay readable; it counts on the day on which it is made (B4). */
export function appendCorrection(
  context: Context,
  writes: LedgerWrites,
  event: KnownEvent,
  changes: readonly Change[],
  reason: string,
  by: { readonly asked: string; readonly approver: string; readonly request: string | null },
): void {
  writes.append({
    name: 'entryCorrected/1',
    case: event.envelope.case,
    occurredAt: momentOf(context).instant,
    payload: { entry: event.key, line: lineOf(event), fields: changes.map(({ field }) => field), ...by },
    personal: { reason, changes: [...changes] },
  });
}

function targetOf(
  reads: LedgerReads,
  asked: Asked,
): Result<{ readonly event: KnownEvent; readonly changes: readonly Change[] }, Failure> {
  const events = reads.caseEvents(asked.case);
  const event = events.filter(isKnown).find((each) => entryOf(each.key) === asked.entry);
  const correctable = event === undefined ? [] : correctableOf(event, events);
  if (event === undefined || correctable.length === 0) return refuse('nothingToCorrect');
  const failures: FieldFailure[] = [];
  const changes = asked.changes.flatMap(({ field, to }): Change[] => {
    const now = correctable.find((each) => each.field === field);
    if (now === undefined) {
      failures.push({ field, message: 'この欄は訂正できません。訂正する欄を選び直してください。', suggestion: null });
      return [];
    }
    const read = readCorrected(field, to, event.envelope.occurredAt.slice(0, 10));
    if (!read.ok) {
      failures.push(read.failure);
      return [];
    }
    if (read.value === now.value) {
      failures.push({
        field,
        message: `${now.label}は、いまの記録と同じです。正しい値を入力してください。`,
        suggestion: null,
      });
      return [];
    }
    return [{ field, from: now.value, to: read.value }];
  });
  if (failures.length > 0) return refuse('badFields', failures);
  if (new Set(changes.map(({ field }) => field)).size < changes.length)
    return refuseField('badFields', 'changes', '同じ欄が2つあります。1つずつにしてください。');
  return succeed({ event, changes });
}
