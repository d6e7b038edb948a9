/** 印を付ける範囲: UTF-16 positions in what was typed, `end` excluded. */
export type MarkedSpan = { readonly start: number; readonly end: number };

type Props = { readonly text: string; readonly spans: readonly MarkedSpan[]; readonly masked: boolean };

/** 欄の中の印: underlines characters in place, or covers digits with dots; lies over the field and takes no key. */
export function FieldMarks({ text, spans, masked }: Props) {
  return (
    <span className="field-marks" aria-hidden="true" data-masked={masked ? '' : undefined}>
      {pieces(text, spans).map((piece) =>
        piece.marked ? (
          <mark key={piece.start}>{masked ? piece.text.replaceAll(/./gsu, '●') : piece.text}</mark>
        ) : (
          <span key={piece.start}>{piece.text}</span>
        ),
      )}
    </span>
  );
}

type Piece = { readonly start: number; readonly text: string; readonly marked: boolean };

function pieces(text: string, spans: readonly MarkedSpan[]): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start > at) found.push({ start: at, text: text.slice(at, start), marked: false });
    found.push({ start, text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) found.push({ start: at, text: text.slice(at), marked: false });
  return found;
}
