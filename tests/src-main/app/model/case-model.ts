import { DEFAULT_CALENDAR, isOpenDay } from '../../../../src-shared/domain/calendar.ts';
import { addDays, type PlainDate, plainDate } from '../../../../src-shared/kernel/plain-date.ts';

// The rulebook's table "The case", written once more and as plainly as it stands there.

export type Kind = 'signature' | 'userAuthentication';
export type Visit = {
  readonly kinds: readonly Kind[];
  readonly procedure: 'issue' | 'renew' | 'reissue';
  readonly who: 'holder' | 'unconfirmed' | 'agent';
};
export type ModelLine = {
  readonly line: number;
  readonly kind: Kind;
  readonly procedure: 'issue' | 'renew' | 'revoke';
  outcome: 'open' | 'issued' | 'renewed' | 'revoked' | 'withdrawn' | 'refused';
  held: boolean;
};
export type Model = {
  readonly route: 'sameDay' | 'inquiry';
  readonly receivedOn: PlainDate;
  /** the end of the certificates that the holder brought, both kinds alike; null where there are none */
  readonly brought: PlainDate | null;
  step: 'verified' | 'letterPosted' | 'letterReturned' | 'replyAccepted' | 'withdrawn' | 'refused' | 'finished';
  day: PlainDate;
  version: number;
  parked: boolean;
  letters: number;
  acceptedUntil: PlainDate | null;
  /** the end of the user certificate issued in this visit, which caps the other (V4) */
  cap: PlainDate | null;
  readonly lines: ModelLine[];
};

type Flags = { readonly stale: boolean; readonly twice: boolean };
export type Act = Flags &
  (
    | { readonly do: 'park' | 'takeUp' | 'post' | 'returned' | 'contact' }
    | { readonly do: 'wait'; readonly days: number }
    | { readonly do: 'reply'; readonly complete: boolean }
    | { readonly do: 'withdraw' | 'revoke'; readonly lines: readonly number[] }
    | { readonly do: 'refuseLine'; readonly line: number }
    | {
        readonly do: 'issue';
        readonly typed: readonly { readonly line: number; readonly shorter: boolean }[];
        readonly accepted: boolean;
      }
  );

/** born on 1 April: the n-th birthday after a day, one on the day itself not counted (V1, V2) */
function birthdayAfter(day: PlainDate, count: number): PlainDate {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5) < '04-01' ? year : year + 1;
  return plainDate(`${first + count - 1}-04-01`);
}

/** the certificates of a renewal end 40 days after the reception: longer than a letter takes, shorter than the window */
export const renewalDays = 40;
export const reissueDays = 730;

const done: readonly ModelLine['outcome'][] = ['issued', 'renewed', 'revoked'];

/** a certificate that the holder brought stands until it ends, or until this visit ends it; one to be revoked is in nobody's way */
function stands(model: Model, kind: Kind): boolean {
  const gone = model.lines.some(
    (line) =>
      line.kind === kind && (done.includes(line.outcome) || (line.procedure === 'revoke' && line.outcome === 'open')),
  );
  return !gone && model.brought !== null && model.day <= model.brought;
}

const isRenewal = (model: Model, line: ModelLine): boolean => line.procedure === 'renew' && stands(model, line.kind);

/** E4: a new one beside one that stands */
export const isRefused = (model: Model, line: ModelLine): boolean =>
  line.procedure === 'issue' && stands(model, line.kind);

export function oursOf(model: Model, line: ModelLine): PlainDate {
  const own = birthdayAfter(model.day, isRenewal(model, line) ? 6 : 5);
  const staying = stands(model, 'userAuthentication') ? model.brought : null;
  const cap = model.cap ?? staying;
  return line.kind === 'signature' && cap !== null && cap < own ? cap : own;
}

export const typedDate = (model: Model, line: ModelLine, shorter: boolean): PlainDate =>
  shorter ? addDays(oursOf(model, line), -30) : oursOf(model, line);

export function openDayFrom(day: PlainDate): PlainDate {
  let open = day;
  while (!isOpenDay(open, 'shiminka', DEFAULT_CALENDAR)) open = addDays(open, 1);
  return open;
}

export function hasLapsed(model: Model): boolean {
  return model.step === 'letterPosted' && model.acceptedUntil !== null && model.acceptedUntil < model.day;
}

export const hasEnded = (model: Model): boolean => model.lines.every((line) => line.outcome !== 'open');

function settle(model: Model): void {
  if (!hasEnded(model)) return;
  if (model.lines.some(({ outcome }) => done.includes(outcome))) model.step = 'finished';
  else model.step = model.lines.some(({ outcome }) => outcome === 'withdrawn') ? 'withdrawn' : 'refused';
}

const lineIn = (model: Model, line: number) =>
  model.lines.find((each) => each.line === line && each.outcome === 'open');
const mayFinish = (model: Model): boolean =>
  model.step === 'replyAccepted' || (model.step === 'verified' && model.route === 'sameDay');

