/** 順番に: one piece of work after another, whether or not the one before it failed. */
export function inTurn(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = before.then(work, work);
    before = next.catch(() => undefined);
    return next;
  };
}
