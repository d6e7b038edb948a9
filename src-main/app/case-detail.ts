import type { CaseDetail, CaseLine } from '../../src-shared/contract/api/case-shapes.ts';
import type { LineState } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { spellingOnCertificate } from '../../src-shared/domain/characters.ts';
import type { IssuanceDecision, LineDecision } from '../../src-shared/domain/judge-visit.ts';
import { isSameLine } from '../../src-shared/domain/visit.ts';
import {
  contactsShown,
  correctableOf,
  correctionsShown,
  historyShown,
  isKnown,
  type StoredEvent,
} from './case-history.ts';
import { summariseCase } from './case-summary.ts';
import { type Context, momentOf } from './context.ts';
import { judgeToday, refusalOf } from './judge-today.ts';
import type { CaseRow, LedgerReads } from './ports.ts';
import { knownOfHolder, standingOfCase } from './visit-facts.ts';

/** その明細の最後の出来事 of that name */
function lastOfLine<Name extends 'certificateIssued/2' | 'certificateRevoked/1' | 'holdPlaced/2'>(
  name: Name,
  events: readonly StoredEvent[],
  line: number,
): KnownEvent<Name> | undefined {
  return events
    .filter(isKnown)
    .findLast(
      (event): event is KnownEvent<Name> =>
        event.name === name && 'line' in event.payload && event.payload.line === line,
    );
}

/** 受付の全体: the case with today's judgement, what was issued and revoked, and its history in words. */
export function detailOf(context: Context, reads: LedgerReads, row: CaseRow): CaseDetail {
  const { day } = momentOf(context);
  const events = reads.caseEvents(row.state.case);
  const judgement = judgeToday(context, reads, row);
  const staff = reads.staff();
  const { holder, state } = row;
  const parked = events.filter(isKnown).findLast((event) => event.name === 'caseParked/1');
  const decision = judgement?.decision ?? null;
  return {
    summary: summariseCase(row, staff, day),
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
    visitor: {
      name: holder?.visitorName ?? null,
      relation: holder?.visitorRelation ?? null,
      reason: holder?.visitorReason ?? null,
      documents: [...state.documents],
      proof: state.proof,
    },
    basis: holder?.basis ?? null,
    backEntryReason: holder?.backEntryReason ?? null,
    certificates: inIssueOrder(state.lines).map((line) =>
      lineShown(line, events, judgement, endsOf(reads, row, line, day)),
    ),
    letters: state.letters.map((letter) => ({ ...letter })),
    contacts: contactsShown(events, staff),
    corrections: correctionsShown(events, staff),
    waiting: reads
      .approvals()
      .filter((request) => request.case === state.case)
      .map(({ request, act, askedBy, askedAt }) => ({
        request,
        act,
        asked: staff.find((each) => each.staff === askedBy)?.name ?? null,
        at: askedAt,
      })),
    findings: (decision?.findings ?? []).map((finding) => ({ ...finding })),
    told: [...(decision?.tellVisitor ?? [])],
    parkedNote: state.parked && parked?.name === 'caseParked/1' ? (parked.personal?.note ?? null) : null,
    history: historyShown(events, staff),
  };
}

/** 発行の順 (V4): what is revoked first, then 利用者証明用, then 署名用. */
function inIssueOrder(lines: readonly LineState[]): readonly LineState[] {
  const place = ({ kind, procedure }: LineState): number =>
    (kind === 'userAuthentication' ? 0 : 2) + (procedure === 'revoke' ? 0 : 1);
  return lines.toSorted((left, right) => place(left) - place(right));
}

/** what an open revocation or renewal would end: the holder's current certificate of that kind */
function endsOf(reads: LedgerReads, { state, holder }: CaseRow, line: LineState, day: string): CaseLine['ends'] {
  if (holder === null || line.procedure === 'issue' || line.outcome !== 'open') return null;
  const known = knownOfHolder(reads, holder.name, holder.bornOn);
  const { current } = standingOfCase(state, holder, known, day);
  const latest = current
    .filter((each) => each.kind === line.kind)
    .toSorted((one, other) => (one.expiresOn < other.expiresOn ? 1 : -1))[0];
  return latest === undefined
    ? null
    : { serial: latest.serial, issuedOn: latest.issuedOn, expiresOn: latest.expiresOn };
}

function lineShown(
  line: LineState,
  events: readonly StoredEvent[],
  judgement: IssuanceDecision | null,
  ends: CaseLine['ends'],
): CaseLine {
  const issued = lastOfLine('certificateIssued/2', events, line.line);
  const revoked = lastOfLine('certificateRevoked/1', events, line.line);
  const held = lastOfLine('holdPlaced/2', events, line.line);
  const judged = judgement?.decision.lines.find((each) => isSameLine(each, line)) ?? null;
  const done = issued ?? revoked;
  const becameIssue =
    line.outcome === 'open'
      ? line.procedure === 'renew' && (judgement?.becameIssue.includes(line.kind) ?? false)
      : line.procedure === 'renew' && line.outcome === 'issued';
  return {
    line: line.line,
    kind: line.kind,
    procedure: line.procedure,
    cause: line.cause,
    verdict: line.outcome === 'refused' ? 'refuse' : done !== undefined ? 'accept' : (judged?.verdict ?? 'undecided'),
    becameIssue,
    ours: oursOf(issued ?? null, judged),
    held:
      line.hold === null
        ? null
        : { rule: line.hold.rule, terminal: held?.personal?.terminal ?? null, times: line.hold.times },
    issued:
      issued?.personal == null
        ? null
        : { ...asCorrected(issued, events), terminalPrevailed: issued.payload.terminalPrevailed },
    ends: revoked?.personal ?? issued?.personal?.replaced ?? ends,
    refusal:
      line.outcome === 'open' && judged?.verdict === 'refuse' ? refusalOf(judgement?.decision ?? null, line) : null,
  };
}

/** what the certificate says after every correction of its entry (B1) */
function asCorrected(issued: KnownEvent<'certificateIssued/2'>, events: readonly StoredEvent[]) {
  const now = new Map(correctableOf(issued, events).map(({ field, value }) => [field, value]));
  return { serial: now.get('serial') ?? '', expiresOn: now.get('expiresOn') ?? '' };
}

function oursOf(done: KnownEvent<'certificateIssued/2'> | null, judged: LineDecision | null): CaseLine['ours'] {
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
