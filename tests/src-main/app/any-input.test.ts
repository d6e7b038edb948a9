import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { administrator, requestId, visitOf } from '../../support/made-up.ts';
import { photoDocuments } from '../../support/photo-documents.ts';
import { type AppBed, appBed } from './app-bed.ts';

const day = fc
  .tuple(fc.integer({ min: 1868, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
// Every 28th exists, so that the contract's own days can be made of any year.
const realDay = day.map((text) => `${text.slice(0, 8)}28`);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '見本 花子',
    '髙橋 花子',
    '辻\u{E0100}',
    'あ'.repeat(300),
    '123456789018',
    '😀',
    '\u{0000}',
    '\ud800',
  ),
);
/** mostly what a clerk types, now and then anything */
const mostly = <Value>(usual: fc.Arbitrary<Value>, strange: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: strange });
const kind = fc.constantFrom<'signature' | 'userAuthentication'>('signature', 'userAuthentication');
const spelling = fc.record({
  index: fc.nat(5),
  original: fc.constantFrom('髙', '見', '辻', '😀'),
  substitute: fc.constantFrom('高', 'タ', '髙', 'x'),
});

const anyFacts: fc.Arbitrary<ReceiveFacts> = fc.record({
  lines: fc.array(
    fc.record({
      kind,
      procedure: fc.constantFrom<'issue' | 'renew' | 'revoke'>('issue', 'issue', 'renew', 'revoke'),
      cause: mostly(
        fc.constant(null),
        fc.constantFrom<ReceiveFacts['lines'][number]['cause']>('X1', 'X2', 'X3', 'X3d', 'X4', 'X5'),
      ),
      feeReason: mostly(fc.constant(null), fc.constantFrom('再交付', '')),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  holder: fc.record({
    name: mostly(fc.constantFrom('見本 花子', '見本 一子', '見本 文'), text),
    kana: mostly(fc.constant('ミホン ハナコ'), text),
    bornOn: mostly(realDay, fc.oneof(day, text)),
    sex: fc.constantFrom<'female' | 'male'>('female', 'male'),
    address: mostly(fc.constant('愛知県稲沢市見本町1番地'), text),
    inRegister: fc.boolean(),
    adultWard: fc.boolean(),
  }),
  card: fc.record({
    medium: mostly(fc.constantFrom<'myNumberCard' | 'residentCard'>('myNumberCard', 'residentCard'), fc.constant(null)),
    expiresOn: mostly(realDay, fc.oneof(day, fc.constantFrom('', 'あした'))),
  }),
  visitor: fc.record({
    capacity: fc.constantFrom<ReceiveFacts['visitor']['capacity']>('holder', 'agent', 'statutoryRepresentative', null),
    documents: mostly(
      fc.array(fc.constantFrom<string[]>(...photoDocuments, 'studentCard'), { maxLength: 3 }),
      fc.constant<string[]>(['libraryCard']),
    ),
    name: mostly(fc.constantFrom('例田 代理', null), text),
    relation: mostly(fc.constantFrom('長男', null), text),
    address: mostly(fc.constant(null), text),
    reason: mostly(fc.constantFrom('入院のため', null), text),
    proof: fc.constantFrom<ReceiveFacts['visitor']['proof']>('familyRegister', 'sameHousehold', null),
  }),
  basis: mostly(fc.constantFrom('転居届の通知', null), text),
  current: fc.array(
    fc.record({ kind, issuedOn: realDay, expiresOn: realDay, serial: mostly(fc.constant(null), text) }),
    { maxLength: 3 },
  ),
  substitutions: fc.record({
    name: mostly(fc.constant([]), fc.array(spelling, { maxLength: 2 })),
    address: mostly(fc.constant([]), fc.array(spelling, { maxLength: 2 })),
  }),
});

describe('どんな内容が来ても', () => {
  let bed: AppBed;
  beforeAll(async () => {
    bed = await appBed();
  });
  afterAll(() => bed.remove());

  test('受付の記録は、記録するか、直すところを言うかで、思わぬことにはならない(1500通り)', async () => {
    let recorded = 0;
    // Whatever the screen may have shown, until one of them agrees with the judgement.
    const everyShown = [
      { verdict: 'accept', route: 'sameDay' },
      { verdict: 'accept', route: 'inquiry' },
      { verdict: 'accept', route: null },
      { verdict: 'refuse', route: null },
    ] as const;
    await fc.assert(
      fc.asyncProperty(anyFacts, mostly(fc.constant(''), text), async (facts, note) => {
        for (const shown of everyShown) {
          const before = bed.events();
          const answer = await bed.counter.ask('receive.record', {
            requestId: requestId(),
            draft: null,
            facts,
            shown,
            note,
            backEntry: null,
            approval: 'wait',
          });
          if (answer.ok) {
            recorded += 1;
            expect(bed.events()).toBeGreaterThan(before);
            // A notice alone goes no way to the holder; its case is finished here.
            expect(answer.value).toMatchObject(shown.route === null ? { verdict: shown.verdict } : shown);
            break; // what was recorded may change the next judgement: a certificate that was revoked is none any more
          }
          expect(bed.events()).toBe(before);
          expect(['badFields', 'personalNumber', 'decisionChanged']).toContain(answer.failure.code);
          if (answer.failure.code !== 'decisionChanged') expect(answer.failure.fields.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1500 },
    );
    expect(recorded).toBeGreaterThan(20);
  });

  test('ふつうの受付の一か所だけを変えても同じ(500通り)', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFacts,
        fc.constantFrom(...(Object.keys(visitOf()) as (keyof ReceiveFacts)[])),
        async (facts, part) => {
          const input = {
            requestId: requestId(),
            draft: null,
            facts: { ...visitOf(), [part]: facts[part] },
            shown: { verdict: 'accept', route: 'sameDay' },
            note: '',
            backEntry: null,
            approval: null,
          } as const;
          const answer = await bed.counter.ask('receive.record', input);
          expect(answer.ok || ['badFields', 'personalNumber', 'decisionChanged'].includes(answer.failure.code)).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('ほかの依頼に何を書いても、思わぬことにはならない(300通り)', async () => {
    await bed.signInAs(administrator);
    await fc.assert(
      fc.asyncProperty(text, fc.integer(), fc.oneof(day, text), async (typed, number, date) => {
        const touch = { requestId: requestId(), case: requestId(), version: number };
        const answers = [
          await bed.counter.ask('case.find', { receipt: typed }),
          await bed.counter.ask('case.open', { case: touch.case }),
          await bed.counter.ask('case.park', { ...touch, note: typed }),
          await bed.counter.ask('case.withdraw', { ...touch, lines: [number], reason: typed }),
          await bed.counter.ask('case.refuseLine', { ...touch, line: number }),
          await bed.counter.ask('issue.record', {
            ...touch,
            certificates: [{ line: number, serial: typed, expiresOn: date }],
            acceptance: null,
          }),
          await bed.counter.ask('person.knownCertificates', { name: typed, bornOn: date }),
          await bed.counter.ask('dayLog.view', { day: date, office: 'heiwa' }),
          await bed.counter.ask('draft.save', {
            draft: requestId(),
            version: number,
            task: 'receive',
            title: typed,
            content: typed,
          }),
          await bed.counter.ask('staff.add', {
            requestId: requestId(),
            role: 'clerk',
            staff: { staffNumber: String(Math.abs(number)), name: typed, kana: typed, password: `${typed}1234567890` },
          }),
        ];
        for (const answer of answers) expect(answer.ok ? null : answer.failure.code).not.toBe('defect');
      }),
      { numRuns: 300 },
    );
  });
});
