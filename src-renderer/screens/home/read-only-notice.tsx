import { useState } from 'react';
import type { Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { call } from '../../bridge/client.ts';
import { Banner } from '../../components/banner.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';

type Why = NonNullable<NonNullable<ReturnType<typeof useProgram.getState>['status']>['ledger']>['why'];

const reasons: Readonly<Record<NonNullable<Why>, { readonly headline: string; readonly text: string }>> = {
  damaged: {
    headline: '台帳の一部が壊れています。新しい記録は止めました。',
    text: '検証で、記録のつながりが合いませんでした。それより前の記録は読めます。',
  },
  fileReadOnly: {
    headline: '台帳のファイルに書き込めません。新しい記録は止めました。',
    text: 'ファイルが読み取り専用になっています。これまでの記録は読めます。',
  },
  diskFull: {
    headline: 'ディスクがいっぱいです。新しい記録は止めました。',
    text: 'これまでの記録は読めます。空きを作ると、また記録できます。',
  },
  rolledBack: {
    headline: '台帳が、最後の記録より前の姿に戻っています。新しい記録は止めました。',
    text: '控えから戻されたときなどに起こります。同じ受付番号を二度使わないために止めています。',
  },
  unknownWrite: {
    headline: '最後の記録が書けたか分かりません。新しい記録は止めました。',
    text: '台帳を読み直して確かめるまで、記録を止めています。',
  },
};

/** 読み取り専用の知らせ: why nothing is recorded, what to do now, and F8 to verify once more. */
export function ReadOnlyNotice() {
  const why = useProgram((program) => program.status?.ledger?.why ?? null);
  const refresh = useProgram((program) => program.refresh);
  const [checking, setChecking] = useState(false);
  const [found, setFound] = useState<Output<'ledger.verify'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const verify = async (): Promise<void> => {
    if (checking) return;
    setChecking(true);
    setFailure(null);
    try {
      const answer = await call('ledger.verify', {});
      if (answer.ok) setFound(answer.value);
      else setFailure(answer.failure);
      await refresh();
    } finally {
      setChecking(false);
    }
  };
  useFunctionKeys(
    {
      F8: {
        label: '検証し直す',
        disabledReason: checking ? '検証しています。' : undefined,
        act: () => void verify(),
      },
    },
    { level: 'part' },
  );
  const reason = reasons[why ?? 'damaged'];
  return (
    <section className="read-only" aria-label="読み取り専用">
      <Banner tone="stop" headline={reason.headline}>
        <p>{reason.text}</p>
      </Banner>
      <SectionHeading>これからすること</SectionHeading>
      <ol className="read-only-steps">
        <li>
          <b>受付は、となりの端末で続けてください。</b> この端末の受付番号は使いません。
        </li>
        <li>
          <b>管理者に知らせてください。</b> 自分で控えから戻したり、台帳のファイルを動かしたりしないでください。
        </li>
      </ol>
      <div role="status">
        {checking && <p className="support">検証しています。</p>}
        {failure !== null && <p className="support">{failure.message}</p>}
        {found !== null && !checking && <p className="support">{verifiedWords(found)}</p>}
      </div>
    </section>
  );
}

// What the verification answers, in words for whoever is told; any other answer counts as unreadable.
const faults: Readonly<Record<string, string>> = {
  link: '前の記録とのつながりが切れています。',
  hash: '記録の中身が、その符号と合いません。',
  shape: '記録の形が違います。',
  commitment: '個人の記録が、その符号と合いません。',
  integrity: 'ファイルが傷んでいます。',
  projections: '一覧が記録と合いません。',
  close: '締めた日の記録が、署名と合いません。',
  highWater: '最後に記録したものが、この台帳にありません。',
};

function verifiedWords({ events, head, broken }: Output<'ledger.verify'>): string {
  const all = `${events.toLocaleString('ja-JP')}件`;
  if (broken === null) return `検証の結果: ${all}のつながりは合っています。頭の符号 ${head.slice(0, 16)}`;
  const what = faults[broken.what] ?? '台帳を読めませんでした。';
  if (broken.seq === 0) return `検証の結果: ${what}`;
  return `検証の結果: ${broken.seq.toLocaleString('ja-JP')}件目でつながりが合いません。${what}`;
}
