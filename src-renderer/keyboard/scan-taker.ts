type Taker = (receipt: string) => boolean;

const takers: Taker[] = [];

/** 読み取りを先に受ける: a screen that knows better than to open the case takes the number; false hands it on. */
export function takeScans(taker: Taker): () => void {
  takers.push(taker);
  return () => {
    takers.splice(takers.indexOf(taker), 1);
  };
}

/** 読み取った番号を渡す: to the screen that asked last; false where nobody took it. */
export function offerScan(receipt: string): boolean {
  return takers.at(-1)?.(receipt) === true;
}
