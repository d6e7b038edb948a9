import { useState } from 'react';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRules } from '../../store/rules.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { useMinute } from '../receive/use-minute.ts';
import { FeeRows, feeFieldId } from './fee-rows.tsx';
import { feesOf, readFees } from './fees-form.ts';
import { PlannedChanges } from './planned-changes.tsx';
import { SectionColumns, SectionNotices } from './section-frame.tsx';
import { whyNotRecord } from './why-not.ts';

/** 手数料 (F1): the table in force, what is planned, and for an administrator the form that changes it from a day on. */
export function FeesSection({ administrator }: { readonly administrator: boolean }) {
  const settings = useSettings();
  const today = dateOf(useMinute());
  const { fees } = useRules().policyOf(today).settings;
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const [tried, setTried] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const reading = readFees(settings.fees, today);
  const decide = async (): Promise<void> => {
    if (settings.step !== 'idle') return;
    setTried(reading.change === null);
    setAttempt((count) => count + 1);
    if (reading.change === null) return;
    await settings.send('settings.changeFees', reading.change, '手数料の変更を記録しました', {
      fees: feesOf(reading.change.fees),
    });
  };
  useFunctionKeys({
    F11: administrator
      ? {
          label: '手数料を記録',
          main: true,
          act: () => void decide(),
          disabledReason: whyNotRecord(readOnly, settings.step),
        }
      : undefined,
  });
  const problems = tried ? reading.problems : [];
  return (
    <>
      <SectionNotices
        attempt={attempt}
        lines={problems.map(({ field, message }) => ({ fieldId: feeFieldId(field), label: labelOf(field), message }))}
      />
      <SectionColumns
        panelLabel="手数料の予定"
        panel={
          <>
            <SectionHeading end={<CodeChip code="F1" />}>いまの手数料</SectionHeading>
            {fees.length === 0 ? (
              <p>すべて無料</p>
            ) : (
              <ul className="settings-fees">
                {fees.map(({ reason, yen }) => (
                  <li key={reason}>
                    <span>{reason}</span> <b>{yen.toLocaleString('ja-JP')}円</b>
                  </li>
                ))}
              </ul>
            )}
            <p className="support">
              {fees.length === 0 ? 'どの手続も無料です。' : '受付で理由を選ぶと、その金額になります。'}
            </p>
            <PlannedChanges
              of="fees"
              changes={settings.shown?.rules.changes ?? []}
              today={today}
              mayWithdraw={administrator}
            />
          </>
        }
      >
        <SectionHeading end={administrator ? undefined : '管理者が変えます'}>手数料を変える</SectionHeading>
        {administrator ? (
          <CounterForm label="手数料を変える" className="form-sheet mt-2">
            <FeeRows typed={settings.fees} onChange={settings.typeFees} problems={problems} />
          </CounterForm>
        ) : (
          <p className="support">F12でロックし、F8「別の職員に替わる」で管理者に替わると、変えられます。</p>
        )}
      </SectionColumns>
    </>
  );
}

function labelOf(field: string): string {
  if (field === 'day') return 'いつから';
  return field === 'reason' ? '変える理由' : `手数料${Number(field.split('-')[1]) + 1}`;
}
