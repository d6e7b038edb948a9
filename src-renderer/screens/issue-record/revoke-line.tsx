import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Standing } from './case-standing.ts';
import { type Certificate, lineName } from './issue-form.ts';
import { endedWords } from './line-notes.tsx';

type Props = {
  readonly number: number;
  readonly certificate: Certificate;
  readonly outcome: string;
  readonly standing: Standing;
};

/** 事由の言葉 (X1–X5)。 */
const causes: Readonly<Record<string, string>> = {
  X1: '本人の申請',
  X2: '秘密鍵の漏えい・損傷の届出',
  X3: '基本4情報の変更の通知',
  X3d: '登録の消除・カードの失効の通知',
  X4: '記録の誤り',
  X5: '発行者の署名鍵の漏えい・損傷',
};

/** 失効の行: what it ends, by which cause, and how it stands. */
export function RevokeLine({ number, certificate, outcome, standing }: Props) {
  const { cause, ends, refusal, held } = certificate;
  const done = outcome === 'revoked';
  return (
    <div className="compared-dates issue-settled">
      <b>
        {number} {lineName(certificate)}
      </b>
      <div className="issue-settled-words revoke-words">
        <p>
          {cause !== null && (
            <>
              <CodeChip code={cause} /> {causes[cause] ?? ''}
            </>
          )}
        </p>
        <p>{ends === null ? '対象の証明書は、この台帳にありません。' : `対象の証明書${endedWords(ends)}`}</p>
        <p className={done ? 'revoke-done' : undefined}>
          <Icon name={done ? 'slash' : outcome === 'open' ? 'arrowRight' : 'crossCircle'} />
          {outcomeWord(outcome, standing, held?.rule ?? null, refusal)}
        </p>
      </div>
    </div>
  );
}

function outcomeWord(outcome: string, standing: Standing, hold: string | null, refusal: string | null): string {
  if (outcome === 'revoked') return '失効しました';
  if (outcome === 'withdrawn') return '取り下げました。';
  if (outcome === 'refused') return '受付不可を記録しました。';
  if (refusal !== null) return refusal;
  if (standing === 'systemStopped') return 'システムが再開してから失効を記録します。';
  if (hold !== null && hold !== 'L3') return '責任者の承認を待っています。';
  switch (standing) {
    case 'toRevoke':
      return 'F11で失効を記録します。もとに戻せません';
    case 'lapsed':
      return 'この受付では失効できません。';
    default:
      return '回答を受け付けてから失効します。';
  }
}
