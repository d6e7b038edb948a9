import { DEFAULT_CALENDAR } from '../../src-shared/domain/calendar.ts';
import { judgeVisit } from '../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../src-shared/domain/policy.ts';
import { VisitFacts } from '../../src-shared/domain/visit.ts';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';

/** 判定の速さ: whole visits judged in a second, over facts of every sort. */
export type DecideFigure = { readonly perSecond: number; readonly visits: number; readonly kinds: number };

const today = plainDate('2026-11-24');

function variedFacts(): readonly VisitFacts[] {
  const facts: VisitFacts[] = [];
  for (const procedure of ['issue', 'renew', 'revoke'] as const)
    for (const capacity of ['holder', 'agent', 'statutoryRepresentative'] as const)
      for (const age of [10, 14, 15, 38, 90])
        for (const name of ['見本 花子', '\u{9AD9}橋 \u{FA11}子', '辻\u{E0100} 一郎'])
          for (const daysLeft of [-1, 0, 40, 2_000]) {
            const cause = procedure === 'revoke' ? ('X1' as const) : null;
            facts.push(
              VisitFacts.parse({
                at: '2026-11-24T10:42',
                office: 'shiminka',
                lines: [
                  { kind: 'signature', procedure, cause },
                  { kind: 'userAuthentication', procedure, cause },
                ],
                holder: {
                  name,
                  address: '愛知県稲沢市見本町1番地',
                  bornOn: `${2026 - age}-04-01`,
                  inRegister: true,
                  adultWard: false,
                },
                card: { medium: 'myNumberCard', expiresOn: addDays(today, daysLeft + 30), expiryKnown: true },
                visitor: { capacity, documents: ['driversLicence'], reason: '入院のため' },
                current:
                  procedure === 'issue'
                    ? []
                    : [{ kind: 'signature', issuedOn: '2021-11-24', expiresOn: addDays(today, daysLeft) }],
                ended: [],
                substitutions: { name: [], address: [] },
              }),
            );
          }
  return facts;
}

/** 判定を計る: after a warm-up round, for at least this many milliseconds. */
export function benchDecide(milliseconds = 2_000): DecideFigure {
  const facts = variedFacts();
  const policy = policyOn(today);
  const round = () => facts.filter((each) => judgeVisit(each, policy, DEFAULT_CALENDAR).verdict === 'accept').length;
  if (round() === 0) throw new Error('no visit was accepted: the facts are not what they were meant to be');
  const start = performance.now();
  let visits = 0;
  while (performance.now() - start < milliseconds) {
    round();
    visits += facts.length;
  }
  return {
    perSecond: Math.round((visits / (performance.now() - start)) * 1000),
    visits,
    kinds: facts.length,
  };
}
