import { useEffect, useRef } from 'react';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Progress } from '../../components/progress.tsx';
import { useExport } from '../../store/export-slice.ts';

/** 書き出しの知らせ: what is new in it is scrolled into view, since a long list may be open below. */
export function ExportNotices() {
  const place = useRef<HTMLDivElement>(null);
  const { step, failure, exported } = useExport();
  const isNew = step === 'writing' || failure !== null || exported !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of the three brings something new to be seen.
  useEffect(() => {
    if (isNew) place.current?.scrollIntoView({ block: 'nearest' });
  }, [step, failure, exported]);
  return (
    <div ref={place} className="export-notices">
      <Notice />
    </div>
  );
}

/** how far it is, where the file lies, or why there is none; what does not fit into CP932 is listed with the way on. */
function Notice() {
  const { step, progress, stopping, failure, exported, wish, write, stop } = useExport();
  if (step === 'writing') {
    return (
      <div className="export-progress">
        <Progress
          words={stopping ? '書き出しをやめています' : '日報を書き出しています'}
          unit="日"
          done={progress?.days ?? 0}
          total={progress?.total ?? 1}
          onCancel={() => void stop()}
        />
      </div>
    );
  }
  if (failure?.code === 'exportCancelled') {
    return (
      <Banner tone="info" headline="書き出しをやめました">
        <p>ファイルは残していません。</p>
      </Banner>
    );
  }
  if (failure !== null) {
    const unfit = failure.code === 'charactersDoNotFit' ? failure.fields : [];
    return (
      <Banner tone="stop" headline="書き出せませんでした">
        <p>{failure.message}</p>
        {unfit.length > 0 && (
          <>
            <ul className="day-log-unfit">
              {unfit.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            <p>
              <Button
                onPress={() => {
                  if (wish !== null) void write(wish, '〓');
                }}
              >
                〓に置き換えて書き出す
              </Button>
            </p>
          </>
        )}
      </Banner>
    );
  }
  if (exported === null) return null;
  const { path, rows, replaced } = exported;
  return (
    <Banner tone="success" headline={`日報を書き出しました(${rows.toLocaleString('ja-JP')}行)`}>
      <p>
        置き場所: <span className="day-log-path">{path}</span>
      </p>
      {replaced !== undefined && replaced > 0 && <p>CP932にない{replaced}字を、〓に置き換えました。</p>}
    </Banner>
  );
}
