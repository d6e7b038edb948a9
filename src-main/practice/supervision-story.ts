import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import { isExplained } from '../../src-shared/contract/day-log-words.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { passOverNumber } from '../system/pass-over.ts';
import type { Person, PracticeCounter } from './practice-counter.ts';
import type { SeededChance } from './seeded-chance.ts';

type Cells = Input<'close.record'>['days'][number]['cells'];
type Preview = Output<'close.preview'>;

/** 締める二人: one closes, the other checks. */
export type TwoPeople = { readonly closes: Person; readonly checks: Person };

const correctionReason = '申請書の枝番を写し落としていたため';
const gapReasons = ['受付票の用紙が詰まり、次の番号へ進んだため', '番号の札を書き損じたため'] as const;
const differenceReasons = [
  '書込みのやり直しを端末は2件と数えるため',
  '端末の締めのあとに発行したものを端末は翌日に数えるため',
] as const;

/** 番号を飛ばす日: now and then a number is passed over before the next visitor comes. */
export function tellLostNumber(terminal: PracticeCounter, day: PlainDate, chance: SeededChance): void {
  if (chance.below(8) !== 0) return;
  const next = terminal.counter.ledger()?.reads.nextReceiptNumber(day);
  if (next !== undefined) passOverNumber(terminal.folder, day, next);
}

/** 責任者の夕方: answers what waits, corrects what was mistyped, explains passed-over numbers and closes the days that are open. */
export async function tellEvening(
  terminal: PracticeCounter,
  day: PlainDate,
  { closes, checks }: TwoPeople,
  chance: SeededChance,
  isLast: boolean,
): Promise<void> {
  await terminal.signOut();
  await terminal.signIn(closes);
  await answerRequests(terminal, chance);
  if (chance.below(3) === 0) await correctOne(terminal, checks, chance);
  // Now and then a day is closed together with the next.
  if (!isLast && chance.below(8) === 0) return;
  await closeOpenDays(terminal, day, checks, chance);
}

async function answerRequests(terminal: PracticeCounter, chance: SeededChance): Promise<void> {
  const { waiting } = await terminal.call('approval.list', {});
  for (const { request, askedByMe } of waiting) {
    if (askedByMe || chance.below(4) === 0) continue;
    await terminal.call('approval.answer', { requestId: chance.hex(16), request, approve: true, note: '' });
  }
}

/** an address that was mistyped, of a case of the day: asked for by one and approved by the other */
async function correctOne(terminal: PracticeCounter, approver: Person, chance: SeededChance): Promise<void> {
  const { cases } = await terminal.call('home.today', {});
  const own = cases.filter((each) => each.receipt.startsWith(terminal.mark));
  const chosen = own[chance.below(Math.max(1, own.length))];
  if (chosen === undefined) return;
  const detail = await terminal.call('case.open', { case: chosen.case });
  const entry = detail.history.find(({ correctable }) => correctable.some(({ field }) => field === 'address'));
  const address = entry?.correctable.find(({ field }) => field === 'address')?.value;
  if (entry === undefined || address === undefined) return;
  await terminal.call('correction.ask', {
    requestId: chance.hex(16),
    case: chosen.case,
    entry: entry.entry,
    changes: [{ field: 'address', to: `${address}1号` }],
    reason: correctionReason,
    acceptance: { staffNumber: approver.staffNumber, password: approver.password },
  });
}

async function closeOpenDays(
  terminal: PracticeCounter,
  day: PlainDate,
  { staffNumber, password }: Person,
  chance: SeededChance,
): Promise<void> {
  const { days } = await terminal.call('close.overview', {});
  const open = days
    .filter((each) => each.day <= day && each.terminals.some(({ own, closed }) => own && closed === null))
    .map((each) => each.day);
  const compared: Input<'close.record'>['days'] = [];
  for (const each of [...new Set(open)]) {
    const preview = await terminal.call('close.preview', { day: each });
    if (preview.state !== 'open') continue;
    await explainGaps(terminal, preview, chance);
    compared.push({ day: each, cells: reportedOf(preview, chance) });
  }
  if (compared.length === 0) return;
  const acceptance = { staffNumber, password };
  await terminal.call('close.record', { requestId: chance.hex(16), days: compared, acceptance });
}

async function explainGaps(terminal: PracticeCounter, { day, receiptGaps }: Preview, chance: SeededChance) {
  for (const gap of receiptGaps.filter((each) => !isExplained(each))) {
    const reason = chance.pick(gapReasons);
    await terminal.call('close.explainGap', { requestId: chance.hex(16), day, number: gap.sequence, reason });
  }
}

/** 端末の日報: it counts as we do, but for one day in five, when it counts one more somewhere. */
function reportedOf({ cells }: Preview, chance: SeededChance): Cells {
  const differing = chance.below(5) === 0 ? chance.below(cells.length) : -1;
  return cells.map(({ procedure, kind, ours }, index) => {
    const differs = index === differing;
    return {
      ...{ procedure, kind, ours },
      reported: differs ? ours + 1 : ours,
      reason: differs ? chance.pick(differenceReasons) : '',
    };
  });
}
