import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { timeWord } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import type { Standing } from './case-standing.ts';

type Props = {
  readonly detail: CaseDetail;
  readonly standing: Standing;
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  readonly onAskAgain: () => void;
  readonly onTakeUp: () => void;
  readonly onClose: () => void;
};

/** 受付の知らせ: what went wrong, what a colleague did meanwhile, and why this case waits. */
export function CaseNotices({ detail, standing, failure, doubtful, onAskAgain, onTakeUp, onClose }: Props) {
  const { parkedNote, summary } = detail;
  return (
    <div className="case-notices">
      {failure !== null && !saidAtField(failure) && (
        <FailureBanner
          detail={detail}
          failure={failure}
          doubtful={doubtful}
          onAskAgain={onAskAgain}
          onClose={onClose}
        />
      )}
      {summary.parked && (
        <Banner tone="info" headline="この受付は預かり中です" announced={false}>
          {parkedNote !== null && parkedNote !== '' && <p>メモ: {parkedNote}</p>}
          <p>
            <Button small onPress={onTakeUp}>
              引き継ぐ
            </Button>
          </p>
        </Banner>
      )}
      {standing === 'inquiry' && (
        <Banner tone="info" headline="照会の受付です。確認済で止まっています" announced={false}>
          <p>照会書の投函と回答の受付は、この版ではまだ扱えません。発行はできません。取下げと預かりは記録できます。</p>
        </Banner>
      )}
      {standing === 'done' && (
        <Banner tone="success" headline={`発行を記録しました ${summary.receipt}`} announced={false}>
          <p>カードを来庁者に渡してください。</p>
        </Banner>
      )}
      {standing === 'withdrawn' && (
        <Banner tone="info" headline={`取下げを記録しました ${summary.receipt}`} announced={false}>
          <p>カードと書類を来庁者に返してください。あとで申請するときは、新しく受け付けます。</p>
        </Banner>
      )}
      {standing === 'refused' && (
        <Banner tone="info" headline={`受付不可を記録しました ${summary.receipt}`} announced={false}>
          <p>わけを来庁者に伝え、カードと書類を返してください。</p>
        </Banner>
      )}
    </div>
  );
}

/** The supervisor's sign-in is said below its fields, where the focus is. */
function saidAtField({ fields }: Failure): boolean {
  return fields.length > 0 && fields.every(({ field }) => field.startsWith('acceptance.'));
}

type FailureProps = Pick<Props, 'detail' | 'doubtful' | 'onAskAgain' | 'onClose'> & { readonly failure: Failure };

function FailureBanner({ detail, failure, doubtful, onAskAgain, onClose }: FailureProps) {
  const { headline, text } = failureWords(failure);
  const last = detail.history.at(-1);
  const stale = failure.code === 'staleVersion';
  return (
    <Banner tone={stale ? 'info' : 'stop'} headline={headline} {...(doubtful ? {} : { onClose })}>
      {stale && last !== undefined && (
        <p>
          {timeWord(last.at)}に「{last.what}」{last.who === null ? '' : `(${last.who})`}。
        </p>
      )}
      <p>{text}</p>
      {failure.fields.map((field) => (
        <p key={`${field.field} ${field.message}`}>{field.message}</p>
      ))}
      {doubtful && (
        <p>
          <Button small onPress={onAskAgain}>
            もう一度確かめる
          </Button>
        </p>
      )}
    </Banner>
  );
}
