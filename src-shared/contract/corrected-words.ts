import { parsePlainDate } from '../kernel/plain-date.ts';
import { formatWareki, formatWesternWithWareki } from '../kernel/wareki.ts';

/** 訂正した値の言葉: a value of the record as a clerk reads it; births in 和暦, what a card or the terminal shows western first. */
export function correctedWords(field: string, value: string): string {
  if (field === 'sex') return value === 'female' ? '女' : value === 'male' ? '男' : value;
  const day = field === 'bornOn' || field === 'cardExpiresOn' || field === 'expiresOn' ? parsePlainDate(value) : null;
  if (day === null) return value;
  return field === 'bornOn' ? formatWareki(day) : formatWesternWithWareki(day);
}
