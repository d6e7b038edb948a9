import type { CaseState } from '../../src-shared/domain/case/case.ts';
import type { NewEvent } from '../../src-shared/domain/case/event.ts';
import type { VisitDecision } from '../../src-shared/domain/judge-visit.ts';
import { isSameLine } from '../../src-shared/domain/visit.ts';
import { keepFindings, refusingCodes } from './judge-today.ts';

type Line = Pick<CaseState['lines'][number], 'line' | 'kind' | 'procedure'>;

/** 判定を残す: the case as the rules decided it: refused as a whole, or verified with each line by itself. */
export function outcomeEvents(
  caseId: string,
  lines: readonly Line[],
  decision: VisitDecision,
  occurredAt: string,
  note: string,
): readonly NewEvent[] {
  const findings = keepFindings(decision.findings);
  if (decision.verdict === 'refuse') {
    const codes = lines.flatMap((line) => refusingCodes(decision, line));
    return [
      {
        name: 'caseRefused/1',
        case: caseId,
        occurredAt,
        payload: { codes: [...new Set(codes)], findings },
        personal: { told: [...decision.tellVisitor], note },
      },
    ];
  }
  const judged = lines.map((line) => {
    const accepted = decision.lines.find((each) => isSameLine(each, line))?.verdict === 'accept';
    return { line: line.line, kind: line.kind, accepted, codes: accepted ? [] : refusingCodes(decision, line) };
  });
  const verified: NewEvent = {
    name: 'caseVerified/1',
    case: caseId,
    occurredAt,
    payload: {
      // A notice alone goes no way to the holder: it is finished here.
      route: decision.route ?? 'sameDay',
      lines: judged.map(({ line, accepted, codes }) => ({ line, accepted, codes })),
      findings,
    },
    personal: null,
  };
  const refused = judged
    .filter((line) => !line.accepted)
    .map(
      (line): NewEvent => ({
        name: 'lineRefused/1',
        case: caseId,
        occurredAt,
        payload: { line: line.line, kind: line.kind, codes: line.codes },
        personal: null,
      }),
    );
  return [verified, ...refused];
}
