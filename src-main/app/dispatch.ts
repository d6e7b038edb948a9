import type { Access } from '../../src-shared/contract/api/call.ts';
import { counterApi, type Method } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { hasRank, whyNotHere } from '../../src-shared/domain/staff.ts';
import { isDamaged, type LedgerSlot, owesPassword } from './context.ts';
import type { Desk } from './desk.ts';
import { refusal } from './failures.ts';
import type { Handlers } from './handler.ts';
import type { Chance, IncidentLog } from './ports.ts';

/** 依頼の答え: what crosses back to the screen, as one JSON text. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

export type Dispatch = (method: string, json: string) => Promise<string>;

function mayCall(access: Access, desk: Desk, slot: LedgerSlot): Failure | null {
  if (access === 'anyone') return null;
  if (slot.cannotOpen !== null) return refusal('cannotOpen');
  if (!desk.setUp()) return refusal('notSetUp');
  const user = desk.user();
  if (user === null) return refusal('notSignedIn');
  const office = slot.get()?.reads.setUp()?.office;
  const why = office === undefined ? null : whyNotHere(user, office);
  if (why !== null) {
    // Suspended, or moved to another office, while seated: what was asked for is not done, and the seat is free.
    desk.leave();
    return refusal(why === 'suspended' ? 'staffSuspended' : 'staffElsewhere');
  }
  if (access === 'locked') return null;
  if (desk.isLocked()) return refusal('locked');
  if (access === 'seated') return null;
  if (owesPassword(slot, user)) return refusal('ownPasswordNeeded');
  return hasRank(user.role, access) ? null : refusal('notAllowed');
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(counterApi, method);
}

/**
 * 取次ぎ (dispatch): parse, check who may, call, catch. The one place where a defect is caught: it becomes an incident
 * number, and the log gets the detail without what was typed.
 */
export function createDispatch(
  handlers: Handlers,
  desk: Desk,
  slot: LedgerSlot,
  chance: Chance,
  incidents: IncidentLog,
): Dispatch {
  async function answer(method: string, json: string): Promise<Answer> {
    if (!isMethod(method)) return { ok: false, failure: refusal('unreadableRequest') };
    const call = counterApi[method];
    try {
      const denied = mayCall(call.access, desk, slot);
      if (denied !== null) return { ok: false, failure: denied };
      const input = call.input.safeParse(readJson(json));
      if (!input.success) return { ok: false, failure: refusal('unreadableRequest') };
      // The handler's own type is checked where the table is built; here the method is only known as one of all.
      const handler = handlers[method] as (input: unknown) => ReturnType<Handlers[Method]>;
      const result = await handler(input.data);
      if (!result.ok) return { ok: false, failure: result.failure };
      return { ok: true, value: call.output.parse(result.value) };
    } catch (error) {
      const incident = chance.hex(4);
      incidents.write(incident, method, error);
      return { ok: false, failure: { ...refusal(isDamaged(slot) ? 'ledgerDamaged' : 'defect'), incident } };
    }
  }
  return async (method, json) => JSON.stringify(await answer(method, json));
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
