import { useContext, useEffect } from 'react';
import { Banner } from '../../components/banner.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useHome } from '../../store/home-slice.ts';
import { useListOutput } from '../../store/list-output.ts';
import { useProgram } from '../../store/program-slice.ts';
import { terminalName } from '../../words/counter-words.ts';
import { HomeList } from './home-list.tsx';
import { homeRows } from './home-rows.ts';
import { HomeSide } from './home-side.tsx';
import { HomeTabs } from './home-tabs.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';

/** 今日の窓口: everything of today at this counter, what to do next, and what is left of earlier days. */
export function HomeScreen() {
  const { cases, drafts, failure, day, step, load } = useHome();
  const status = useProgram((program) => program.status);
  const shown = useContext(Shown);
  // Read when the screen opens and when the lock is lifted; never by itself, so that no row moves under the cursor.
  useEffect(() => {
    if (shown) void load();
  }, [shown, load]);

  const terminal = status?.place == null ? '' : terminalName(status.place);
  const rows = homeRows(cases, drafts, terminal, day);
  useFunctionKeys(useListOutput('today'));
  const readOnly = status?.ledger?.state === 'readOnly';
  return (
    <div className="home">
      <main className="home-main">
        <TaskTitle
          title="今日の窓口"
          end={
            <>
              <KeyHint keys={['↑', '↓']} words="選ぶ" /> <KeyHint keys={['Enter']} words="開く" />
            </>
          }
        >
          {day !== null && (
            <span className="home-counts">
              受付{cases.length}件・入力中{drafts.length}件
            </span>
          )}
        </TaskTitle>
        {readOnly && <ReadOnlyNotice />}
        {failure !== null && (
          <Banner tone="stop" headline="一覧を読めませんでした">
            <p>{failure.message}</p>
          </Banner>
        )}
        <HomeTabs rows={rows} />
        <HomeList rows={rows} ready={day !== null} settled={(day !== null || failure !== null) && step === 'idle'} />
      </main>
      {status !== null && <HomeSide status={status} />}
    </div>
  );
}
