import { useState } from 'react';
import type { PolicyChange } from '../../../src-shared/contract/api/settings-api.ts';
import { settingFaces } from '../../../src-shared/contract/setting-words.ts';
import type { SettingKey } from '../../../src-shared/domain/policy.ts';
import { policyWith } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { Button } from '../../components/button.tsx';
import { useSettings } from '../../store/settings-slice.ts';
import { dayOf, eraDay, shortMonthDay } from '../../words/day-words.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';

type Props = {
  readonly of: SettingKey;
  readonly changes: readonly PolicyChange[];
  readonly today: string;
  readonly mayWithdraw: boolean;
};

/** 予定の変更: each with its day, who planned it and why; before its day it can be withdrawn. */
export function PlannedChanges({ of, changes, today, mayWithdraw }: Props) {
  const [withdrawing, setWithdrawing] = useState<PolicyChange | null>(null);
  const history = useSettings((settings) => settings.shown?.history ?? none);
  const send = useSettings((settings) => settings.send);
  const planned = changes.filter(({ effectiveFrom, settings }) => effectiveFrom > today && Object.hasOwn(settings, of));
  if (planned.length === 0) return null;
  const { name, words } = settingFaces[of];
  const wordsOn = (day: string): string => words(policyWith(changes, plainDate(day)).settings);
  return (
    <ul className="day-entries" aria-label={`${name}の予定の変更`}>
      {planned.map((change) => {
        const made = history.find(({ act, named }) => act === 'policyChanged' && named === change.change);
        return (
          <li key={change.change}>
            <div>
              <b>{eraDay(change.effectiveFrom)}から</b> {wordsOn(change.effectiveFrom)}
              {made !== undefined && (
                <p className="support">
                  {made.reason}・{made.who ?? '不明'} {shortMonthDay(dayOf(made.at))}
                </p>
              )}
            </div>
            {mayWithdraw && (
              <Button small onPress={() => setWithdrawing(change)}>
                取りやめる<span className="visually-hidden"> {eraDay(change.effectiveFrom)}からの変更</span>
              </Button>
            )}
          </li>
        );
      })}
      {withdrawing !== null && (
        <TakeBackDialog
          headline={`${eraDay(withdrawing.effectiveFrom)}からの変更を取りやめます`}
          verb="取りやめを記録"
          reasonLabel="取りやめる理由"
          onClose={() => setWithdrawing(null)}
          onTakeBack={(reason) =>
            send('settings.withdrawChange', { change: withdrawing.change, reason }, '予定の変更を取りやめました')
          }
        >
          <p>
            {name}・{wordsOn(withdrawing.effectiveFrom)}。決めたことと取りやめたことは、どちらも台帳に残ります。
          </p>
        </TakeBackDialog>
      )}
    </ul>
  );
}

const none = [] as const;
