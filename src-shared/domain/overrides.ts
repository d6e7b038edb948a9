import type { KnownEvent } from './case/event.ts';

/**
 * 例外の扱い (override): what went through because a second person said so, not by the rule alone: the terminal's date (V7), a
 * case taken on paper (L4), a certificate that was recorded wrongly (X4). `by` is who said so. `reason` is what that person wrote,
 * empty where nothing was asked for, null where it was erased.
 */
export type Override = {
  readonly rule: 'V7' | 'L4' | 'X4';
  readonly case: string;
  readonly line: number | null;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
};

/** 例外かどうか: null for everything that followed the rule by itself. */
export function overrideOf(event: KnownEvent): Override | null {
  const { case: caseId, occurredAt, recordedAt } = event.envelope;
  if (caseId === null) return null;
  switch (event.name) {
    case 'caseReceived/2': {
      const approver = event.payload.backEntry?.approver ?? null;
      if (approver === null) return null;
      const reason = event.personal?.backEntryReason ?? null;
      // Taken on paper earlier: what was let through is the entry, on its own day.
      return { rule: 'L4', case: caseId, line: null, at: recordedAt, by: approver, reason };
    }
    case 'holdLifted/2': {
      const { rule, how, line, approver } = event.payload;
      if (approver === null || (how !== 'accepted' && how !== 'approved')) return null;
      if (rule !== 'V7' && rule !== 'L4' && rule !== 'X4') return null;
      const reason = event.personal?.reason ?? null;
      return { rule, case: caseId, line: rule === 'L4' ? null : line, at: occurredAt, by: approver, reason };
    }
    case 'certificateRevoked/1': {
      const { cause, approver, line } = event.payload;
      if (cause !== 'X4') return null;
      // A supervisor who works at the counter needs nobody else for it.
      return { rule: 'X4', case: caseId, line, at: occurredAt, by: approver ?? event.envelope.actor, reason: '' };
    }
    default:
      return null;
  }
}

/** 一件ずつ: a second person who answers for a whole case lifts a hold a line; that is one override, told once. */
export function overridesOf(events: readonly KnownEvent[]): readonly Override[] {
  const told = new Map<string, Override>();
  for (const event of events) {
    const override = overrideOf(event);
    if (override === null) continue;
    const key = `${override.case} ${override.rule} ${override.line}`;
    // The lifted hold says why; the revocation that follows it only that it was allowed.
    if (!told.has(key)) told.set(key, override);
  }
  return [...told.values()];
}
