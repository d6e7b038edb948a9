import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseDetail } from '../../../../src-shared/contract/api/case-shapes.ts';
import type { ReceiveFacts } from '../../../../src-shared/contract/api/receive-api.ts';
import { addDays, plainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { agentOf, requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import {
  type Act,
  expectOf,
  hasEnded,
  hasLapsed,
  type Kind,
  type Model,
  openDayFrom,
  reissueDays,
  renewalDays,
  typedDate,
  type Visit,
} from './case-model.ts';

const flags = { stale: fc.nat(9).map((number) => number === 0), twice: fc.nat(3).map((number) => number === 0) };
const someLines = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4), { minLength: 1, maxLength: 2 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('park' as const, 'takeUp' as const, 'returned' as const, 'contact' as const),
    ...flags,
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('post' as const), ...flags }) },
  // the last day of a letter, the day after it, and the days around the end of a renewal
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.constantFrom(0, 1, 7, 29, 30, 31, 32),
      ...flags,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      complete: fc.nat(4).map((number) => number > 0),
      ...flags,
    }),
  },
  fc.record({ do: fc.constantFrom('withdraw' as const, 'revoke' as const), lines: someLines, ...flags }),
  fc.record({ do: fc.constant('revoke' as const), lines: someLines, ...flags }),
  fc.record({ do: fc.constant('refuseLine' as const), line: fc.constantFrom(1, 2, 3, 4), ...flags }),
  {
    weight: 5,
    arbitrary: fc
      .tuple(someLines, fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }), fc.boolean())
      .chain(([lines, shorter, accepted]) =>
        fc.record({
          do: fc.constant('issue' as const),
          typed: fc.constant(lines.map((line, index) => ({ line, shorter: shorter[index] === 0 }))),
          accepted: fc.constant(accepted),
          ...flags,
        }),
      ),
  },
);

const anyVisit: fc.Arbitrary<Visit> = fc.record({
  kinds: fc.constantFrom<readonly Kind[]>(['signature', 'userAuthentication'], ['userAuthentication']),
  procedure: fc.constantFrom('issue' as const, 'renew' as const, 'reissue' as const),
  who: fc.constantFrom('holder' as const, 'unconfirmed' as const, 'agent' as const),
});

function expectLike(model: Model, { summary, certificates }: CaseDetail): void {
  expect(summary).toMatchObject({
    version: model.version,
    step: model.step,
    route: model.route,
    parked: model.parked,
    lapsed: hasLapsed(model),
    held: model.lines.some((line) => line.held && line.outcome === 'open') ? 'V7' : null,
  });
  expect(summary.letter?.number ?? 0).toBe(model.letters);
  expect(summary.letter?.acceptedUntil ?? null).toBe(model.acceptedUntil);
  expect(summary.lines.map(({ line, outcome }) => [line, outcome])).toEqual(
    model.lines.map(({ line, outcome }) => [line, outcome]),
  );
  const issued = certificates.filter((each) => each.issued !== null).map((each) => each.line);
  expect(issued.toSorted()).toEqual(
    model.lines.filter(({ outcome }) => outcome === 'issued' || outcome === 'renewed').map(({ line }) => line),
  );
}

const sequences = 2000;
const sequencesOfLedger = 250;

