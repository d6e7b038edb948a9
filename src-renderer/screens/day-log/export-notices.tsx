import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useDayLog } from '../../store/day-log-slice.ts';

/** 書き出しの知らせ: where the file lies, or why there is none; what does not fit into CP932 is listed with the way on. */
export function ExportNotices() {
  const { failure, exported, view, step, writeOut } = useDayLog();
  if (failure !== null) {
    if (view === null) {
      return (
        <Banner tone="stop" headline="日報を読めませんでした">
          <p>{failure.message}</p>
        </Banner>
      );
    }
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
              <Button busy={step === 'exporting'} onPress={() => void writeOut('csvCp932', '〓')}>
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
