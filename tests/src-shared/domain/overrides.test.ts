import { describe, expect, test } from 'vitest';
import type { EventPayload, KnownEvent, PersonalRecord } from '../../../src-shared/domain/case/event.ts';
import { overrideOf, overridesOf } from '../../../src-shared/domain/overrides.ts';

const caseId = 'c'.repeat(32);
const clerk = 'a'.repeat(32);
const supervisor = 'b'.repeat(32);

type Told = 'caseReceived/2' | 'holdLifted/2' | 'certificateRevoked/1' | 'certificateIssued/2';

function event<Name extends Told>(
  name: Name,
  payload: Partial<EventPayload<Name>>,
  personal: Partial<PersonalRecord<Name>> | null = null,
): KnownEvent {
  const at = '2026-11-24T10:00:00.000+09:00';
  const envelope = { case: caseId, caseVersion: 1, actor: clerk, occurredAt: at, recordedAt: at };
  return {
    name,
    key: { ledger: 'd'.repeat(32), epoch: 1, seq: 1 },
    envelope,
    payload,
    personal,
  } as unknown as KnownEvent; // only what an override reads
}

const accepted = event(
  'holdLifted/2',
  { line: 1, rule: 'V7', how: 'accepted', approver: supervisor },
  { reason: '端末の表示が正しい' },
);

describe('例外の扱い', () => {
  test('V7で責任者が端末の日付を受け入れると、理由とともに例外になる', () => {
    expect(overrideOf(accepted)).toMatchObject({ rule: 'V7', line: 1, by: supervisor, reason: '端末の表示が正しい' });
  });

  test('入れ直して一致したもの、停止が終わったものは例外でない', () => {
    expect(overrideOf(event('holdLifted/2', { line: 1, rule: 'V7', how: 'readAgain', approver: null }))).toBeNull();
    expect(overrideOf(event('holdLifted/2', { line: 1, rule: 'L3', how: 'stopOver', approver: null }))).toBeNull();
  });

  test('紙の受付(L4)は、その場の責任者が認めたときに例外になり、待つ間はまだならない', () => {
    const personal = { backEntryReason: '停電のため' };
    expect(overrideOf(event('caseReceived/2', { backEntry: { approver: supervisor } }, personal))).toMatchObject({
      rule: 'L4',
      line: null,
      by: supervisor,
      reason: '停電のため',
    });
    expect(overrideOf(event('caseReceived/2', { backEntry: { approver: null } }, personal))).toBeNull();
    expect(overrideOf(event('caseReceived/2', { backEntry: null }))).toBeNull();
  });

  test('X4は責任者が自分で記録しても例外で、X1からX3dは例外でない', () => {
    expect(overrideOf(event('certificateRevoked/1', { line: 1, cause: 'X4', approver: null }))).toMatchObject({
      rule: 'X4',
      by: clerk,
    });
    expect(overrideOf(event('certificateRevoked/1', { line: 1, cause: 'X3', approver: null }))).toBeNull();
  });

  test('理由が消去されたときは、ないのではなく消えたと分かる', () => {
    expect(
      overrideOf(event('holdLifted/2', { line: 1, rule: 'V7', how: 'accepted', approver: supervisor })),
    ).toMatchObject({
      reason: null,
    });
  });

  test('承認で解けた停止とその失効、明細が二つの紙の受付は、それぞれ一件に数える', () => {
    const lift = (line: number, rule: string) =>
      event('holdLifted/2', { line, rule, how: 'approved', approver: supervisor }, { reason: '写しで確認' });
    const revoked = event('certificateRevoked/1', { line: 1, cause: 'X4', approver: supervisor });
    expect(overridesOf([lift(1, 'X4'), revoked])).toMatchObject([{ rule: 'X4', reason: '写しで確認' }]);
    expect(overridesOf([lift(1, 'L4'), lift(2, 'L4')])).toHaveLength(1);
    expect(overridesOf([accepted, lift(1, 'L4')])).toHaveLength(2);
  });
});
