import type { Failure } from '../../../src-shared/contract/errors.ts';
import { type LineState, mayFinish } from '../../../src-shared/domain/case/case.ts';
import { isSameLine } from '../../../src-shared/domain/visit.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import type { Context } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import { appendRevocation } from '../finish-line.ts';
import type { HandlersOf } from '../handler.ts';
import { judgeToday, refusalOf } from '../judge-today.ts';
import type { CaseRow, LedgerWrites } from '../ports.ts';
import { minded } from '../system-stop.ts';
import { touchCase } from './cases.ts';

/** 失効の記録: an application by letter (X1) once its reply is there, and what waited for the national system (L3). */
export function revokeHandlers(context: Context): HandlersOf<'revoke.record'> {
  return {
    'revoke.record': ({ lines, ...touch }) =>
      touchCase(context, touch, (writes, row) => {
        const open = row.state.lines.filter((line) => line.outcome === 'open' && line.procedure === 'revoke');
        const asked = open.filter(({ line }) => lines.includes(line));
        if (asked.length < new Set(lines).size) return refuse('lineNotOpen');
        if (asked.some((line) => !mayFinish(row.state, line))) return refuse('wrongStep');
        if (asked.some(({ hold }) => hold !== null && hold.rule !== 'L3')) return refuse('waitsForSecondPerson');
        if (!minded(context, writes, row, asked)) return succeed({ case: row.state.case });
        return revokeAll(context, writes, row, asked, null);
      }),
  };
}

/** 明細を失効する: each is judged again today; one that the rules no longer allow leaves all of them as they were. */
export function revokeAll(
  context: Context,
  writes: LedgerWrites,
  row: CaseRow,
  lines: readonly LineState[],
  approver: string | null,
): Result<{ case: string }, Failure> {
  const judgement = judgeToday(context, writes, row);
  for (const line of lines) {
    const judged = judgement?.decision.lines.find((each) => isSameLine(each, line));
    if (judged?.verdict !== 'accept') {
      const message = refusalOf(judgement?.decision ?? null, line);
      return refuseField('noLongerAllowed', `certificates.${line.line}`, message);
    }
    appendRevocation(context, writes, row, line, approver);
  }
  return succeed({ case: row.state.case });
}