describe('一つの受付に起こりうること', () => {
  let bed: AppBed;
  let people = 0;
  let today = plainDate('2026-11-24');
  const broken: unknown[] = [];

  async function freshLedger(): Promise<void> {
    bed = await appBed();
    today = plainDate('2026-11-24');
  }
  async function checkAndRemove(): Promise<void> {
    broken.push((await bed.counter.call('ledger.verify', {})).broken);
    bed.remove();
  }
  beforeAll(freshLedger);
  afterAll(() => bed.remove());

  /** a person whom no other sequence knows, so that nobody has a certificate already (E4) */
  function stranger(): ReceiveFacts['holder'] {
    people += 1;
    const given = String(people).replace(/\d/g, (digit) => 'アイウエオカキクケコ'.charAt(Number(digit)));
    return { ...visitOf().holder, name: `練習 ${given}`, kana: `レンシュウ ${given}` };
  }

  function visitorOf(who: Visit['who']): ReceiveFacts['visitor'] {
    if (who === 'agent') return agentOf();
    return who === 'holder' ? visitOf().visitor : { ...visitOf().visitor, documents: ['studentCard'] };
  }

  function linesOf({ kinds, procedure }: Visit): ReceiveFacts['lines'] {
    return kinds.flatMap((kind): ReceiveFacts['lines'] => {
      const line = {
        kind,
        procedure: procedure === 'renew' ? 'renew' : 'issue',
        cause: null,
        feeReason: null,
      } as const;
      if (procedure !== 'reissue') return [line];
      return [{ kind, procedure: 'revoke', cause: 'X1', feeReason: null }, line];
    });
  }

  async function receive(visit: Visit) {
    today = openDayFrom(today);
    bed.clock.set(`${today}T10:00`);
    const lines = linesOf(visit);
    const route = visit.who === 'holder' ? ('sameDay' as const) : ('inquiry' as const);
    const days = visit.procedure === 'renew' ? renewalDays : reissueDays;
    const brought = visit.procedure === 'issue' ? null : addDays(today, days);
    const input = {
      requestId: requestId(),
      draft: null,
      facts: visitOf({
        holder: stranger(),
        lines,
        card: { medium: 'myNumberCard', expiresOn: '2099-04-01' },
        visitor: visitorOf(visit.who),
        current:
          brought === null
            ? []
            : visit.kinds.map((kind) => ({ kind, issuedOn: addDays(today, -1000), expiresOn: brought, serial: null })),
      }),
      shown: { verdict: 'accept' as const, route },
      note: '',
      backEntry: null,
      approval: null,
    };
    const received = await bed.counter.call('receive.record', input);
    const events = bed.events();
    expect(await bed.counter.call('receive.record', input)).toEqual(received);
    expect(bed.events()).toBe(events);
    // X1 in person needs no letter: it has taken effect.
    const atOnce = route === 'sameDay' ? lines.filter((line) => line.procedure === 'revoke').length : 0;
    const model: Model = {
      route,
      receivedOn: today,
      brought,
      step: 'verified',
      day: today,
      version: 2 + atOnce,
      parked: false,
      letters: 0,
      acceptedUntil: null,
      cap: null,
      lines: lines.map(({ kind, procedure }, index) => ({
        line: index + 1,
        kind,
        procedure,
        outcome: procedure === 'revoke' && route === 'sameDay' ? 'revoked' : 'open',
        held: false,
      })),
    };
    expect(received).toMatchObject({ version: model.version, route, revoked: atOnce });
    return { caseId: received.case, model };
  }

  function ask(caseId: string, model: Model, act: Exclude<Act, { do: 'wait' }>, id: string) {
    const touch = { requestId: id, case: caseId, version: act.stale ? model.version - 1 : model.version };
    switch (act.do) {
      case 'park':
        return bed.counter.ask('case.park', { ...touch, note: '書類を取りに帰られた' });
      case 'takeUp':
        return bed.counter.ask('case.takeUp', touch);
      case 'withdraw':
        return bed.counter.ask('case.withdraw', { ...touch, lines: [...act.lines], reason: '来庁者の都合' });
      case 'refuseLine':
        return bed.counter.ask('case.refuseLine', { ...touch, line: act.line });
      case 'post':
        return bed.counter.ask('letters.post', {
          requestId: id,
          cases: [{ case: caseId, version: touch.version }],
        });
      case 'returned':
        return bed.counter.ask('letters.returned', { ...touch, note: '' });
      case 'contact':
        return bed.counter.ask('letters.contact', {
          requestId: id,
          case: caseId,
          how: 'telephone',
          reached: false,
          note: '',
        });
      case 'reply':
        return reply(touch, caseId, act.complete);
      case 'revoke':
        return bed.counter.ask('revoke.record', { ...touch, lines: [...act.lines] });
      case 'issue':
        return bed.counter.ask('issue.record', {
          ...touch,
          certificates: typedOf(model, act),
          acceptance: act.accepted
            ? { staffNumber: supervisor.staffNumber, password: supervisor.password, reason: '二人で画面を確かめたため' }
            : null,
        });
    }
  }

  /** what the terminal would show: for 署名用 the date that follows from a 利用者証明用 issued with it */
  function typedOf(model: Model, { typed }: Extract<Act, { do: 'issue' }>) {
    const shown = { ...model };
    const order = typed.toSorted((left, right) => place(model, left.line) - place(model, right.line));
    return order.map(({ line, shorter }) => {
      const target = model.lines.find((each) => each.line === line);
      if (target === undefined) return { line, serial: `90AB-0000-${line}`, expiresOn: '2099-01-01' };
      const expiresOn = typedDate(shown, target, shorter);
      if (target.kind === 'userAuthentication' && target.procedure !== 'revoke') shown.cap = expiresOn;
      return { line, serial: `90AB-0000-${line}`, expiresOn };
    });
  }

  const place = (model: Model, line: number): number =>
    model.lines.find((each) => each.line === line)?.kind === 'signature' ? 1 : 0;

  async function reply(touch: { requestId: string; case: string; version: number }, caseId: string, complete: boolean) {
    const { summary } = await bed.counter.call('case.open', { case: caseId });
    return bed.counter.ask('reply.accept', {
      ...touch,
      scanned: summary.receipt,
      complete,
      rightHand: true,
      cardPresent: true,
      visitor: { capacity: 'agent', documents: ['passport'], name: '例田 代理', relation: '長女' },
      questionsAnswered: null,
      note: '',
    });
  }

  /** a date before today is no date that a terminal writes: said at its field, before anything else is looked at */
  function isMistyped(model: Model, act: Act): boolean {
    return act.do === 'issue' && typedOf(model, act).some(({ expiresOn }) => expiresOn < model.day);
  }

  test(`何をどの順にしても、規則集の表のとおりに進むか断られ、同じ依頼の二度めは何も変えない(${sequences}通り)`, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(anyVisit, fc.array(anyAct, { minLength: 1, maxLength: 9 }), async (visit, acts) => {
        run += 1;
        if (run % sequencesOfLedger === 0) {
          await checkAndRemove();
          await freshLedger();
        }
        const { caseId, model } = await receive(visit);
        for (const act of acts) {
          const before = { ...model, lines: model.lines.map((line) => ({ ...line })) };
          const refusal = isMistyped(model, act) ? 'badFields' : expectOf(model, act);
          if (act.do === 'wait') {
            today = model.day;
            bed.clock.set(`${today}T10:00`);
            expectLike(model, await bed.counter.call('case.open', { case: caseId }));
            continue;
          }
          const id = requestId();
          const answer = await ask(caseId, before, act, id);
          expect(answer.ok ? null : answer.failure.code).toBe(refusal);
          if (act.twice) {
            const again = await ask(caseId, before, act, id);
            expect(again.ok ? null : again.failure.code).toBe(refusal);
          }
          expectLike(model, await bed.counter.call('case.open', { case: caseId }));
          expect(hasEnded(model)).toBe(['finished', 'withdrawn', 'refused'].includes(model.step));
        }
      }),
      { numRuns: sequences, endOnFailure: true },
    );
    await checkAndRemove();
    await freshLedger();
    expect(broken).toEqual(broken.map(() => null));
    expect(broken.length).toBe(sequences / sequencesOfLedger + 1);
  }, 600_000);
});
