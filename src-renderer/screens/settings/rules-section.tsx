import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { settingFaces, settingKeys } from '../../../src-shared/contract/setting-words.ts';
import { policyWith } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRules } from '../../store/rules.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { dottedDay } from '../../words/day-words.ts';
import { useMinute } from '../receive/use-minute.ts';
import { type EditableRule, readRule, ruleFieldId, ruleTypedOf } from './rule-form.ts';
import { RulePanel } from './rule-panel.tsx';
import { SectionColumns, SectionNotices } from './section-frame.tsx';
import { whyNotRecord } from './why-not.ts';

const listed = settingKeys.filter((key): key is EditableRule => key !== 'fees');

/** 決まり (⚙): every value that an administrator may change, as it is now and as it is planned; ↑↓ go through them, Enter opens the form. */
export function RulesSection({ administrator }: { readonly administrator: boolean }) {
  const settings = useSettings();
  const rules = useRules();
  const today = dateOf(useMinute());
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const table = useRef<HTMLTableSectionElement>(null);
  const changes = settings.shown?.rules.changes ?? [];
  const now = rules.policyOf(today).settings;
  const key: EditableRule = settings.rule === 'fees' ? 'replyDays' : settings.rule;
  const typed = settings.rules[key] ?? ruleTypedOf(key, now);
  const reading = readRule(key, typed, { today, changes, now });
  const open = (chosen: EditableRule): void => {
    setTried(false);
    settings.look({ rule: chosen });
  };
  const decide = async (): Promise<void> => {
    if (settings.step !== 'idle') return;
    setTried(reading.change === null);
    setAttempt((count) => count + 1);
    if (reading.change === null) return;
    const { [key]: done, ...rest } = settings.rules;
    const words = `${settingFaces[key].name}の変更を記録しました`;
    // Once it is recorded the keyboard stands on the list again.
    if (await settings.send('settings.changePolicy', reading.change, words, { rules: rest }))
      table.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  };
  useFunctionKeys({
    F11: administrator
      ? {
          label: '変更を記録',
          main: true,
          act: () => void decide(),
          disabledReason: whyNotRecord(readOnly, settings.step),
        }
      : undefined,
  });
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = listed[listed.indexOf(key) + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    flushSync(() => open(next));
    table.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  };
  const problems = tried ? reading.problems : [];
  return (
    <>
      <SectionNotices
        attempt={attempt}
        lines={problems.map(({ field, message }) => ({
          fieldId: ruleFieldId(field),
          label: field === 'day' ? 'いつから' : field === 'reason' ? '変える理由' : settingFaces[key].name,
          message,
        }))}
      />
      <SectionColumns
        panelLabel={settingFaces[key].name}
        panel={
          <RulePanel
            key={key}
            of={key}
            now={now}
            after={reading.settings}
            typed={typed}
            problems={problems}
            changes={changes}
            today={today}
            onType={administrator ? (change) => settings.typeRule(key, { ...typed, ...change }) : null}
          />
        }
      >
        <table className="ledger-table rule-table">
          <caption className="visually-hidden">いまの決まりと、これからの決まり</caption>
          <thead>
            <tr>
              <th scope="col">決まり</th>
              <th scope="col">いま</th>
              <th scope="col">これから</th>
            </tr>
          </thead>
          <tbody ref={table} onKeyDown={move}>
            {listed.map((each) => {
              const { code, name, words } = settingFaces[each];
              const planned = changes.find(
                ({ effectiveFrom, settings: change }) => effectiveFrom > today && Object.hasOwn(change, each),
              );
              return (
                <tr key={each} className="ledger-row" data-selected={each === key ? '' : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className="row-open"
                      tabIndex={each === key ? 0 : -1}
                      aria-current={each === key || undefined}
                      onFocus={() => each !== key && open(each)}
                      onClick={() => {
                        open(each);
                        goToField(ruleFieldId('value'));
                      }}
                    >
                      {name}
                    </button>{' '}
                    {code !== null && <CodeChip code={code} />}
                  </th>
                  <td>{words(now)}</td>
                  <td>
                    {planned !== undefined && (
                      <>
                        {dottedDay(planned.effectiveFrom)}から{' '}
                        <b>{words(policyWith(changes, plainDate(planned.effectiveFrom)).settings)}</b>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="support">
          前に受け付けたものは、その日の決まりのままです。回答と発行の日には、その日の決まりで判定し直します。
        </p>
      </SectionColumns>
    </>
  );
}
