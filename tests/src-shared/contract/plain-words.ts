/** 窓口の言葉か: words that only programmers use, or that blame, have no place in what a clerk reads. */
export const hardWords =
  /エラー|不正|無効|例外|異常|バリデーション|リクエスト|データベース|null|undefined|NaN|\[object|Error|invalid/i;

/** a sentence in Japanese that ends as sentences do */
export const plainSentence = /[\u{3041}-\u{30ff}\u{4e00}-\u{9fff}].*。$/u;
