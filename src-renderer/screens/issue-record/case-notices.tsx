import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { timeWord } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { isOnlyRevocation, type Standing } from './case-standing.ts';
import { WaitingNotice } from './waiting-notice.tsx';

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
      {detail.backEntryReason !== null && (
        <Banner tone="info" headline="紙で受け付けたものを、あとから記録した受付です" announced={false}>
          <p>
            理由: {detail.backEntryReason} <CodeChip code="L4" />
          </p>
        </Banner>
      )}
      <WaitingNotice detail={detail} standing={standing} />
      {standing === 'done' && !isOnlyRevocation(detail) && (
        <Banner tone="success" headline={`発行を記録しました ${summary.receipt}`} announced={false}>
          <p>カードを来庁者に渡してください。</p>
        </Banner>
      )}
      {standing === 'done' && isOnlyRevocation(detail) && (
        <Banner tone="success" headline={`失効を記録しました ${summary.receipt}`} announced={false}>
          <p>{summary.capacity === null ? '通知を綴ってください。' : 'カードを来庁者に返してください。'}</p>
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
