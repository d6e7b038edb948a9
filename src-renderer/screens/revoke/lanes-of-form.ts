import { latestOf } from '../../../src-shared/domain/eligibility.ts';
import { hasEnded } from '../../../src-shared/domain/revocation.ts';
import { type CertificateKind, type CurrentCertificate, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import type { VisitDecision } from '../../../src-shared/domain/visit-decision.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import type { Lane } from '../../components/revocation-lanes.tsx';
import { dottedDay, eraDay } from '../../words/day-words.ts';
import type { FormReading } from '../receive/receive-form.ts';

/** 失効したあとの証明書: what each kind is now, what becomes of it, and what could be issued anew. */
export function lanesOf({ visit, decision }: FormReading): readonly Lane[] {
  const today = dateOf(visit.at);
  const issued = decision.lines.find(({ procedure }) => procedure !== 'revoke');
  const endedOn = (kind: CertificateKind): string | null =>
    visit.ended
      .filter((each) => each.kind === kind)
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null;
  return [
    laneOf('signature', latestOf('signature', visit.current), decision, today, endedOn('signature')),
    ...(issued === undefined ? [] : [newLane(issued, today)]),
    laneOf(
      'userAuthentication',
      latestOf('userAuthentication', visit.current),
      decision,
      today,
      endedOn('userAuthentication'),
    ),
  ];
}

function laneOf(
  kind: CertificateKind,
  standing: CurrentCertificate | null,
  { lines }: VisitDecision,
  today: PlainDate,
  endedOn: string | null,
): Lane {
  const label = KIND_NAMES[kind];
  if (standing === null) {
    const words = endedOn === null ? 'いまの証明書の記録がありません' : `${eraDay(endedOn)}に失効済み`;
    return { label, bar: null, words, other: null };
  }
  const { issuedOn: from, expiresOn: until } = standing;
  const line = lines.find((each) => each.kind === kind && each.procedure === 'revoke');
  const bar = { from, until, endedOn: null };
  if (hasEnded(until, today)) {
    return {
      label,
      words: '',
      other: null,
      bar: { ...bar, state: 'past', words: '満了', note: `${dottedDay(until)} まで` },
    };
  }
  if (line?.verdict === 'accept') {
    const later = line.route === 'inquiry';
    return {
      label,
      words: '',
      other: null,
      bar: {
        ...bar,
        state: 'lost',
        endedOn: today,
        words: `いままでの${label}`,
        note: later ? '(回答のあと失効)' : `(${dottedDay(until)} まで有効だった)`,
      },
    };
  }
  return {
    label,
    words: '',
    other: null,
    bar: { ...bar, state: 'stands', words: 'そのまま続く', note: `${dottedDay(until)} まで` },
  };
}

function newLane(line: VisitDecision['lines'][number], today: string): Lane {
  const label = `新しい${KIND_NAMES[line.kind]}`;
  const { expiry } = line;
  if (expiry === null)
    return { label, bar: null, words: line.verdict === 'refuse' ? '発行できません' : '未定', other: null };
  const other = expiry.compared.filter(({ on }) => on !== expiry.on).toSorted((one, two) => (one.on < two.on ? -1 : 1));
  return {
    label,
    words: '',
    other: other[0] ?? null,
    bar: {
      state: 'offered',
      from: today,
      until: expiry.on,
      endedOn: null,
      words: line.route === 'inquiry' ? '回答のあと発行できる' : '今日発行できる',
      note: other.length === 0 ? `${dottedDay(expiry.on)} まで` : '',
    },
  };
}
