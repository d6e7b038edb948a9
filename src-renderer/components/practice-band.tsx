/** 練習の帯: on every screen of a practice ledger, above all else. */
export function PracticeBand() {
  return (
    <section className="practice-band" aria-label="練習の台帳">
      <strong>練習</strong>
      <span>ここでの操作は本番の台帳に残りません。出てくる人はすべて架空です。</span>
      <strong aria-hidden="true">練習</strong>
    </section>
  );
}
