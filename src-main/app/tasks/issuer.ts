import type { IssuerRange } from '../../../src-shared/contract/api/approval-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { KindCode, LedgerReads } from '../ports.ts';
import { noteShown } from '../shown.ts';

type IssuerCalls = 'issuer.cover' | 'issuer.revoke';
type TypedRange = { readonly kinds: readonly KindCode[]; readonly issuedFrom: string; readonly issuedUntil: string };
type Range = { readonly kinds: readonly KindCode[]; readonly from: PlainDate; readonly until: PlainDate };

const most = 500;

/** 発行者署名符号の漏えい・き損 (X5): one event over a range; every certificate in it counts as revoked. */
export function issuerHandlers(context: Context): HandlersOf<IssuerCalls> {
  return {
    'issuer.cover': (typed) => {
      const range = readRange(typed, momentOf(context).day);
      if (!range.ok) return refuse('badFields', range.failure);
      const covered = coveredBy(openLedger(context).reads, range.value);
      const cases = [...new Set(covered.certificates.map((each) => each.case))];
      const shown = noteShown(context, 'issuerRange', cases, covered.certificates.length);
      return shown.ok ? succeed(covered) : shown;
    },

    'issuer.revoke': ({ requestId, basis: typedBasis, shownTotal, ...typed }) => {
      const range = readRange(typed, momentOf(context).day);
      const basis = checkFreeText('basis', typedBasis, { optional: false, least: 5, label: '通知の内容' });
      const wrong = [...(range.ok ? [] : range.failure), ...(basis.ok ? [] : [basis.failure])];
      if (!range.ok || !basis.ok) return refuse('badFields', wrong);
      const { kinds, from, until } = range.value;
      const covered = coveredBy(openLedger(context).reads, range.value);
      const written = record(context, requestId, (writes): Result<{ total: number }, Failure> => {
        const { total } = coveredBy(writes, range.value);
        if (total !== shownTotal) return refuse('rangeChanged');
        writes.append({
          name: 'issuerKeyRevoked/1',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { kinds: [...kinds], issuedFrom: from, issuedUntil: until, covered: total },
          personal: { basis: basis.value },
        });
        return succeed({ total });
      });
      return written.ok ? succeed(covered) : written;
    },
  };
}

function readRange(typed: TypedRange, today: PlainDate): Result<Range, readonly FieldFailure[]> {
  const from = parseDateInput(typed.issuedFrom);
  const until = parseDateInput(typed.issuedUntil);
  const failures: FieldFailure[] = [];
  const fault = (field: string, message: string): void => {
    failures.push({ field, message, suggestion: null });
  };
  if (!from.ok) fault('issuedFrom', from.failure.message);
  if (!until.ok) fault('issuedUntil', until.failure.message);
  if (until.ok && until.value > today) fault('issuedUntil', '今日より後の日です。今日までの日を入力してください。');
  if (from.ok && until.ok && from.value > until.value)
    fault('issuedUntil', '終わりの日が、始めの日より前です。2つの日を確かめてください。');
  if (!from.ok || !until.ok || failures.length > 0) return fail(failures);
  return succeed({ kinds: [...new Set(typed.kinds)], from: from.value, until: until.value });
}

function coveredBy(reads: LedgerReads, { kinds, from, until }: Range): IssuerRange {
  const rows = reads.certificatesIssued(kinds, from, until);
  const counts = new Map<string, IssuerRange['counts'][number]>();
  for (const { kind, office } of rows) {
    const key = `${kind} ${office}`;
    counts.set(key, { kind, office, certificates: (counts.get(key)?.certificates ?? 0) + 1 });
  }
  return {
    counts: [...counts.values()],
    total: rows.length,
    certificates: rows.slice(0, most).flatMap(({ case: caseId, kind, serial, issuedOn, expiresOn }) => {
      const row = reads.case(caseId);
      if (row === null) return [];
      const receipt = receiptNumberOf(row.state);
      return [{ case: caseId, receipt, name: row.holder?.name ?? null, kind, serial, issuedOn, expiresOn }];
    }),
  };
}
