import type { RulesInForce } from '../../../src-shared/contract/api/settings-api.ts';
import { policyWith } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { CounterForm } from '../../components/counter-form.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { eraDay } from '../../words/day-words.ts';
import { FeeRows } from './fee-rows.tsx';
import type { FeesProblem, FeesTyped } from './fees-form.ts';

type Fees = readonly { readonly reason: string; readonly yen: number }[];
type Props = {
  readonly now: Fees;
  readonly rules: RulesInForce;
  readonly today: string;
  readonly typed: FeesTyped;
  readonly problems: readonly FeesProblem[];
  /** null for whom the table is only to read */
  readonly onChange: ((change: Partial<FeesTyped>) => void) | null;
};

/** 手数料 (F1): the table in force, what is planned, and for an administrator the form that changes it from a day on. */
export function FeesSection({ now, rules, today, typed, problems, onChange }: Props) {
  const planned = [...new Set(rules.changes.map(({ effectiveFrom }) => effectiveFrom))]
    .filter((day) => day > today)
    .toSorted();
  return (
    <section className="mt-6">
      <SectionHeading end={onChange === null ? '管理者が変えます' : undefined}>手数料</SectionHeading>
      <ul className="settings-fees">
        <li>
          <b>いま</b> {feeWords(now)}
        </li>
        {planned.map((day) => (
          <li key={day}>
            <b>{eraDay(day)}から</b> {feeWords(policyWith(rules.changes, plainDate(day)).settings.fees)}
          </li>
        ))}
      </ul>
      {onChange !== null && (
        <CounterForm label="手数料を変える" className="form-sheet mt-2">
          <FeeRows typed={typed} onChange={onChange} problems={problems} />
        </CounterForm>
      )}
    </section>
  );
}

function feeWords(fees: Fees): string {
  if (fees.length === 0) return 'すべて無料';
  return fees.map(({ reason, yen }) => `${reason} ${yen.toLocaleString('ja-JP')}円`).join('、');
}
