import type { PolicyChange } from '../../../src-shared/contract/api/settings-api.ts';
import { changeWords, settingFaces } from '../../../src-shared/contract/setting-words.ts';
import type { PolicySettings } from '../../../src-shared/domain/policy.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { DateField } from '../../components/date-field.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import { PlannedChanges } from './planned-changes.tsx';
import { type EditableRule, type RuleField, type RuleProblem, type RuleTyped, ruleFieldId } from './rule-form.ts';
import { RuleValue } from './rule-value.tsx';

type Props = {
  readonly of: EditableRule;
  readonly now: PolicySettings;
  /** the settings as they would be; null while what was typed cannot be read */
  readonly after: PolicySettings | null;
  readonly typed: RuleTyped;
  readonly problems: readonly RuleProblem[];
  readonly changes: readonly PolicyChange[];
  readonly today: string;
  /** null for whom it is only to read */
  readonly onType: ((change: Partial<RuleTyped>) => void) | null;
};

/** 一つの決まり: what it does at the counter now, the form that changes it from a day on, and what that would change. */
export function RulePanel({ of, now, after, typed, problems, changes, today, onType }: Props) {
  const { code, name, words, means } = settingFaces[of];
  const at = (field: RuleField) =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => ({ id: `${ruleFieldId(field)}-problem`, problem: { message } }));
  const marks = (field: RuleField) => ({ problem: at(field)[0]?.problem, problemId: at(field)[0]?.id });
  const same = after !== null && JSON.stringify(after[of]) === JSON.stringify(now[of]);
  const change = after === null || same ? null : changeWords(of, now, after);
  return (
    <>
      <SectionHeading end={code === null ? undefined : <CodeChip code={code} />}>{name}</SectionHeading>
      <p>
        いまは<b>{words(now)}</b>。{means(now)}
      </p>
      <PlannedChanges of={of} changes={changes} today={today} mayWithdraw={onType !== null} />
      {onType === null && <p className="support">決まりは管理者が変えます。</p>}
      {onType !== null && (
        <>
          <CounterForm label={`${name}を変える`} className="form-sheet mt-2">
            <FormRow label="新しい値" problems={at('value')}>
              <RuleValue of={of} typed={typed} onType={onType} problemId={at('value')[0]?.id} />
            </FormRow>
            <FormRow label="いつから" htmlFor={ruleFieldId('day')} problems={at('day')}>
              <DateField
                id={ruleFieldId('day')}
                label="いつから"
                value={typed.day}
                onChange={(day) => onType({ day })}
                parse={(text) => shownReading(readDay(text))}
                showProblem={false}
                {...marks('day')}
              />
            </FormRow>
            <FormRow label="変える理由" htmlFor={ruleFieldId('reason')} problems={at('reason')} subjectEnd>
              <TextField
                id={ruleFieldId('reason')}
                label="変える理由"
                width="full"
                value={typed.reason}
                onChange={(reason) => onType({ reason })}
                {...marks('reason')}
              />
            </FormRow>
          </CounterForm>
          <div className="rule-preview" aria-live="polite">
            <b>いま → これから</b>
            {change === null || after === null ? (
              <p>新しい値を入力すると、窓口でかわることが出ます。</p>
            ) : (
              <>
                <p className="rule-preview-values">
                  {change.from} → <b>{change.to}</b>
                </p>
                <p>
                  {means(after)} {code !== null && <CodeChip code={code} />}
                </p>
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}
