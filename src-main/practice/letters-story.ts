import type { LetterRow } from '../../src-shared/contract/api/letters-api.ts';
import { daysBetween, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import type { PracticeCounter } from './practice-counter.ts';
import type { SeededChance } from './seeded-chance.ts';
import { issueAll } from './visit-story.ts';

const contactNotes = ['留守番電話に入れた', '家のかたに伝えた', ''] as const;

/** 一日の照会: replies and what came back in the morning, calls at noon, the day's letters posted in the afternoon. Answers how many were issued. */
export async function tellLetters(terminal: PracticeCounter, day: PlainDate, chance: SeededChance): Promise<number> {
  let issued = 0;
  const { letters } = await terminal.call('letters.list', {});
  for (const row of letters) {
    if (row.state === 'open') issued += await tellOpenLetter(terminal, row, day, chance);
    if (row.state === 'returned' && chance.below(4) === 0) await post(terminal, [row], chance);
  }
  const waiting = (await terminal.call('letters.list', {})).letters.filter(
    ({ state, summary }) => state === 'toPost' && summary.held === null,
  );
  // Now and then a letter misses the day's post.
  const batch = waiting.filter(() => chance.below(6) !== 0);
  if (batch.length > 0) await post(terminal, batch, chance);
  return issued;
}

async function post(terminal: PracticeCounter, rows: readonly LetterRow[], chance: SeededChance): Promise<void> {
  const cases = rows.map(({ summary }) => ({ case: summary.case, version: summary.version }));
  await terminal.call('letters.post', { requestId: chance.hex(16), cases });
}

async function tellOpenLetter(
  terminal: PracticeCounter,
  row: LetterRow,
  day: PlainDate,
  chance: SeededChance,
): Promise<number> {
  const { summary, daysLeft } = row;
  const letter = summary.letter;
  if (letter === null) return 0;
  const out = daysBetween(plainDate(letter.postedOn), day);
  if (out === 3 && chance.below(14) === 0) {
    const touch = { case: summary.case, version: summary.version };
    await terminal.call('letters.returned', { requestId: chance.hex(16), ...touch, note: '宛所に尋ねあたらない' });
    return 0;
  }
  if (daysLeft !== null && daysLeft <= 5 && row.contacts.length < 2 && chance.below(2) === 0) {
    await terminal.call('letters.contact', {
      requestId: chance.hex(16),
      case: summary.case,
      how: 'telephone',
      reached: chance.below(3) !== 0,
      note: chance.pick(contactNotes),
    });
  }
  // D3: a branch takes no replies.
  const comes = terminal.office === 'shiminka' && out >= 4 && chance.below(9) === 0;
  return comes ? tellReply(terminal, row, chance) : 0;
}

/** 回答が届く: brought by whoever came the first time; now and then with a blank left open. */
async function tellReply(terminal: PracticeCounter, row: LetterRow, chance: SeededChance): Promise<number> {
  const { summary, visitorName, visitorRelation } = row;
  const detail = await terminal.call('case.open', { case: summary.case });
  const capacity = summary.capacity ?? 'holder';
  const reply = {
    case: summary.case,
    version: summary.version,
    scanned: summary.receipt,
    complete: true,
    rightHand: true,
    cardPresent: true,
    visitor: {
      capacity,
      documents: capacity === 'holder' ? detail.visitor.documents : ['driversLicence'],
      name: capacity === 'holder' ? null : (visitorName ?? '例田 代理'),
      relation: capacity === 'holder' ? null : visitorRelation,
    },
    questionsAnswered: capacity === 'holder' ? true : null,
    note: '',
  } as const;
  const { visitor, ...rest } = reply;
  const answer = { ...rest, visitor: { ...visitor, documents: [...visitor.documents] } };
  const accepted = await terminal.call('reply.accept', { requestId: chance.hex(16), ...answer });
  if (chance.below(8) === 0) return 0;
  const revoking = accepted.certificates.filter(
    ({ line, procedure, verdict }) =>
      procedure === 'revoke' &&
      verdict === 'accept' &&
      accepted.summary.lines.some((each) => each.line === line && each.outcome === 'open'),
  );
  const after =
    revoking.length === 0
      ? accepted
      : await terminal.call('revoke.record', {
          requestId: chance.hex(16),
          case: summary.case,
          version: accepted.summary.version,
          lines: revoking.map(({ line }) => line),
        });
  return issueAll(terminal, after, chance, false);
}
