/** 空でない列 (non-empty list): at least one element, known to the types. */
export type NonEmpty<Element> = readonly [Element, ...Element[]];

/** 空でないか: narrows a list to a non-empty one. */
export function isNonEmpty<Element>(list: readonly Element[]): list is NonEmpty<Element> {
  return list.length > 0;
}
