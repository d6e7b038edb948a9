import { LetterOffset, letterOffsetRange } from '../../../src-shared/contract/print-view.ts';
import { halfWidth } from '../../words/counter-words.ts';

type Typed = { readonly xMm: string; readonly yMm: string };
export type PlaceProblems = { readonly xMm: string | null; readonly yMm: string | null };

const { least, most, step } = letterOffsetRange;
const wanted = `${least}から${most}まで、${step}きざみの数字で入力してください。`;

/** ミリを読む: full width, a minus of any kind; null where it is no distance that may be set. */
function readMillimetres(text: string): number | null {
  const number = halfWidth(text).replace(/^[−‐ー―－]/u, '-');
  if (!/^-?\d{1,2}(\.\d)?$/.test(number)) return null;
  const millimetres = Number(number);
  return LetterOffset.safeParse({ xMm: millimetres, yMm: 0 }).success ? millimetres : null;
}

/** 宛名の位置を読む: both distances, or what to mend in which field. */
export function readLetterPlace(
  typed: Typed,
): { readonly offset: LetterOffset } | { readonly offset: null; readonly problems: PlaceProblems } {
  const [xMm, yMm] = [readMillimetres(typed.xMm), readMillimetres(typed.yMm)];
  if (xMm !== null && yMm !== null) return { offset: { xMm, yMm } };
  return { offset: null, problems: { xMm: xMm === null ? wanted : null, yMm: yMm === null ? wanted : null } };
}
