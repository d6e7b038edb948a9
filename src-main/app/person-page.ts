import type { PersonPage } from '../../src-shared/contract/api/person-api.ts';
import { spellingOnCertificate } from '../../src-shared/domain/characters.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { summariseCase } from './case-summary.ts';
import { type Context, momentOf } from './context.ts';
import { differenceWords } from './person-differences.ts';
import { timelineOf } from './person-timeline.ts';
import { possibleToday } from './person-today.ts';
import { casesOfGroup, type PersonGroup, possiblySame, rowOf, rowOfFound } from './persons.ts';
import type { LedgerReads } from './ports.ts';

/** 人の頁: certificates, cases, what happened and who looked, what could be done today, and which records may be the same person's. */
export function personPage(context: Context, reads: LedgerReads, group: PersonGroup): PersonPage {
  const { day, policy } = momentOf(context);
  const cases = casesOfGroup(group);
  const [{ holder }] = group.own.cases;
  const withCard = cases.find((each) => each.holder.cardExpiresOn !== null)?.holder ?? holder;
  const certificates = cases.toReversed().flatMap(({ state }) => reads.certificateLives(state.case));
  const staff = reads.staff();
  return {
    person: rowOfFound(reads, group),
    sex: holder.sex,
    certificateName: spellingOnCertificate(holder.name, holder.nameSubstitutions),
    cardExpiresOn: withCard.cardExpiresOn,
    certificates: certificates.toSorted((one, other) => one.issuedOn.localeCompare(other.issuedOn)),
    cases: cases.map((row) => summariseCase(row, staff, day)),
    timeline: [...timelineOf(reads, cases)],
    today: [
      ...possibleToday(
        {
          holder: { ...holder, bornOn: plainDate(holder.bornOn) },
          card: {
            medium: withCard.medium,
            expiresOn: withCard.cardExpiresOn === null ? null : plainDate(withCard.cardExpiresOn),
            expiryKnown: withCard.cardExpiresOn !== null,
          },
          certificates,
        },
        day,
        policy,
      ),
    ],
    possiblySame: possiblySame(reads, group).map((other) => ({
      person: rowOf(other, other.cases.length, true),
      differs: differenceWords(group.own, other),
    })),
    joined: group.joined.map((other) => ({
      join: other.join,
      person: rowOf(other, other.cases.length, false),
      reason: reads.joinReason(other.join) ?? '',
    })),
  };
}
