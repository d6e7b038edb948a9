/** 練習の帯: on every screen of a practice ledger, above all else. */
export function PracticeBand() {
  return (
    <div className="practice-band" role="note">
      <strong>練習</strong>
      <span>ここでの操作は本番の台帳に残りません。出てくる人はすべて架空です。</span>
      <strong aria-hidden="true">練習</strong>
    </div>
  );
}
