import type { DayCloseProof } from '../../src-shared/contract/day-log-book.ts';
import { type CloseCell, closeCode } from '../../src-shared/domain/day-close.ts';
import { staffNames } from './day-log-reading.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';
import type { CloseDayRow } from './ports-close.ts';

type Explanations = NonNullable<CloseDayRow['close']>['explanations'];

const isSame = (one: Omit<CloseCell, 'count'>, other: { readonly procedure: string; readonly kind: string }): boolean =>
  one.procedure === other.procedure && one.kind === other.kind;

function cellsOf(counted: readonly CloseCell[], reported: readonly CloseCell[], explanations: Explanations) {
  return counted.map(({ procedure, kind, count }) => ({
    procedure,
    kind,
    ours: count,
    reported: reported.find((each) => isSame(each, { procedure, kind }))?.count ?? count,
    reason: explanations.find((each) => isSame({ procedure, kind }, each))?.reason ?? null,
  }));
}

/** 締めの証明を集める: of each terminal that has closed the day at the office; the reasons leave with the records that are erased. */
export function closeProofsOf(reads: LedgerReads, office: OfficeCode, day: string): readonly DayCloseProof[] {
  const nameOf = staffNames(reads, day);
  return reads
    .closesOn(day)
    .filter((row) => row.office === office)
    .flatMap(({ ledger, terminal, close }): DayCloseProof[] => {
      if (close === null) return [];
      const signed = reads.signedClose(ledger, day);
      return [
        {
          ...{ day, office, terminal, ledger },
          close: close.hash,
          code: closeCode(close.hash),
          closedAt: close.closedAt,
          closedBy: nameOf(close.closedBy),
          checkedBy: nameOf(close.checkedBy),
          cells: signed === null ? [] : cellsOf(signed.counted, signed.reported, close.explanations),
          signed:
            signed === null
              ? null
              : { statement: signed.statement, signature: signed.signature, publicKey: signed.publicKey },
        },
      ];
    });
}
