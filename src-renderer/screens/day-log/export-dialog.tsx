import type { DayLogFormat } from '../../../src-shared/contract/day-log-book.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { ArrowList } from '../../components/arrow-list.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { type ExportChoice, useExport } from '../../store/export-slice.ts';
import { chosenDays, officeChoices, procedureChoices } from './export-choice.ts';
import { ExportRows } from './export-rows.tsx';

const formats: readonly { readonly format: DayLogFormat; readonly name: string; readonly words: string }[] = [
  { format: 'csv', name: 'CSV(UTF-8)', words: 'ほかのプログラムに渡す表です。' },
  {
    format: 'csvCp932',
    name: 'CSV(CP932)',
    words: '古いシステムに渡す表です。入らない字があれば、書き出す前に知らせます。',
  },
  { format: 'xlsx', name: 'Excel', words: '人が読む表です。内容ごとに分かれ、日は和暦で見えます。' },
  { format: 'pdf', name: 'PDF', words: '決裁欄のあるA4の紙です。' },
  { format: 'json', name: 'JSON(証明付き)', words: '書き換えられていないことを、あとから確かめられる表です。' },
];

/** 書き出しを選ぶ: which days, office and procedure, then the form; nothing leaves before a form is chosen. */
export function ExportDialog({ choice, today }: { readonly choice: ExportChoice; readonly today: PlainDate }) {
  const { putAway, write } = useExport();
  const chosen = chosenDays(choice);
  const take = (format: DayLogFormat): void => {
    if (!chosen.ok) {
      document.getElementById(`export-${chosen.field}`)?.focus();
      return;
    }
    const { day, until } = chosen;
    const procedure = choice.procedure === 'every' ? null : choice.procedure;
    void write({ day, until, office: choice.office, procedure, format });
  };
  return (
    <Dialog
      wide
      headline="書き出す形を選びます"
      onStepBack={putAway}
      actions={
        <Button shortcut="Esc" onPress={putAway}>
          やめる
        </Button>
      }
    >
      <div className="export-dialog">
        <ExportRows choice={choice} chosen={chosen} today={today} />
        <div>
          <p className="export-chosen" aria-live="polite">
            {chosen.ok ? (
              <>
                <b>{chosen.words}</b>・{wordOf(officeChoices, choice.office, 'すべての窓口')}・
                {wordOf(procedureChoices, choice.procedure, 'すべての手続')}
              </>
            ) : (
              '日を直すと、書き出せます。'
            )}
          </p>
          <ArrowList>
            {formats.map(({ format, name, words }, index) => (
              <li key={format}>
                <button
                  type="button"
                  aria-disabled={!chosen.ok || undefined}
                  data-focus-first={index === 0 ? '' : undefined}
                  onClick={() => take(format)}
                >
                  <Icon name="exportTray" />
                  <b>{name}</b>
                  <span>{words}</span>
                </button>
              </li>
            ))}
          </ArrowList>
        </div>
      </div>
    </Dialog>
  );
}

function wordOf<Value extends string>(
  options: readonly { readonly value: Value; readonly label: string }[],
  value: Value,
  everything: string,
): string {
  const label = options.find((each) => each.value === value)?.label ?? '';
  return label === 'すべて' ? everything : label;
}
