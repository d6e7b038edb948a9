import { describe, expect, test } from 'vitest';
import { type CaseState, isEnded, isHeld, receiptNumberOf } from '../../../../src-shared/domain/case/case.ts';
import type { EventName, KnownEvent } from '../../../../src-shared/domain/case/event.ts';
import { isCaseEvent } from '../../../../src-shared/domain/case/evolve.ts';
import { caseId, clerk, colleague, given, hashOf, type Step } from './case-story.ts';

const received: Step = {
  name: 'caseReceived/2',
  payload: {
    receiptDay: '2026-11-24',
    receiptOffice: 'shiminka',
    receiptTerminal: 1,
    receiptNumber: 3,
    capacity: 'holder',
    documents: ['driversLicence'],
    lines: [
      { line: 1, kind: 'signature', procedure: 'renew', cause: null, fee: 0 },
      { line: 2, kind: 'userAuthentication', procedure: 'issue', cause: null, fee: 0 },
    ],
    proof: null,
    backEntry: null,
  },
};
const verified: Step = {
  name: 'caseVerified/1',
  payload: {
    route: 'sameDay',
    lines: [
      { line: 1, accepted: true, codes: [] },
      { line: 2, accepted: true, codes: [] },
    ],
    findings: [],
  },
};
const refused: Step = { name: 'caseRefused/1', payload: { codes: ['E1', 'M2'], findings: [] } };
const parked: Step = { name: 'caseParked/1', payload: {} };
const takenUp: Step = { name: 'caseTakenUp/1', payload: {} };
const withdrawn = (...lines: number[]): Step => ({ name: 'caseWithdrawn/1', payload: { lines } });
const held = (line: number): Step => ({ name: 'holdPlaced/2', payload: { line, rule: 'V7' } });
const lifted = (line: number): Step => ({
  name: 'holdLifted/2',
  payload: { line, rule: 'V7', how: 'readAgain', approver: null },
});
const kindOf = (line: number) => (line === 1 ? 'signature' : 'userAuthentication');
const issued = (line: number): Step => ({
  name: 'certificateIssued/2',
  payload: {
    line,
    kind: kindOf(line),
    procedure: line === 1 ? 'renew' : 'issue',
    decidedBy: 'V1',
    terminalPrevailed: false,
    replaces: [],
  },
});
const lineRefused = (line: number): Step => ({
  name: 'lineRefused/1',
  payload: { line, kind: kindOf(line), codes: ['E2'] },
});

function when(steps: readonly Step[]): CaseState {
  const state = given(...steps);
  if (state === null) throw new Error('no case');
  return state;
}

const outcomes = (state: CaseState) => state.lines.map((line) => line.outcome);