/** what the rulebook expects: the refusal's code, or null after changing the model */
export function expectOf(model: Model, act: Act): string | null {
  if (act.do === 'wait') {
    model.day = openDayFrom(addDays(model.day, act.days));
    return null;
  }
  if (act.do === 'contact') return null; // a note beside the case, whatever its state
  if (act.stale) return 'staleVersion';
  if (hasEnded(model)) return 'caseEnded';
  if (hasLapsed(model)) return 'caseLapsed';
  const refusal = step(model, act);
  if (refusal === null && act.do !== 'park') model.parked = false;
  return refusal;
}

function step(model: Model, act: Exclude<Act, { do: 'wait' }>): string | null {
  switch (act.do) {
    case 'park':
    case 'takeUp':
      model.version += 1;
      model.parked = act.do === 'park';
      return null;
    case 'withdraw': {
      if (act.lines.some((line) => lineIn(model, line) === undefined)) return 'lineNotOpen';
      for (const line of act.lines) Object.assign(lineIn(model, line) ?? {}, { outcome: 'withdrawn', held: false });
      model.version += 1;
      settle(model);
      return null;
    }
    case 'refuseLine': {
      const line = lineIn(model, act.line);
      if (line === undefined) return 'lineNotOpen';
      if (model.step !== 'verified' && model.step !== 'replyAccepted') return 'wrongStep';
      if (!isRefused(model, line)) return 'stillAllowed';
      Object.assign(line, { outcome: 'refused', held: false });
      model.version += 1;
      settle(model);
      return null;
    }
    case 'post': {
      const may = ['verified', 'letterPosted', 'letterReturned'].includes(model.step);
      if (model.lines.some((line) => line.held && line.outcome === 'open')) return 'waitsForSecondPerson';
      if (model.route !== 'inquiry' || !may) return 'wrongStep';
      model.letters += 1;
      model.acceptedUntil = openDayFrom(addDays(model.day, 30));
      model.step = 'letterPosted';
      model.version += 1;
      return null;
    }
    case 'returned':
      if (model.step !== 'letterPosted') return 'wrongStep';
      model.step = 'letterReturned';
      model.version += 1;
      return null;
    case 'reply':
      if (model.step !== 'letterPosted') return 'wrongStep';
      if (!act.complete) return 'replyNotAccepted';
      model.step = 'replyAccepted';
      model.version += 1;
      return null;
    case 'revoke':
      return revoke(model, act.lines);
    case 'issue':
      return issue(model, act);
    case 'contact':
      return null;
  }
}

function revoke(model: Model, lines: readonly number[]): string | null {
  const asked = lines.map((line) => lineIn(model, line)).filter((line) => line?.procedure === 'revoke');
  if (asked.length < lines.length) return 'lineNotOpen';
  if (!mayFinish(model)) return 'wrongStep';
  for (const line of asked) Object.assign(line ?? {}, { outcome: 'revoked' });
  model.version += asked.length;
  settle(model);
  return null;
}

function issue(model: Model, act: Extract<Act, { do: 'issue' }>): string | null {
  const asked = act.typed.map(({ line, shorter }) => ({ shorter, line: lineIn(model, line) }));
  if (asked.some(({ line }) => line === undefined || line.procedure === 'revoke')) return 'lineNotOpen';
  if (!mayFinish(model)) return 'wrongStep';
  const revoking = model.lines.filter((line) => line.procedure === 'revoke' && line.outcome === 'open');
  if (asked.some(({ line }) => revoking.some((each) => each.kind === line?.kind))) return 'revokeFirst';
  const user = model.lines.find(
    (line) => line.kind === 'userAuthentication' && line.procedure !== 'revoke' && line.outcome === 'open',
  );
  const signature = asked.find(({ line }) => line?.kind === 'signature');
  if (signature !== undefined && user !== undefined && !asked.some(({ line }) => line === user)) {
    return 'signatureBeforeUserAuthentication';
  }
  const inOrder = asked.toSorted((left, right) => Number(left === signature) - Number(right === signature));
  const before = { version: model.version, cap: model.cap, lines: model.lines.map((line) => ({ ...line })) };
  for (const { line, shorter } of inOrder) {
    if (line === undefined) continue;
    if (isRefused(model, line)) {
      // all of it or nothing
      Object.assign(model, { version: before.version, cap: before.cap });
      for (const [index, each] of before.lines.entries()) Object.assign(model.lines[index] ?? {}, each);
      return 'noLongerAllowed';
    }
    const date = typedDate(model, line, shorter);
    if (shorter && !(line.held && act.accepted)) {
      line.held = true;
      model.version += 1;
      break;
    }
    const outcome = isRenewal(model, line) ? 'renewed' : 'issued';
    model.version += line.held ? 2 : 1;
    Object.assign(line, { held: false, outcome });
    if (line.kind === 'userAuthentication') model.cap = date;
  }
  settle(model);
  return null;
}
