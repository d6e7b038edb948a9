import type { SettingsRecord } from '../../../src-shared/contract/api/settings-api.ts';
import { SETTINGS_ACT_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useListOutput } from '../../store/list-output.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { dayOf, dottedDay, eraDay, timeWord } from '../../words/day-words.ts';

/** 変更の記録: who changed what, when, from when, from what to what, and why; printed (F9) and written out (F10). */
export function HistorySection() {
  const history = useSettings((settings) => settings.shown?.history ?? null);
  useFunctionKeys(useListOutput('settings'), { narrow: ['F1', 'F9', 'F10', 'F12'] });
  if (history === null) return <EmptyBox headline="変更の記録を読んでいます。" />;
  if (history.length === 0)
    return (
      <EmptyBox headline="まだ何も変えていません。">暦・祝日・決まり・手数料を変えると、ここに残ります。</EmptyBox>
    );
  return (
    <>
      <SectionHeading end={`${history.length}件`}>変更の記録</SectionHeading>
      <table className="ledger-table history-table">
        <caption className="visually-hidden">設定の変更の記録、新しいものから</caption>
        <thead>
          <tr>
            <th scope="col">いつ</th>
            <th scope="col">だれが</th>
            <th scope="col">したこと</th>
            <th scope="col">なにを</th>
            <th scope="col">いつから</th>
            <th scope="col">理由</th>
          </tr>
        </thead>
        <tbody>
          {history.map((record) => (
            <HistoryRow key={`${record.at} ${record.act} ${record.what}`} record={record} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function HistoryRow({ record }: { readonly record: SettingsRecord }) {
  const { at, who, act, what, code, from, to, effectiveFrom, covers, reason, takenBack } = record;
  return (
    <tr>
      <td className="history-when">
        {dottedDay(dayOf(at))} {timeWord(at)}
      </td>
      <td>{who ?? '不明'}</td>
      <td>{SETTINGS_ACT_NAMES[act]}</td>
      <th scope="row">
        {what} {code !== null && <CodeChip code={code} />}
        {to !== null && (
          <p>
            {from !== null && `${from} → `}
            <b>{to}</b>
          </p>
        )}
        {takenBack !== null && (
          <p className="support">
            {dottedDay(dayOf(takenBack.at))}に{takenBack.who ?? '不明'}が取り消し({takenBack.reason})
          </p>
        )}
      </th>
      <td className="history-when">
        {effectiveFrom !== null ? eraDay(effectiveFrom) : covers === null ? 'すぐに' : '—'}
      </td>
      <td>{reason === '' ? '—' : reason}</td>
    </tr>
  );
}
