import { create } from 'zustand';
import type { StatisticsFormat, StatisticsReport } from '../../src-shared/contract/api/statistics-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type {
  ForecastView,
  StatisticsOffice,
  StatisticsPeriod,
  StatisticsView,
} from '../../src-shared/contract/statistics-view.ts';
import { periodName, reportName } from '../../src-shared/contract/statistics-words.ts';
import { periodAfter, periodOf, progressOf, spanOf } from '../../src-shared/domain/statistics/period.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { failureWords } from '../words/failure-words.ts';
import { forgetOnSignOut } from './session-end.ts';
import { useTask } from './task-slice.ts';

type Kind = StatisticsReport['kind'];
type Way = StatisticsFormat | 'printer' | 'file';

/** 統計: what is looked at (a period of one kind, or the forecast), and writing it out. The periods stay while the kind changes. */
export type StatisticsSlice = {
  readonly kind: Kind;
  readonly month: StatisticsPeriod | null;
  readonly fiscalYear: StatisticsPeriod | null;
  readonly office: StatisticsOffice;
  readonly step: 'idle' | 'loading';
  readonly view: StatisticsView | null;
  readonly forecast: ForecastView | null;
  readonly failure: Failure | null;
  readonly sending: Way | null;
  readonly choosing: boolean;
  /** the request whose answer was lost: the very same is asked again */
  readonly asked: { readonly key: string; readonly requestId: string } | null;
  readonly load: (today: PlainDate) => Promise<void>;
  readonly choose: (
    change: { readonly kind?: Kind; readonly office?: StatisticsOffice },
    today: PlainDate,
  ) => Promise<void>;
  readonly turn: (steps: number, today: PlainDate) => Promise<void>;
  readonly chooseFormat: () => void;
  readonly putAway: () => void;
  readonly put: (way: Way) => Promise<void>;
};

const atStart = {
  kind: 'month',
  month: null,
  fiscalYear: null,
  office: 'all',
  step: 'idle',
  view: null,
  forecast: null,
  failure: null,
  sending: null,
  choosing: false,
  asked: null,
} as const;

let newestLoad = 0;

/** いま見ている期間: that of today where none was chosen yet; null for the forecast. */
export function periodShown(
  { kind, month, fiscalYear }: Pick<StatisticsSlice, 'kind' | 'month' | 'fiscalYear'>,
  today: PlainDate,
): StatisticsPeriod | null {
  if (kind === 'forecast') return null;
  return (kind === 'month' ? month : fiscalYear) ?? periodOf(kind, today);
}

/** めくれるか: back always, on as far as the period of today. */
export function mayTurn(period: StatisticsPeriod, steps: number, today: PlainDate): boolean {
  return progressOf(spanOf(periodAfter(period, steps)), today) !== 'ahead';
}

export const useStatistics = create<StatisticsSlice>()((set, get) => ({
  ...atStart,
  load: async (today) => {
    newestLoad += 1;
    const mine = newestLoad;
    const { office } = get();
    const period = periodShown(get(), today);
    set({ step: 'loading' });
    const answer = await read(period, office);
    // Months may be turned faster than they are read: only the last one asked for is shown.
    if (mine !== newestLoad) return;
    if (answer.ok) set({ step: 'idle', failure: null, ...answer.value });
    else set({ step: 'idle', view: null, forecast: null, failure: answer.failure });
  },
  choose: async (change, today) => {
    set(change);
    await get().load(today);
  },
  turn: async (steps, today) => {
    const period = periodShown(get(), today);
    if (period === null || !mayTurn(period, steps, today)) return;
    set({ [period.kind]: periodAfter(period, steps) });
    await get().load(today);
  },
  chooseFormat: () => {
    if (get().sending === null) set({ choosing: true });
  },
  putAway: () => set({ choosing: false }),
  put: async (way) => {
    const { sending, view, forecast, office } = get();
    // What is written out is what stands on the screen, whatever has been asked for meanwhile.
    const report: StatisticsReport | null = view?.period ?? (forecast === null ? null : { kind: 'forecast' });
    if (sending !== null || report === null) return;
    const wanted = { report, office: view?.office ?? forecast?.office ?? office, way };
    const key = JSON.stringify(wanted);
    const { asked } = get();
    const requestId = asked?.key === key ? asked.requestId : newRequestId();
    set({ sending: way, choosing: false, asked: { key, requestId } });
    try {
      const answer = await send(wanted, requestId);
      const title = report.kind === 'forecast' ? '更新の見込み' : `${periodName(report)}の${reportName(report)}`;
      if (answer.ok) {
        useTask.getState().tell(doneWords(title, way, answer.value));
        set({ asked: null });
        return;
      }
      const lost = lostAnswers.includes(answer.failure.code);
      const toFile = { label: 'PDFに保存', press: () => void get().put('file') };
      useTask.getState().tell({
        tone: 'warning',
        ...failureWords(answer.failure),
        ...(way === 'printer' && !lost ? { act: toFile } : {}),
      });
      if (!lost) set({ asked: null });
    } finally {
      set({ sending: null });
    }
  },
}));

async function read(period: StatisticsPeriod | null, office: StatisticsOffice) {
  if (period === null) {
    const answer = await call('statistics.forecast', { office });
    return answer.ok ? { ok: true as const, value: { forecast: answer.value, view: null } } : answer;
  }
  const answer = await call('statistics.view', { period, office });
  return answer.ok ? { ok: true as const, value: { view: answer.value, forecast: null } } : answer;
}

type Wanted = { readonly report: StatisticsReport; readonly office: StatisticsOffice; readonly way: Way };

function send({ report, office, way }: Wanted, requestId: string) {
  const chosen = { requestId, report, office };
  return way === 'printer' || way === 'file'
    ? call('statistics.print', { ...chosen, to: way })
    : call('statistics.export', { ...chosen, format: way });
}

function doneWords(title: string, way: Way, { path, rows }: { readonly path: string | null; readonly rows: number }) {
  const count = `${rows.toLocaleString('ja-JP')}行`;
  const where = path === null ? 'プリンターから紙を取ってください。' : `置き場所: ${path}`;
  const what = way === 'printer' ? '印刷しました' : way === 'file' ? 'PDFにしました' : `書き出しました(${count})`;
  return { tone: 'success', headline: `${title}を${what}`, text: where } as const;
}

forgetOnSignOut(() => {
  newestLoad += 1;
  useStatistics.setState(atStart);
});
