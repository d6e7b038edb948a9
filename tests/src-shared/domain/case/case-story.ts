import type { CaseState } from '../../../../src-shared/domain/case/case.ts';
import type { EventPayload, KnownEvent } from '../../../../src-shared/domain/case/event.ts';
import { evolve, isCaseEvent } from '../../../../src-shared/domain/case/evolve.ts';

export const caseId = 'c'.repeat(32);
export const clerk = 'a'.repeat(32);
export const colleague = 'b'.repeat(32);

type CaseEvent = Parameters<typeof evolve>[1];
type CaseEventName = CaseEvent['name'];
/** 一歩: the name of an event and its payload; versions, hashes and minutes follow by themselves. */
export type Step = {
  readonly [Name in CaseEventName]: { readonly name: Name; readonly payload: EventPayload<Name>; readonly on?: string };
}[CaseEventName];

export function hashOf(version: number): string {
  return version.toString(16).padStart(64, '0');
}

/** 出来事の列から受付へ: versions, hashes and minutes follow by themselves; `actor` of the takeover is a colleague. */
export function given(...steps: readonly Step[]): CaseState | null {
  return steps.reduce<CaseState | null>((state, step) => evolve(state, eventOf(step, (state?.version ?? 0) + 1)), null);
}

function eventOf({ name, payload, on = '2026-11-24' }: Step, version: number): CaseEvent {
  const [type = '', number = ''] = name.split('/');
  const at = `${on}T10:${String(version).padStart(2, '0')}:00.000+09:00`;
  const event = {
    name,
    key: { ledger: 'd'.repeat(32), epoch: 1, seq: version },
    hash: hashOf(version),
    envelope: {
      type,
      version: Number(number),
      case: caseId,
      caseVersion: version,
      continues: version === 1 ? null : hashOf(version - 1),
      actor: name === 'caseTakenUp/1' ? colleague : clerk,
      role: 'clerk',
      office: 'shiminka',
      terminal: 1,
      policy: '2026-11',
      occurredAt: at,
      recordedAt: at,
      payload,
      record: null,
      commit: null,
    },
    payload,
    personal: null,
  } as KnownEvent<CaseEventName>; // name and payload belong together by the type of Step
  if (!isCaseEvent(event)) throw new Error('not an event of a case');
  return event;
}
