/** 囲み (mm): the room that a text has on the paper. */
export type Room = { readonly widthMm: number; readonly heightMm: number };

const millimetresPerPoint = 25.4 / 72;
/** Half-width letters of the font are a little wider than half an em. */
const halfWidth = 0.6;

/** 文字の幅 (em): full-width characters count 1, the others a little more than a half; combining marks nothing. */
export function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{Mark}\p{Variation_Selector}]/u.test(character)) continue;
    width += /[\u{20}-\u{7e}\u{ff61}-\u{ff9f}]/u.test(character) ? halfWidth : 1;
  }
  return width;
}

/** 行の数: how many lines the text takes; a line that is broken may give one character away to the next. */
export function linesOf(text: string, widthMm: number, sizePt: number): number {
  const perLine = widthMm / (sizePt * millimetresPerPoint);
  const lines = text.split('\n').map((line) => {
    const width = widthInEm(line);
    return width <= perLine ? 1 : Math.ceil(width / Math.max(1, perLine - 1));
  });
  return lines.reduce((sum, count) => sum + count, 0);
}

/** 入る大きさ (pt): the first of these sizes, from the largest down, at which the text stays inside its room; else the smallest. */
export function fittingSize(
  text: string,
  room: Room,
  sizesPt: readonly [number, ...number[]],
  lineHeight = 1.3,
): number {
  const fits = (size: number): boolean =>
    linesOf(text, room.widthMm, size) * size * lineHeight * millimetresPerPoint <= room.heightMm;
  return sizesPt.find(fits) ?? Math.min(...sizesPt);
}
