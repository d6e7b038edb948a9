import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

// The rulebook's "The case", written once more as a small table: what each act does to a case, or why it is refused.

type Outcome = 'open' | 'issued' | 'withdrawn';
type Kind = 'signature' | 'userAuthentication';
type ModelLine = { readonly line: number; readonly kind: Kind; outcome: Outcome; held: boolean };
type Model = {
  readonly route: 'sameDay' | 'inquiry';
  version: number;
  parked: boolean;
  cap: string;
  lines: ModelLine[];
};

// Born 1988-04-01, issued 2026-11-24: V1 gives 2031-04-01, the card ends on 2030-04-01 and decides (V3).
const ours = '2030-04-01';
const shorter = '2030-03-01';

type Act =
  | { readonly do: 'park' | 'takeUp'; readonly stale: boolean; readonly twice: boolean }
  | { readonly do: 'withdraw'; readonly lines: readonly number[]; readonly stale: boolean; readonly twice: boolean }
  | { readonly do: 'refuseLine'; readonly line: number; readonly stale: boolean; readonly twice: boolean }
  | {
      readonly do: 'issue';
      readonly typed: readonly { readonly line: number; readonly date: string }[];
      readonly accepted: boolean;
      readonly stale: boolean;
      readonly twice: boolean;
    };

const flags = { stale: fc.nat(9).map((number) => number === 0), twice: fc.nat(2).map((number) => number === 0) };
const someLines = fc.uniqueArray(fc.constantFrom(1, 2, 1, 2, 3), { minLength: 1, maxLength: 2 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('park' as const, 'takeUp' as const), ...flags }),
  fc.record({ do: fc.constant('withdraw' as const), lines: someLines, ...flags }),
  fc.record({ do: fc.constant('refuseLine' as const), line: fc.constantFrom(1, 2, 3), ...flags }),
  {
    weight: 4,
    arbitrary: fc
      .tuple(someLines, fc.array(fc.constantFrom(ours, ours, shorter), { minLength: 2, maxLength: 2 }), fc.boolean())
      .chain(([lines, dates, accepted]) =>
        fc.record({
          do: fc.constant('issue' as const),
          typed: fc.constant(lines.map((line, index) => ({ line, date: dates[index] ?? ours }))),
          accepted: fc.constant(accepted),
          ...flags,
        }),
      ),
  },
);

const anyVisit = fc.record({
  kinds: fc.constantFrom<readonly Kind[]>(['signature', 'userAuthentication'], ['userAuthentication']),
  agent: fc.nat(4).map((number) => number === 0),
});

const ended = (model: Model) => model.lines.every((line) => line.outcome !== 'open');

/** what the rulebook expects of this act: the refusal's code, or null after changing the model */
function expectOf(model: Model, act: Act): string | null {
  if (act.stale) return 'staleVersion';
  if (ended(model)) return 'caseEnded';
  const open = (line: number) => model.lines.find((each) => each.line === line && each.outcome === 'open');
  switch (act.do) {
    case 'park':
    case 'takeUp':
      model.version += 1;
      model.parked = act.do === 'park';
      return null;
    case 'withdraw':
      if (act.lines.some((line) => open(line) === undefined)) return 'lineNotOpen';
      for (const line of act.lines) Object.assign(open(line) ?? {}, { outcome: 'withdrawn', held: false });
      model.version += 1;
      model.parked = false;
      return null;
    case 'refuseLine':
      return open(act.line) === undefined ? 'lineNotOpen' : 'stillAllowed';
    case 'issue':
      return expectOfIssue(model, act);
  }
}

function expectOfIssue(model: Model, act: Extract<Act, { do: 'issue' }>): string | null {
  if (model.route === 'inquiry') return 'wrongStep';
  const asked = act.typed.map(({ line, date }) => ({ date, line: model.lines.find((each) => each.line === line) }));
  if (asked.some(({ line }) => line?.outcome !== 'open')) return 'lineNotOpen';
  const user = model.lines.find((line) => line.kind === 'userAuthentication');
  const signature = asked.find(({ line }) => line?.kind === 'signature');
  if (signature !== undefined && user?.outcome === 'open' && !asked.some(({ line }) => line === user)) {
    return 'signatureBeforeUserAuthentication';
  }
  for (const { line, date } of asked.toSorted(
    (left, right) => Number(left === signature) - Number(right === signature),
  )) {
    if (line === undefined) continue;
    // V4: what was issued in this visit is the cap of the signature certificate.
    const agrees = date === (line.kind === 'signature' ? model.cap : ours);
    model.parked = false;
    if (!agrees && !(line.held && act.accepted)) {
      line.held = true;
      model.version += 1;
      break;
    }
    model.version += line.held ? 2 : 1;
    line.held = false;
    line.outcome = 'issued';
    if (line.kind === 'userAuthentication') model.cap = date;
  }
  return null;
}

