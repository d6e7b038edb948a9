import type { CaseState } from './case/case.ts';
import {
  type DayLogEntry,
  type DayLogResult,
  dayLogProcedures,
  dayLogResultOf,
  type Kind,
  kindsOf,
  type Procedure,
  procedureOf,
} from './day-log-cases.ts';

type Way = {
  readonly route: 'sameDay' | 'inquiry' | 'none';
  readonly capacity: NonNullable<CaseState['capacity']> | 'notice';
};

/** 内訳の一行(人): those alike in procedure, kinds, route, capacity and result. */
export type PersonsCross = Way & {
  readonly procedure: Procedure;
  readonly kinds: Kind | 'both';
  readonly result: DayLogResult;
  readonly count: number;
};

/** 内訳の一行(枚): certificates alike in procedure, kind, route, capacity and what became of them. */
export type CertificatesCross = Way & {
  readonly procedure: Procedure;
  readonly kind: Kind;
  readonly result: 'issued' | 'renewed' | 'revoked';
  readonly count: number;
};

const outcomes = { issue: 'issued', renew: 'renewed', revoke: 'revoked' } as const;

function wayOf(state: CaseState): Way {
  return { route: state.route ?? 'none', capacity: state.capacity ?? 'notice' };
}

/** those that are alike, counted; in a fixed order, so that a day reads the same whenever it is read */
function countAlike<Row extends object>(rows: readonly Row[]): readonly (Row & { readonly count: number })[] {
  const alike = new Map<string, Row & { readonly count: number }>();
  for (const row of rows) {
    const key = Object.values(row).join(' ');
    alike.set(key, { ...row, count: (alike.get(key)?.count ?? 0) + 1 });
  }
  return [...alike].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
}

/** 掛け合わせた件数: procedure × kind × route × capacity × result, persons and certificates apart. */
export function crossOf(received: readonly DayLogEntry[], entries: readonly DayLogEntry[]) {
  const persons: readonly PersonsCross[] = countAlike(
    received.map(({ state }) => ({
      procedure: procedureOf(state),
      kinds: kindsOf(state),
      ...wayOf(state),
      result: dayLogResultOf(state),
    })),
  );
  const certificates: readonly CertificatesCross[] = countAlike(
    entries.flatMap(({ state, finished }) =>
      finished.map(({ procedure, kind }) => ({ procedure, kind, ...wayOf(state), result: outcomes[procedure] })),
    ),
  );
  return { persons, certificates };
}

/** 時ごとの受付: persons by the hour in which they came, 9 to 16 and whatever other hour was used. */
export function byHourOf(received: readonly DayLogEntry[]) {
  const came = received.map(({ state }) => ({
    hour: Number(state.receivedAt.slice(11, 13)),
    procedure: procedureOf(state),
    agent: state.capacity === 'agent' || state.capacity === 'statutoryRepresentative',
  }));
  const hours = new Set([9, 10, 11, 12, 13, 14, 15, 16, ...came.map(({ hour }) => hour)]);
  return [...hours]
    .toSorted((left, right) => left - right)
    .map((hour) => {
      const here = came.filter((each) => each.hour === hour);
      const [renew = 0, issue = 0, revoke = 0] = dayLogProcedures.map(
        (procedure) => here.filter((each) => each.procedure === procedure).length,
      );
      return { hour, renew, issue, revoke, agents: here.filter(({ agent }) => agent).length };
    });
}

/** 担当ごと: persons by who has their case, certificates by who recorded them; `handler` null where nobody is known. */
export function byHandlerOf(received: readonly DayLogEntry[], entries: readonly DayLogEntry[]) {
  const lines = entries.flatMap(({ finished }) => finished);
  const handlers = [...new Set([...received, ...lines].map(({ handler }) => handler))];
  return handlers
    .map((handler) => {
      const own = lines.filter((line) => line.handler === handler);
      return {
        handler,
        persons: received.filter((entry) => entry.handler === handler).length,
        issued: own.filter(({ procedure }) => procedure !== 'revoke').length,
        revoked: own.filter(({ procedure }) => procedure === 'revoke').length,
      };
    })
    .toSorted((left, right) => right.persons - left.persons);
}
