import { useMemo } from 'react';
import type { Calendar } from '../../src-shared/domain/calendar.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { calendarWith, policyWith } from '../../src-shared/domain/rules-in-force.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { useProgram } from './program-slice.ts';

/** いまの決まり: the calendar and the policy of this day as the main process judges by them. */
export function useRules(day: PlainDate): { readonly calendar: Calendar; readonly policy: Policy } {
  const rules = useProgram((program) => program.status?.rules ?? null);
  return useMemo(
    () => ({ calendar: calendarWith(rules?.calendar ?? []), policy: policyWith(rules?.changes ?? [], day) }),
    [rules, day],
  );
}