function stepOf(model: Model): string {
  if (!ended(model)) return 'verified';
  return model.lines.some((line) => line.outcome === 'issued') ? 'finished' : 'withdrawn';
}

function expectLike(model: Model, { summary, certificates }: CaseDetail): void {
  expect(summary).toMatchObject({
    version: model.version,
    step: stepOf(model),
    route: model.route,
    parked: model.parked,
    held: model.lines.some((line) => line.held && line.outcome === 'open') ? 'V7' : null,
  });
  expect(summary.lines.map(({ line, outcome }) => [line, outcome])).toEqual(
    model.lines.map(({ line, outcome }) => [line, outcome]),
  );
  const issued = certificates.filter((each) => each.issued !== null).map((each) => each.line);
  expect(issued.toSorted()).toEqual(model.lines.filter((line) => line.outcome === 'issued').map((line) => line.line));
}

describe('一つの受付に起こりうること', () => {
  let bed: AppBed;
  let people = 0;
  beforeAll(async () => {
    bed = await appBed();
  });
  afterAll(() => bed.remove());

  /** a person whom no other sequence knows, so that nobody has a certificate already (E4) */
  function stranger(): ReceiveFacts['holder'] {
    people += 1;
    const given = String(people).replace(/\d/g, (digit) => 'アイウエオカキクケコ'.charAt(Number(digit)));
    return { ...visitOf().holder, name: `練習 ${given}`, kana: `レンシュウ ${given}` };
  }

  async function receive(visit: { readonly kinds: readonly Kind[]; readonly agent: boolean }) {
    const route = visit.agent ? ('inquiry' as const) : ('sameDay' as const);
    const input = {
      requestId: requestId(),
      draft: null,
      facts: visitOf({
        holder: stranger(),
        lines: visit.kinds.map((kind) => ({ kind, procedure: 'issue' as const, cause: null })),
        ...(visit.agent
          ? {
              visitor: {
                capacity: 'agent' as const,
                documents: ['driversLicence'],
                name: '例田 代理',
                reason: '本人が入院しているため',
              },
            }
          : {}),
      }),
      shown: { verdict: 'accept' as const, route },
      note: '',
    };
    const received = await bed.counter.call('receive.record', input);
    const events = bed.events();
    expect(await bed.counter.call('receive.record', input)).toEqual(received);
    expect(bed.events()).toBe(events);
    const model: Model = {
      route,
      version: received.version,
      parked: false,
      cap: ours,
      lines: visit.kinds.map((kind, index) => ({ line: index + 1, kind, outcome: 'open', held: false })),
    };
    expect(received).toMatchObject({ version: 2, route });
    return { caseId: received.case, model };
  }

  function ask(caseId: string, version: number, act: Act, id: string) {
    const touch = { requestId: id, case: caseId, version: act.stale ? version - 1 : version };
    switch (act.do) {
      case 'park':
        return bed.counter.ask('case.park', { ...touch, note: '書類を取りに帰られた' });
      case 'takeUp':
        return bed.counter.ask('case.takeUp', touch);
      case 'withdraw':
        return bed.counter.ask('case.withdraw', { ...touch, lines: [...act.lines], reason: '来庁者の都合' });
      case 'refuseLine':
        return bed.counter.ask('case.refuseLine', { ...touch, line: act.line });
      case 'issue':
        return bed.counter.ask('issue.record', {
          ...touch,
          certificates: act.typed.map(({ line, date }) => ({ line, serial: `90AB-0000-${line}`, expiresOn: date })),
          acceptance: act.accepted
            ? { staffNumber: supervisor.staffNumber, password: supervisor.password, reason: '二人で画面を確かめたため' }
            : null,
        });
    }
  }

  test('何をどの順にしても、規則集の表のとおりに進むか断られ、同じ依頼の二度めは何も変えない(500通り)', async () => {
    await fc.assert(
      fc.asyncProperty(anyVisit, fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (visit, acts) => {
        const { caseId, model } = await receive(visit);
        for (const act of acts) {
          const before = { ...model, lines: model.lines.map((line) => ({ ...line })) };
          const refusal = expectOf(model, act);
          const id = requestId();
          const answer = await ask(caseId, before.version, act, id);
          expect(answer.ok ? null : answer.failure.code).toBe(refusal);
          if (answer.ok) expectLike(model, answer.value);
          if (!act.twice) continue;
          const again = await ask(caseId, before.version, act, id);
          expect(again.ok ? null : again.failure.code).toBe(refusal);
          expectLike(model, await bed.counter.call('case.open', { case: caseId }));
        }
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });

  test('そのあと台帳は、どこも切れていない', async () => {
    expect((await bed.counter.call('ledger.verify', {})).broken).toBeNull();
  });
});
