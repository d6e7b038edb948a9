import type { Failure } from '../../../src-shared/contract/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../words/failure-words.ts';

type Props = {
  readonly failure: Failure;
  readonly doubtful: boolean;
  readonly onAskAgain: () => void;
  readonly onClose: () => void;
};

const softer: readonly Failure['code'][] = ['decisionChanged', 'staleDraft', 'draftNotFound'];

/** 受付のつまずき: what happened and what to do; a lost answer is asked for again under the same number. */
export function ReceiveFailure({ failure, doubtful, onAskAgain, onClose }: Props) {
  const { headline, text } = failureWords(failure);
  return (
    <div className="receive-failure">
      <Banner
        tone={softer.includes(failure.code) ? 'warning' : 'stop'}
        headline={headline}
        {...(doubtful ? {} : { onClose })}
      >
        <p>{text}</p>
        {doubtful && (
          <>
            <p>同じ番号で尋ね直すので、二重に受け付けることはありません。確かまるまで、入力は変えられません。</p>
            <p>
              <Button small onPress={onAskAgain} shortcut="F11">
                もう一度確かめる
              </Button>
            </p>
          </>
        )}
      </Banner>
    </div>
  );
}