describe('受付の進み方', () => {
  test('受付 → 受付番号を持ち、明細はどれもまだ済んでいない', () => {
    const state = when([received]);
    expect(state).toMatchObject({ case: caseId, version: 1, step: 'received', route: null, parked: false });
    expect(outcomes(state)).toEqual(['open', 'open']);
    // The rulebook's own example of a receipt number.
    expect(receiptNumberOf(state)).toBe('S01-20261124-0003-0');
    expect(state).toMatchObject({ receivedBy: clerk, handledBy: clerk, receivedAt: '2026-11-24T10:01:00.000+09:00' });
    expect([isEnded(state), isHeld(state)]).toEqual([false, false]);
  });

  test('受付 → 確認: 経路が決まり、明細はまだ済んでいない', () => {
    expect(when([received, verified])).toMatchObject({ step: 'verified', route: 'sameDay', version: 2 });
    const inquiry = { ...verified, payload: { ...verified.payload, route: 'inquiry' } } as Step;
    expect(when([received, inquiry])).toMatchObject({ step: 'verified', route: 'inquiry' });
  });

  test('受付 → 受付不可: 全ての明細が規則の番号とともに終わる', () => {
    const state = when([received, refused]);
    expect(state.step).toBe('refused');
    expect(outcomes(state)).toEqual(['refused', 'refused']);
    expect(state.lines.map((line) => line.refusedBy)).toEqual([
      ['E1', 'M2'],
      ['E1', 'M2'],
    ]);
    expect(isEnded(state)).toBe(true);
  });

  test('発行: 更新の明細は「更新」、新規の明細は「発行」になり、全部済むと受付が終わる', () => {
    const half = when([received, verified, issued(2)]);
    expect(outcomes(half)).toEqual(['open', 'issued']);
    expect(half.step).toBe('verified');
    const state = when([received, verified, issued(2), issued(1)]);
    expect(outcomes(state)).toEqual(['renewed', 'issued']);
    expect(state.step).toBe('finished');
    expect(state.lines.map((line) => line.finishedAt?.slice(11, 16))).toEqual(['10:04', '10:03']);
  });

  test('取下げ: 選んだ明細だけ終わり、残りがあれば受付は続く', () => {
    expect(when([received, verified, withdrawn(1)])).toMatchObject({ step: 'verified' });
    expect(outcomes(when([received, verified, withdrawn(1)]))).toEqual(['withdrawn', 'open']);
    expect(when([received, verified, withdrawn(1, 2)]).step).toBe('withdrawn');
    expect(when([received, withdrawn(1, 2)]).step).toBe('withdrawn');
    expect(when([received, verified, withdrawn(1), issued(2)]).step).toBe('finished');
  });

  test('明細の受付不可: ほかの明細は続けられ、全部が受付不可なら受付も受付不可', () => {
    expect(when([received, verified, lineRefused(1), issued(2)])).toMatchObject({ step: 'finished' });
    expect(when([received, verified, lineRefused(1), lineRefused(2)]).step).toBe('refused');
    expect(when([received, verified, lineRefused(1), withdrawn(2)]).step).toBe('withdrawn');
    expect(when([received, verified, lineRefused(1)]).lines[0]?.refusedBy).toEqual(['E2']);
  });

  test('停止は状態を変えず、回数を数え、解くか済むかで消える', () => {
    const stopped = when([received, verified, held(2)]);
    expect(stopped).toMatchObject({ step: 'verified' });
    expect(isHeld(stopped)).toBe(true);
    expect(stopped.lines[1]?.hold).toEqual({ rule: 'V7', since: '2026-11-24T10:03:00.000+09:00', times: 1 });
    const again = when([received, verified, held(2), held(2)]);
    expect(again.lines[1]?.hold).toMatchObject({ since: '2026-11-24T10:03:00.000+09:00', times: 2 });
    expect(isHeld(when([received, verified, held(2), lifted(2)]))).toBe(false);
    expect(isHeld(when([received, verified, held(2), withdrawn(2)]))).toBe(false);
    expect(when([received, verified, held(2), lifted(2), issued(2), issued(1)]).step).toBe('finished');
  });

  test('預かりは次の出来事で解け、引き継いだ職員が担当になる', () => {
    expect(when([received, verified, parked]).parked).toBe(true);
    const taken = when([received, verified, parked, takenUp]);
    expect(taken).toMatchObject({ parked: false, handledBy: colleague, receivedBy: clerk });
    expect(when([received, verified, parked, issued(2)]).parked).toBe(false);
    expect(when([received, verified, takenUp, issued(2)]).handledBy).toBe(clerk);
  });

  test('版と印は、出来事のたびに一つ進む', () => {
    expect(when([received, verified, parked, takenUp])).toMatchObject({
      version: 4,
      head: hashOf(4),
      changedAt: '2026-11-24T10:04:00.000+09:00',
    });
  });

  const everything: readonly Step[] = [
    received,
    verified,
    refused,
    parked,
    takenUp,
    withdrawn(1),
    held(1),
    lifted(1),
    issued(1),
    lineRefused(1),
  ];

  test.each(everything.slice(1).map((step) => step.name))('%sから始まる受付はない', (name) => {
    const step = everything.find((each) => each.name === name) ?? received;
    expect(() => given(step)).toThrow();
  });

  test.each([
    ['受付不可のあと', [received, refused]],
    ['取下げのあと', [received, verified, withdrawn(1, 2)]],
    ['発行済みのあと', [received, verified, issued(2), issued(1)]],
    ['全部が受付不可のあと', [received, verified, lineRefused(1), lineRefused(2)]],
  ] as const)('%sには、何も続かない(B1)', (_, history) => {
    expect(isEnded(when(history))).toBe(true);
    for (const step of everything) expect(() => given(...history, step), step.name).toThrow();
  });

  test.each<[string, readonly Step[], Step]>([
    ['二度めの受付', [received], received],
    ['確認の前の発行', [received], issued(2)],
    ['確認の前の停止', [received], held(2)],
    ['確認の前の、明細の受付不可', [received], lineRefused(1)],
    ['二度めの確認', [received, verified], verified],
    ['確認のあとの、受付そのものの受付不可', [received, verified], refused],
    ['済んだ明細の発行', [received, verified, issued(2)], issued(2)],
    ['取り下げた明細の発行', [received, verified, withdrawn(2)], issued(2)],
    ['ない明細の発行', [received, verified], issued(9)],
    ['停止したままの発行', [received, verified, held(2)], issued(2)],
    ['ない停止を解くこと', [received, verified], lifted(2)],
    ['済んだ明細の停止', [received, verified, issued(2)], held(2)],
    ['済んだ明細の取下げ', [received, verified, issued(2)], withdrawn(1, 2)],
    ['ない明細の取下げ', [received, verified], withdrawn(3)],
    ['済んだ明細の受付不可', [received, verified, issued(2)], lineRefused(2)],
    [
      '種類の違う発行',
      [received, verified],
      {
        name: 'certificateIssued/2',
        payload: {
          line: 2,
          kind: 'signature',
          procedure: 'issue',
          decidedBy: 'V1',
          terminalPrevailed: false,
          replaces: [],
        },
      },
    ],
  ])('%sはできない', (_, history, step) => {
    expect(given(...history)).not.toBeNull();
    expect(() => given(...history, step)).toThrow();
  });

  test('受付の出来事かどうかを、名前で見分ける', () => {
    const others: readonly EventName[] = ['signedIn/1', 'shown/3', 'exported/3', 'staffAdded/2', 'personErased/1'];
    for (const name of others) expect(isCaseEvent({ name } as KnownEvent), name).toBe(false);
    for (const { name } of everything) expect(isCaseEvent({ name } as KnownEvent), name).toBe(true);
  });
});
