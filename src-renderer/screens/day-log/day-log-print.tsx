import { useEffect, useRef } from 'react';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PrintPages } from '../../components/print-pages.tsx';
import { type DayLogPrintSlice, useDayLogPrint } from '../../store/day-log-print-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';

/** 日報を印刷する: how the sheet will look, then paper or a PDF; where it fails the day's record stands. */
export function DayLogPrint() {
  const { step, sheet, pages, failure, printed, look, run, close } = useDayLogPrint();
  const actions = useRef<HTMLDivElement>(null);
  const looking = step === 'looking';
  useEffect(() => {
    if (looking) actions.current?.querySelector<HTMLElement>('[data-focus-first]')?.focus();
  }, [looking]);
  if (step === 'closed' || sheet === null) return null;
  const name = `日報 ${monthDayWeekday(sheet.day)} ${sheet.office === 'all' ? '3か所' : officeNames[sheet.office]}`;
  const sending = step === 'sending';
  return (
    <Dialog
      wide
      headline={`印刷 ${name}`}
      onStepBack={close}
      actions={
        <div ref={actions} className="print-actions">
          {pages === null ? (
            <Button kind="main" focusFirst busy={step === 'loading'} onPress={() => void look(sheet)}>
              もう一度 見本を出す
            </Button>
          ) : (
            <>
              <Button kind="main" focusFirst busy={sending} onPress={() => void run('printer')}>
                {printed?.to === 'printer' ? 'もう一部 印刷' : '印刷'}
              </Button>
              <Button busy={sending} onPress={() => void run('file')}>
                PDFに保存
              </Button>
            </>
          )}
          <Button shortcut="Esc" disabledReason={sending ? '印刷しています' : undefined} onPress={close}>
            {printed === null ? 'やめる' : '閉じる'}
          </Button>
        </div>
      }
    >
      <div className="print-look">
        <PrintPages pages={pages ?? []} name={name} />
        <div className="print-facts">
          <p role="status" className="support">
            {step === 'loading' && '見本を作っています。'}
            {sending && '印刷しています。'}
          </p>
          {failure !== null && <Failed failure={failure} />}
          {printed !== null && <Printed printed={printed} />}
          {pages !== null && (
            <dl className="print-counts">
              <div>
                <dt>枚数</dt>
                <dd>{pages.length}枚</dd>
              </div>
            </dl>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Failed({ failure }: { readonly failure: NonNullable<DayLogPrintSlice['failure']> }) {
  const { headline, text } = failureWords(failure);
  return (
    <Banner tone="stop" headline={headline}>
      <p>{text}</p>
    </Banner>
  );
}

function Printed({ printed: { to, path } }: { readonly printed: NonNullable<DayLogPrintSlice['printed']> }) {
  return (
    <Banner tone="success" headline={to === 'printer' ? 'プリンターに送りました' : 'PDFに保存しました'}>
      {to === 'printer' && <p>紙が出ないときは、プリンターを確かめて、もう一部印刷してください。</p>}
      {path !== null && (
        <p>
          置き場所: <span className="day-log-path">{path}</span>
        </p>
      )}
    </Banner>
  );
}
