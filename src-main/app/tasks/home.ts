import { succeed } from '../../../src-shared/kernel/result.ts';
import { summariseCase } from '../case-summary.ts';
import { type Context, momentOf, openLedger, placeOf } from '../context.ts';
import type { HandlersOf } from '../handler.ts';
import { noteShown } from '../shown.ts';
import { summariseDraft } from './drafts.ts';

type HomeCalls = 'home.today' | 'person.knownCertificates';

/** 今日の窓口: what came in today, what waits, and what earlier days left behind. */
export function homeHandlers(context: Context): HandlersOf<HomeCalls> {
  return {
    'home.today': () => {
      const { reads } = openLedger(context);
      const { day } = momentOf(context);
      const { office } = placeOf(reads);
      const staff = reads.staff();
      const cases = reads.casesOfDay(office, day).map((row) => summariseCase(row, staff));
      const unfinishedBefore = reads.unfinishedBefore(office, day).map((row) => summariseCase(row, staff));
      const drafts = reads.drafts().map((row) => summariseDraft(context, row));
      const ids = [...cases, ...unfinishedBefore].map((each) => each.case);
      if (ids.length + drafts.length > 0) {
        const shown = noteShown(context, 'home', ids, ids.length + drafts.length);
        if (!shown.ok) return shown;
      }
      return succeed({ day, cases, drafts, unfinishedBefore });
    },

    'person.knownCertificates': ({ name, bornOn }) => {
      const { day } = momentOf(context);
      const rows = openLedger(context).reads.certificatesOf(name, bornOn);
      const valid = rows.filter((row) => row.endedOn === null && row.expiresOn >= day);
      if (valid.length > 0) {
        const cases = [...new Set(valid.map((row) => row.case))];
        const shown = noteShown(context, 'knownCertificates', cases, valid.length);
        if (!shown.ok) return shown;
      }
      return succeed({
        certificates: valid.map(({ kind, issuedOn, expiresOn }) => ({ kind, issuedOn, expiresOn })),
      });
    },
  };
}
