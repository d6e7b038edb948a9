import { Banner } from '../../components/banner.tsx';

/** 本体を待つ頁: before the first answer, and where none comes. */
export function NoAnswerScreen({ waiting }: { readonly waiting: boolean }) {
  return (
    <main className="no-answer">
      {waiting ? (
        <p role="status">台帳を開いています。</p>
      ) : (
        <Banner tone="stop" headline="本体からの返事がありません">
          <p>
            台帳には何も記録していません。このまま待つと、つながりしだい始まります。続くときは、窓口台帳を開き直してください。
          </p>
        </Banner>
      )}
    </main>
  );
}
