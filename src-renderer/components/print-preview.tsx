import { useEffect, useRef } from 'react';
import { PRINT_FORM_NAMES } from '../../src-shared/contract/print-view.ts';
import { type PrintSlice, usePrint } from '../store/print-slice.ts';
import { failureWords } from '../words/failure-words.ts';
import { ArrowList } from './arrow-list.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { PrintPages } from './print-pages.tsx';

/** 印刷: over whatever screen asked for it; first the forms that make sense, then how the sheets will look. */
export function PrintOverlay() {
  const step = usePrint((print) => print.step);
  if (step === 'closed') return null;
  return step === 'choosing' ? <FormChoice /> : <PrintPreview />;
}

/** 用紙を選ぶ: every form with the copies that exist; one that makes no sense says why. */
function FormChoice() {
  const { choices, cases, failure, look, stepBack } = usePrint();
  const list = useRef<HTMLUListElement>(null);
  const ready = (choices ?? []).length > 0;
  useEffect(() => {
    if (ready) list.current?.querySelector<HTMLElement>('button:not([aria-disabled="true"])')?.focus();
  }, [ready]);
  return (
    <Dialog
      headline="印刷する用紙を選びます"
      onStepBack={stepBack}
      actions={
        <Button shortcut="Esc" onPress={stepBack}>
          やめる
        </Button>
      }
    >
      {failure !== null && <FailureBanner failure={failure} />}
      {!ready && failure === null && <p role="status">用紙を読んでいます。</p>}
      <ArrowList list={list}>
        {(choices ?? []).map(({ form, copies, reasonNot }) => (
          <li key={form}>
            <button
              type="button"
              aria-disabled={reasonNot !== null || undefined}
              onClick={() => {
                if (reasonNot === null) void look(form, cases);
              }}
            >
              <Icon name={reasonNot === null ? 'printer' : 'slash'} />
              <b>{PRINT_FORM_NAMES[form]}</b>
              <span>{reasonNot ?? (copies === 0 ? 'まだ印刷していません' : `${copies}部 印刷済`)}</span>
            </button>
          </li>
        ))}
      </ArrowList>
    </Dialog>
  );
}

/** 見本: the sheets as pictures, the copy that comes next, and what became of the last printing; whatever fails, the record stands. */
export function PrintPreview() {
  const print = usePrint();
  const { step, form, preview, failure, printed, run, look, cases, stepBack } = print;
  const main = useRef<HTMLDivElement>(null);
  const name = form === null ? '' : PRINT_FORM_NAMES[form];
  const busy = step === 'loading' || step === 'sending';
  const looking = step === 'looking';
  useEffect(() => {
    if (looking) main.current?.querySelector<HTMLElement>('[data-focus-first]')?.focus();
  }, [looking]);
  return (
    <Dialog
      wide
      headline={`印刷 ${name}`}
      onStepBack={stepBack}
      actions={
        <div ref={main} className="print-actions">
          {preview === null ? (
            <Button
              kind="main"
              focusFirst
              busy={busy}
              onPress={() => (form === null ? undefined : void look(form, cases))}
            >
              もう一度 見本を出す
            </Button>
          ) : (
            <>
              <Button kind="main" focusFirst busy={step === 'sending'} onPress={() => void run('printer')}>
                {printed?.to === 'printer' ? 'もう一部 印刷' : '印刷'}
              </Button>
              <Button busy={step === 'sending'} onPress={() => void run('file')}>
                PDFに保存
              </Button>
            </>
          )}
          <Button shortcut="Esc" disabledReason={step === 'sending' ? '印刷しています' : undefined} onPress={stepBack}>
            {printed === null ? 'やめる' : '閉じる'}
          </Button>
        </div>
      }
    >
      <div className="print-look">
        <PrintPages pages={preview?.pages ?? []} name={name} />
        <div className="print-facts">
          <p role="status" className="support">
            {step === 'loading' && '見本を作っています。'}
            {step === 'sending' && '印刷しています。'}
          </p>
          {failure !== null && <FailureBanner failure={failure} />}
          {printed !== null && <PrintedBanner printed={printed} />}
          {preview !== null && <Facts preview={preview} />}
        </div>
      </div>
    </Dialog>
  );
}

type Preview = NonNullable<PrintSlice['preview']>;

function Facts({ preview }: { readonly preview: Preview }) {
  const { pages, copiesNext } = preview;
  const [first] = copiesNext;
  return (
    <dl className="print-counts">
      <div>
        <dt>枚数</dt>
        <dd>{pages.length}枚</dd>
      </div>
      <div>
        <dt>{copiesNext.length === 1 ? '次に刷る部' : '刷る受付'}</dt>
        <dd>{copiesNext.length === 1 && first !== undefined ? `${first.copy}部目` : `${copiesNext.length}件`}</dd>
      </div>
    </dl>
  );
}

function PrintedBanner({ printed }: { readonly printed: NonNullable<PrintSlice['printed']> }) {
  const { to, path, copies } = printed;
  const [first] = copies;
  const copy = copies.length === 1 && first !== undefined ? `${first.copy}部目` : `${copies.length}件`;
  return (
    <Banner
      tone="success"
      headline={to === 'printer' ? `プリンターに送りました(${copy})` : `PDFに保存しました(${copy})`}
    >
      {to === 'printer' && <p>紙が出ないときは、プリンターを確かめて、もう一部印刷してください。</p>}
      {path !== null && (
        <p>
          置き場所: <span className="day-log-path">{path}</span>
        </p>
      )}
    </Banner>
  );
}

function FailureBanner({ failure }: { readonly failure: NonNullable<PrintSlice['failure']> }) {
  const { headline, text } = failureWords(failure);
  return (
    <Banner tone="stop" headline={headline}>
      <p>{text}</p>
    </Banner>
  );
}
