import type { Clock } from '../../src-main/app/ports.ts';
import { japaneseInstant } from '../../src-shared/kernel/japanese-instant.ts';

export type StoryClock = Clock & {
  /** 時計を進める */
  readonly advance: (minutes: number) => void;
  readonly set: (at: string) => void;
};

/** 物語の時計: stands at a minute (`YYYY-MM-DDTHH:MM`) of Japan and moves only when the story says so. */
export function storyClock(start: string): StoryClock {
  let now = Date.parse(`${start}:00.000+09:00`);
  return {
    now: () => japaneseInstant(now),
    advance: (minutes) => {
      now += minutes * 60_000;
    },
    set: (at) => {
      now = Date.parse(`${at}:00.000+09:00`);
    },
  };
}
