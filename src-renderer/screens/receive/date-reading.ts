import { expiredCardWords } from '../../../src-shared/contract/receive-fields.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { type DateInputFailure, parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { ageOn, type PlainDate, partsOf, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { formatWareki, formatWarekiYear, formatWestern } from '../../../src-shared/kernel/wareki.ts';

/** 直す申し出: the value that was probably meant. */
export type Mend = { readonly value: string; readonly label: string };

/**
 * 日付の読み: the day, how it reads, or what is wrong. `half` is a text that may still be on its way to a date; it is said
 * only after the field was left. `warning` is said at once and does not stop the record.
 */
export type DayReading =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'read';
      readonly day: PlainDate;
      readonly strong: string;
      readonly rest: string;
      readonly warning: string | null;
    }
  | { readonly kind: 'wrong'; readonly half: boolean; readonly message: string; readonly mend: Mend | null };

const earliestBirth = plainDate('1873-01-01');

/** 生年月日を読む: either calendar; read back with the age of today. */
export function readBirth(text: string, today: PlainDate, policy: Policy): DayReading {
  return read(text, (day) => {
    if (day > today) return wrong(`生年月日が今日より後です(${formatWareki(day)})。年号と年を確かめてください。`);
    if (day < earliestBirth) return wrong('生年月日が古すぎます。年号と年を確かめてください。');
    const age = ageOn(day, today, policy.settings.leapBirthday);
    const rest = `(${partsOf(day).year}年)・満${age}歳`;
    return { kind: 'read', day, strong: formatWareki(day), rest, warning: null };
  });
}

/** カードの期限を読む: an expired card is said at its field; the rule (M1) refuses the visit. */
export function readCardExpiry(text: string, today: PlainDate): DayReading {
  return read(text, (day) => ({
    kind: 'read',
    day,
    strong: '',
    rest: formatWarekiYear(day),
    warning: day < today ? expiredCardWords(day) : null,
  }));
}

/** 証明書の日付を読む: what the card or the terminal shows, western first. */
export function readCertificateDay(text: string): DayReading {
  return read(text, (day) => ({
    kind: 'read',
    day,
    strong: '',
    rest: formatWarekiYear(day),
    warning: null,
  }));
}

/** 日を読む: read back in the other calendar than the one it was typed in. */
export function readDay(text: string): DayReading {
  const western = /^\s*\d/u.test(text.normalize('NFKC'));
  return read(text, (day) => ({
    kind: 'read',
    day,
    strong: '',
    rest: western ? formatWareki(day) : formatWestern(day),
    warning: null,
  }));
}

function read(text: string, understood: (day: PlainDate) => DayReading): DayReading {
  if (text.trim() === '') return { kind: 'blank' };
  const parsed = parseDateInput(text);
  return parsed.ok ? understood(parsed.value) : failed(parsed.failure);
}

function failed({ code, message, suggestion }: DateInputFailure): DayReading {
  const mend =
    suggestion === null ? null : { value: formatWareki(suggestion), label: `${formatWareki(suggestion)}にする` };
  return { kind: 'wrong', half: code === 'unreadable', message, mend };
}

function wrong(message: string): DayReading {
  return { kind: 'wrong', half: false, message, mend: null };
}
