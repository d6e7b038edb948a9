import type { TimelineEntry } from '../../src-shared/contract/api/person-api.ts';
import { correctedWords } from '../../src-shared/contract/corrected-words.ts';
import { printedName } from '../../src-shared/contract/listed-names.ts';
import { CAPACITY_NAMES, CONTACT_NAMES, PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { EventPayload, KnownEvent } from '../../src-shared/domain/case/event.ts';
import { CAUSE_NAMES } from '../../src-shared/domain/revocation.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { partsOf, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWesternWithWareki } from '../../src-shared/kernel/wareki.ts';
import { correctableName } from './correctable-names.ts';
import { HOLD_NAMES } from './history-words.ts';
import type { HeldCase } from './persons.ts';
import type { LedgerReads } from './ports.ts';

type Words = { readonly what: string; readonly detail: string };

/** Older views stay in the ledger; a page that lists a year of them helps nobody. */
const mostViews = 200;

const liftedWords = {
  readAgain: '入れ直して一致',
  accepted: '責任者が受け入れ',
  stopOver: '停止が終わった',
  approved: '責任者が承認',
} as const;
/** 経過を作る: what happened to these cases, what was printed from them and who looked at them, latest first. */
export function timelineOf(reads: LedgerReads, cases: readonly HeldCase[]): readonly TimelineEntry[] {
  const staff = new Map(reads.staff().map(({ staff: id, name }) => [id, name]));
  const receipts = new Map(cases.map(({ state }) => [state.case, receiptNumberOf(state)]));
  const events = new Map<string, KnownEvent>();
  for (const { state } of cases) {
    for (const event of [...reads.caseEvents(state.case), ...reads.viewsOf(state.case, mostViews)]) {
      if ('name' in event) events.set(`${event.key.ledger}/${event.key.epoch}/${event.key.seq}`, event);
    }
  }
  const inOrder = [...events.values()].toSorted(latestFirst);
  const views = inOrder.filter(({ name }) => name === 'shown/3').slice(mostViews);
  const tooOld = new Set(views);
  return inOrder.flatMap((event): TimelineEntry[] => {
    const words = tooOld.has(event) ? null : wordsOf(event, staff);
    if (words === null) return [];
    const { envelope } = event;
    const about = envelope.case ?? onlyCase(event);
    return [
      {
        at: envelope.occurredAt,
        group: groupOfEvent(event),
        ...words,
        changes: changesOf(event),
        case: about !== null && receipts.has(about) ? about : null,
        receipt: (about === null ? null : receipts.get(about)) ?? null,
        who: staff.get(envelope.actor ?? '') ?? null,
        office: envelope.office,
      },
    ];
  });
}

function latestFirst(one: KnownEvent, other: KnownEvent): number {
  if (one.envelope.occurredAt !== other.envelope.occurredAt) {
    return one.envelope.occurredAt < other.envelope.occurredAt ? 1 : -1;
  }
  return other.key.seq - one.key.seq;
}

function groupOfEvent(event: KnownEvent): TimelineEntry['group'] {
  if (event.name === 'shown/3') return 'view';
  return event.name === 'printed/2' || event.name === 'printFailed/2' ? 'print' : 'procedure';
}

function onlyCase(event: KnownEvent): string | null {
  if (event.name !== 'printed/2' && event.name !== 'shown/3') return null;
  const [only, another] = event.payload.cases;
  return another === undefined ? (only ?? null) : null;
}

/** null for what moves a case along without changing anything for the person. */
function wordsOf(event: KnownEvent, staff: ReadonlyMap<string, string>): Words | null {
  switch (event.name) {
    case 'caseReceived/2': {
      const procedures = [...new Set(event.payload.lines.map(({ procedure }) => PROCEDURE_NAMES[procedure]))];
      const who = broughtBy(event.payload.capacity, event.personal?.visitorRelation ?? null);
      return { what: '受付', detail: [procedures.join('と'), kindsOf(event.payload.lines), who].join('・') };
    }
    case 'caseVerified/1':
      return { what: '確認', detail: event.payload.route === 'sameDay' ? '即日で進める' : '照会で進める' };
    case 'caseRefused/1':
      return { what: '受付不可', detail: event.payload.codes.join('・') };
    case 'lineRefused/1':
      return { what: '受付不可', detail: `${KIND_NAMES[event.payload.kind]} ${event.payload.codes.join('・')}` };
    case 'caseWithdrawn/1':
      return { what: '取下げ', detail: event.personal?.reason ?? '' };
    case 'holdPlaced/2':
      return { what: '停止', detail: `${HOLD_NAMES[event.payload.rule] ?? '保留'} ${event.payload.rule}` };
    case 'holdLifted/2':
      return { what: '再開', detail: `${liftedWords[event.payload.how]} ${event.payload.rule}` };
    case 'certificateIssued/2': {
      const { kind, procedure, decidedBy, terminalPrevailed } = event.payload;
      const until = event.personal === null ? '' : `・${longDay(event.personal.expiresOn)}まで`;
      const how = procedure === 'renew' ? '更新' : '発行';
      return {
        what: '発行',
        detail: `${KIND_NAMES[kind]}を${how}${until} ${terminalPrevailed ? '端末の日付 V7' : decidedBy}`,
      };
    }
    case 'certificateRevoked/1': {
      const { kind, cause } = event.payload;
      return { what: '失効', detail: `${KIND_NAMES[kind]}・${CAUSE_NAMES[cause]} ${cause}` };
    }
    case 'letterPosted/1': {
      const { number, dueOn } = event.payload;
      return { what: '照会', detail: `照会書を投函${number > 1 ? `(${number}通目)` : ''}・期限${monthDay(dueOn)}` };
    }
    case 'letterReturned/1':
      return { what: '宛所不明', detail: ['照会書が戻った', event.personal?.note ?? ''].filter(Boolean).join('・') };
    case 'replyAccepted/1':
      return {
        what: '回答',
        detail: `${broughtBy(event.payload.capacity, event.personal?.visitorRelation ?? null)}が持参`,
      };
    case 'replyTurnedAway/1':
      return { what: '回答', detail: `受け取らなかった ${event.payload.codes.join('・')}` };
    case 'contactAttempted/1': {
      const reached = event.payload.reached ? 'つながった' : 'つながらなかった';
      const note = event.personal?.note ?? '';
      return {
        what: '連絡',
        detail: [`${CONTACT_NAMES[event.payload.how]}で${reached}`, note].filter(Boolean).join('・'),
      };
    }
    case 'entryCorrected/1': {
      const approver = staff.get(event.payload.approver);
      const reason = event.personal === null ? '' : `理由:${event.personal.reason}`;
      const approved = approver === undefined ? '' : `承認 ${approver}`;
      return { what: '訂正', detail: [reason, approved].filter(Boolean).join('。') };
    }
    case 'approvalAsked/1':
      return { what: '承認待ち', detail: event.personal?.reason ?? '' };
    case 'approvalAnswered/1':
      return { what: event.payload.approved ? '承認' : '承認せず', detail: event.personal?.note ?? '' };
    case 'personsJoined/1':
      return { what: 'まとめ', detail: `2つの記録をまとめた。理由:${event.personal?.reason ?? ''}` };
    case 'personsParted/1':
      return { what: '分ける', detail: `まとめた記録を分けた。理由:${event.personal?.reason ?? ''}` };
    case 'printed/2':
    case 'printFailed/2': {
      const { form, copy } = event.payload;
      const failed = event.name === 'printFailed/2' ? '・印刷できなかった' : '';
      return { what: '印刷', detail: `${printedName(form)}${copy > 1 ? `・${copy}部目` : ''}${failed}` };
    }
    case 'shown/3':
      return { what: '閲覧', detail: viewWords(event.payload.what) };
    default:
      return null;
  }
}

function changesOf(event: KnownEvent): TimelineEntry['changes'] {
  if (event.name !== 'entryCorrected/1') return [];
  return (event.personal?.changes ?? []).map(({ field, from, to }) => ({
    label: correctableName(field),
    from: correctedWords(field, from),
    to: correctedWords(field, to),
  }));
}

function viewWords(what: EventPayload<'shown/3'>['what']): string {
  if (what === 'person') return '台帳';
  return what === 'printPreview' ? '印刷の確認' : '受付';
}

function broughtBy(capacity: EventPayload<'caseReceived/2'>['capacity'], relation: string | null): string {
  const name = CAPACITY_NAMES[capacity ?? 'notice'];
  return relation === null || relation === '' ? name : `${name}(${relation})`;
}

function kindsOf(lines: EventPayload<'caseReceived/2'>['lines']): string {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds.length === 2 ? '両方' : kinds.map((kind) => KIND_NAMES[kind]).join('');
}

/** Every day of an event is an ISO day. */
function longDay(day: string): string {
  return formatWesternWithWareki(plainDate(day));
}

function monthDay(day: string): string {
  const { month, day: number } = partsOf(plainDate(day));
  return `${month}月${number}日`;
}
