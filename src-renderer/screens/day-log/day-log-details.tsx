import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { Segments } from '../../components/segments.tsx';
import { type DetailPart, useDayLog } from '../../store/day-log-slice.ts';
import { CrossTables } from './cross-tables.tsx';
import { DayLogList } from './day-log-list.tsx';
import { DayLogNotes } from './day-log-notes.tsx';
import { HandlersTable, HoursTable } from './hours-and-handlers.tsx';

const parts = [
  { value: 'cases', label: '受付の一覧' },
  { value: 'cross', label: '掛け合わせ' },
  { value: 'hours', label: '時刻・担当' },
  { value: 'notes', label: '例外・訂正・欠番' },
] as const satisfies readonly { readonly value: DetailPart; readonly label: string }[];

/** 内訳 (F8): what the sums are made of, a part at a time, in the place of the sheet. */
export function DayLogDetails({ view }: { readonly view: DayLogShown }) {
  const part = useDayLog((log) => log.part);
  const choose = useDayLog((log) => log.choosePart);
  return (
    <div className="day-log-details">
      <Segments legend="内訳" options={parts} value={part} onChange={choose} />
      {part === 'cases' && <DayLogList cases={view.cases} day={view.day} office={view.office} />}
      {part === 'cross' && <CrossTables cross={view.cross} />}
      {part === 'hours' && (
        <div className="day-log-halves">
          <HoursTable byHour={view.byHour} />
          <HandlersTable byHandler={view.byHandler} />
        </div>
      )}
      {part === 'notes' && <DayLogNotes view={view} />}
    </div>
  );
}
