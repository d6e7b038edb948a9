const japan = 9 * 3_600_000;

/** 日本の時刻にする: an instant in milliseconds as `YYYY-MM-DDTHH:MM:SS.mmm+09:00`. */
export function japaneseInstant(milliseconds: number): string {
  return `${new Date(milliseconds + japan).toISOString().slice(0, 23)}+09:00`;
}
