import type { CaseDetail } from '../../src-shared/contract/api/case-shapes.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { spellingOnCertificate } from '../../src-shared/domain/characters.ts';
import { judgeIssuance, type VisitDecision } from '../../src-shared/domain/judge-visit.ts';
import { summariseCase } from './case-summary.ts';
import { type Context, momentOf, placeOf } from './context.ts';
import { wordsOfEvent } from './history-words.ts';
import type { CaseRow, LedgerReads } from './ports.ts';
import { factsOfCase, mergeCurrent } from './visit-facts.ts';

type Stored = ReturnType<LedgerReads['caseEvents']>[number];

function isKnown(event: Stored): event is KnownEvent {
  return 'name' in event;
}

/** 発行済みの控え: what the terminal issued, by line. */
export function issuedOf(events: readonly Stored[]): ReadonlyMap<number, KnownEvent<'certificateIssued/2'>> {
  const issued = new Map<number, KnownEvent<'certificateIssued/2'>>();
  for (const event of events) {
    if (isKnown(event) && event.name === 'certificateIssued/2') issued.set(event.payload.line, event);
  }
  return issued;
}

/**
 * 今日の判定: E, I8, M, V and W again for the day of issuance, over the lines still open. A certificate issued in the same
 * visit counts as the holder's current one (V4).
 */
export function judgeToday(context: Context, reads: LedgerReads, row: CaseRow): VisitDecision | null {
  if (row.holder === null) return null;
  const { at, day, policy } = momentOf(context);
  const known = reads.certificatesOf(row.holder.name, row.holder.bornOn);
  const current = mergeCurrent(row.holder.current, known, day);
  const facts = factsOfCase(row.state, row.holder, at, placeOf(reads).office, current);
  return judgeIssuance(facts, policy).decision;
}

/** 受付の全体: the case with today's judgement, what was issued, and its history in words. */
export function detailOf(context: Context, reads: LedgerReads, row: CaseRow): CaseDetail {
  const events = reads.caseEvents(row.state.case);
  const issued = issuedOf(events);
  const decision = judgeToday(context, reads, row);
  const staff = reads.staff();
  const { holder } = row;
  const parked = events.filter(isKnown).findLast((event) => event.name === 'caseParked/1');
  return {
    summary: summariseCase(row, staff),
    holder:
      holder === null
        ? null
        : {
            name: holder.name,
            kana: holder.kana,
            bornOn: holder.bornOn,
            sex: holder.sex,
            address: holder.address,
            certificateName: spellingOnCertificate(holder.name, holder.nameSubstitutions),
            certificateAddress: spellingOnCertificate(holder.address, holder.addressSubstitutions),
            cardExpiresOn: holder.cardExpiresOn,
          },
    certificates: row.state.lines
      .toSorted((left, right) => Number(left.kind === 'signature') - Number(right.kind === 'signature'))
      .map((line) => {
        const done = issued.get(line.line);
        const judged = decision?.lines.find((each) => each.kind === line.kind) ?? null;
        const heldEvent = events
          .filter(isKnown)
          .findLast(
            (event): event is KnownEvent<'holdPlaced/2'> =>
              event.name === 'holdPlaced/2' && event.payload.line === line.line,
          );
        const refusing = decision?.findings.find(
          (finding) =>
            finding.status === 'unmet' &&
            finding.effect === 'refuse' &&
            (finding.kind === null || finding.kind === line.kind),
        );
        return {
          line: line.line,
          kind: line.kind,
          verdict:
            line.outcome === 'refused' ? 'refuse' : done !== undefined ? 'accept' : (judged?.verdict ?? 'undecided'),
          ours: oursOf(done ?? null, judged),
          held:
            line.hold === null || heldEvent?.personal == null
              ? null
              : { rule: line.hold.rule, terminal: heldEvent.personal.terminal, times: line.hold.times },
          issued:
            done?.personal == null
              ? null
              : {
                  serial: done.personal.serial,
                  expiresOn: done.personal.expiresOn,
                  terminalPrevailed: done.payload.terminalPrevailed,
                },
          refusal: line.outcome === 'open' ? (refusing?.refusal ?? null) : null,
        };
      }),
    findings: (decision?.findings ?? []).map((finding) => ({ ...finding })),
    told: [...(decision?.tellVisitor ?? [])],
    parkedNote: row.state.parked && parked?.name === 'caseParked/1' ? (parked.personal?.note ?? null) : null,
    history: events.map((event) =>
      isKnown(event)
        ? {
            at: event.envelope.occurredAt,
            what: wordsOfEvent(event),
            who: staff.find((each) => each.staff === event.envelope.actor)?.name ?? null,
          }
        : { at: event.recordedAt, what: '未対応の記録', who: null },
    ),
  };
}

type Ours = CaseDetail['certificates'][number]['ours'];

function oursOf(done: KnownEvent<'certificateIssued/2'> | null, judged: VisitDecision['lines'][number] | null): Ours {
  if (done !== null) {
    if (done.personal === null) return null;
    return {
      on: done.personal.ours,
      decidedBy: done.payload.decidedBy,
      compared: done.personal.compared.map(({ code, on }) => ({ code, on })),
    };
  }
  const expiry = judged?.expiry ?? null;
  if (expiry === null) return null;
  return {
    on: expiry.on,
    decidedBy: expiry.decidedBy,
    compared: expiry.compared.map(({ code, on }) => ({ code, on })),
  };
}
