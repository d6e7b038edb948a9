import { useMemo } from 'react';
import type { RulesInForce } from '../../src-shared/contract/api/settings-api.ts';
import type { Calendar } from '../../src-shared/domain/calendar.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { calendarWith, policyWith } from '../../src-shared/domain/rules-in-force.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { useProgram } from './program-slice.ts';

/** いまの決まり: calendar and policy as the main process judges with them. */
export type Rules = { readonly calendar: Calendar; readonly policyOf: (day: PlainDate) => Policy };

const nothingEntered: RulesInForce = { calendar: [], changes: [], holidays: [] };

/** 決まりを組み立てる: what was entered, laid over what the law and the city's page say. */
export function rulesFrom({ calendar, changes, holidays }: RulesInForce): Rules {
  return { calendar: calendarWith(calendar, holidays), policyOf: (day) => policyWith(changes, day) };
}

/** いまの決まりを使う: the same object until something was entered, however often the program is asked how it stands. */
export function useRules(): Rules {
  const text = useProgram((program) => JSON.stringify(program.status?.rules ?? nothingEntered));
  // Our own text, written one line above from what the contract has parsed.
  return useMemo(() => rulesFrom(JSON.parse(text) as RulesInForce), [text]);
}
