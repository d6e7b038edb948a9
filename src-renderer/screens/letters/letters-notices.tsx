import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { openedRow, type Posted, useLetters } from '../../store/letters-slice.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { printLetters, printRuns } from './after-posting.ts';

type Props = {
  readonly onAskAgain: () => void;
  /** a dialog stands above and says itself what went wrong */
  readonly quiet: boolean;
};

/** 照会の知らせ: another person's letter, what went wrong, and what was posted just now. */
export function LettersNotices({ onAskAgain, quiet }: Props) {
  const slice = useLetters();
  const { failure, doubtful, foreign, posted } = slice;
  return (
    <div className="case-notices">
      {foreign !== null && <ForeignLetter receipt={foreign} />}
      {failure !== null && !quiet && (
        <Banner
          tone={failure.code === 'staleVersion' ? 'info' : 'stop'}
          headline={failureWords(failure).headline}
          {...(doubtful ? {} : { onClose: slice.putAway })}
        >
          <p>{failureWords(failure).text}</p>
          {failure.fields.map(({ field, message }) => (
            <p key={`${field} ${message}`}>{message}</p>
          ))}
          {doubtful && (
            <p>
              <Button small onPress={onAskAgain}>
                もう一度確かめる
              </Button>
            </p>
          )}
        </Banner>
      )}
      {posted !== null && <PostedBanner posted={posted} />}
    </div>
  );
}

/** 別のかたの照会書: said plainly while a reply is in hand; nothing is mixed up in silence. */
function ForeignLetter({ receipt }: { readonly receipt: string }) {
  const slice = useLetters();
  const row = openedRow(slice);
  const other = slice.rows.find(({ summary }) => summary.receipt === receipt);
  const of = other === undefined ? '' : `(${other.summary.name ?? erasedName}さん)`;
  return (
    <Banner tone="stop" headline={`読み取ったのは、別のかたの照会書です${of}`} onClose={slice.forgetForeign}>
      <p>
        読み取った番号は {receipt}、いま開いているのは{row?.summary.name ?? erasedName}さんの {row?.summary.receipt}{' '}
        です。照会書を確かめて、読み取り直してください。
      </p>
      <p>
        <Button
          small
          onPress={() => {
            if (row !== null) slice.check(row, { scanned: '' });
            slice.close();
            void slice.scan(receipt);
          }}
        >
          読み取った照会書を開く
        </Button>
      </p>
    </Banner>
  );
}

/** 投函の結果: recorded first, printed second (B3). */
function PostedBanner({ posted }: { readonly posted: Posted }) {
  const { rows, forgetPosted } = useLetters();
  const names = posted.map(
    ({ case: id, receipt }) => rows.find(({ summary }) => summary.case === id)?.summary.name ?? receipt,
  );
  const dueDays = [...new Set(posted.map(({ letter }) => monthDayWeekday(letter.dueOn)))].join('・');
  return (
    <Banner
      tone="success"
      headline={`${posted.length}通の投函を記録しました。期限は${dueDays}です`}
      onClose={forgetPosted}
    >
      <p>{names.join('、')}</p>
      <p className="letter-acts">
        {printRuns(posted).map((cases, index, runs) => (
          <Button key={cases[0]} small {...(index === 0 ? { shortcut: 'F9' } : {})} onPress={() => printLetters(cases)}>
            {runs.length === 1 ? '照会書を印刷' : `照会書を印刷 ${index + 1}回目(${cases.length}通)`}
          </Button>
        ))}
      </p>
    </Banner>
  );
}
