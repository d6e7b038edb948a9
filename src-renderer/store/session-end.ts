type Forget = () => void;
type Save = () => Promise<void>;

const forgets = new Set<Forget>();
const saves = new Set<Save>();

/** サインアウトで忘れる: a slice that holds something personal registers how to drop it when another clerk takes over. */
export function forgetOnSignOut(forget: Forget): () => void {
  forgets.add(forget);
  return () => forgets.delete(forget);
}

/** 離れる前に控える: a slice that holds a half-typed form registers how to save it before lock and sign-out. */
export function saveBeforeLeaving(save: Save): () => void {
  saves.add(save);
  return () => saves.delete(save);
}

/** 忘れる: called once the session has ended. */
export function forgetAll(): void {
  for (const forget of forgets) forget();
}

/** 控える: waits for the drafts, but never so long that the lock is held up. */
export async function saveAll(patience = 1500): Promise<void> {
  const waiting = Promise.allSettled([...saves].map((save) => save()));
  const enough = new Promise<void>((resolve) => setTimeout(resolve, patience));
  await Promise.race([waiting, enough]);
}
