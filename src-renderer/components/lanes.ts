import type { CertificateLife } from '../../src-shared/contract/api/person-api.ts';
import { policyOn } from '../../src-shared/domain/policy.ts';
import { renewalWindow } from '../../src-shared/domain/renewal.ts';
import { CAUSE_NAMES } from '../../src-shared/domain/revocation.ts';
import { daysBetween, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { dottedDay } from '../words/day-words.ts';

export const laneWidth = 756;
export const laneHeight = 33;
/** where the lanes begin: left of it stand their names */
export const laneLeft = 134;

/** 一本の帯: in the drawing's own units; `windowFrom` where its renewal window begins, `cause` where a cause ended it. */
export type LaneBar = {
  readonly from: number;
  readonly to: number;
  readonly present: boolean;
  readonly words: string;
  readonly wordsAt: number;
  readonly windowFrom: number | null;
  readonly cause: string | null;
};
export type Lane = { readonly kind: CertificateLife['kind']; readonly bars: readonly LaneBar[] };

export type Drawing = {
  readonly lanes: readonly Lane[];
  readonly card: { readonly from: number; readonly to: number; readonly words: string } | null;
  readonly years: readonly { readonly x: number; readonly label: string }[];
  readonly now: number;
};

const right = laneWidth - 22;
const leastYear = 44;
const letter = 16;
const digit = 9.5;

/** 帯の絵を測る: from the first certificate, or today, to the last day that matters; null where there is none. */
export function lanesOf(
  lives: readonly CertificateLife[],
  cardExpiresOn: string | null,
  today: string,
): Drawing | null {
  if (lives.length === 0) return null;
  const days = [...lives.flatMap(({ issuedOn, expiresOn }) => [issuedOn, expiresOn]), today];
  if (cardExpiresOn !== null) days.push(cardExpiresOn);
  const first = Number(days.toSorted()[0]?.slice(0, 4));
  const last = Number(days.toSorted().at(-1)?.slice(0, 4)) + 1;
  const issued = lives.map(({ issuedOn }) => issuedOn).toSorted()[0] ?? today;
  const start = plainDate(`${first}-01-01`);
  const whole = daysBetween(start, plainDate(`${last}-01-01`));
  const place = (day: string): number =>
    Math.round(laneLeft + (daysBetween(start, plainDate(day)) / whole) * (right - laneLeft));
  const step = Math.ceil(((last - first + 1) * leastYear) / (right - laneLeft));
  const years: { x: number; label: string }[] = [];
  for (let year = first; year <= last; year += step) years.push({ x: place(`${year}-01-01`), label: String(year) });
  return {
    lanes: (['signature', 'userAuthentication'] as const).map((kind) => ({
      kind,
      bars: lives.filter((life) => life.kind === kind).map((life, index) => barOf(life, index === 0, today, place)),
    })),
    card:
      cardExpiresOn === null
        ? null
        : {
            from: Math.min(place(issued), place(cardExpiresOn)),
            to: place(cardExpiresOn),
            words: `${dottedDay(cardExpiresOn)}まで`,
          },
    years,
    now: place(today),
  };
}

function barOf(life: CertificateLife, first: boolean, today: string, place: (day: string) => number): LaneBar {
  const end = life.endedOn ?? life.expiresOn;
  const present = life.endedOn === null && life.expiresOn >= today;
  const from = place(life.issuedOn);
  const to = place(end);
  const { opensOn } = renewalWindow(plainDate(life.expiresOn), policyOn(plainDate(today)));
  const now = place(today);
  // Words never lie under the line of today: they begin after an end mark, and behind that line where it runs through them.
  const clear = from + (first ? 8 : 14);
  const words = present
    ? [`${procedureWord(life)}・${dottedDay(life.expiresOn)}まで`, procedureWord(life)]
    : [procedureWord(life)];
  const fit = [clear, now + 8]
    .flatMap((wordsAt) => words.map((each) => ({ words: each, wordsAt, end: wordsAt + lengthOf(each) })))
    .filter(({ wordsAt, end }) => end <= to - 6 && (now < wordsAt - 4 || now > end + 4))
    .toSorted((one, other) => other.words.length - one.words.length)[0];
  return {
    from,
    to,
    present,
    words: fit?.words ?? '',
    wordsAt: fit?.wordsAt ?? from,
    windowFrom: present ? Math.min(place(opensOn), to - 12) : null,
    cause: life.cause === null || life.cause === 'replaced' ? null : life.cause,
  };
}

function lengthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (/[\d.]/.test(character) ? digit : letter), 0);
}

/** 帯の言葉: by which procedure it came. */
export function procedureWord({ procedure }: Pick<CertificateLife, 'procedure'>): string {
  return procedure === 'renew' ? '更新' : '新規';
}

/** 終わりの言葉: what ended it before its time. */
export function endWord(cause: string | null): string {
  if (cause === null) return '';
  if (cause === 'replaced') return '更新で置き換え';
  const names: Readonly<Record<string, string>> = CAUSE_NAMES;
  return `${names[cause] ?? ''} ${cause}`.trim();
}
