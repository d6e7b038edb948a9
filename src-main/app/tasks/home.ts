import { succeed } from '../../../src-shared/kernel/result.ts';
import { summariseCase } from '../case-summary.ts';
import { type Context, momentOf, openLedger, placeOf } from '../context.ts';
import type { HandlersOf } from '../handler.ts';
import { samplingAhead } from '../sampling-draw.ts';
import { noteShown } from '../shown.ts';
import { knownOfHolder, standingOf } from '../visit-facts.ts';
import { summariseDraft } from './drafts.ts';
import { dueSoon } from './letters.ts';

type HomeCalls = 'home.today' | 'person.knownCertificates';

/** 今日の窓口: what came in today, what waits, and what earlier days left behind. */
export function homeHandlers(context: Context): HandlersOf<HomeCalls> {
  return {
    'home.today': () => {
      const { reads } = openLedger(context);
      const { day } = momentOf(context);
      const { office } = placeOf(reads);
      const staff = reads.staff();
      const cases = reads.casesOfDay(office, day).map((row) => summariseCase(row, staff, day));
      const unfinishedBefore = reads.unfinishedBefore(office, day).map((row) => summariseCase(row, staff, day));
      const drafts = reads.drafts().map((row) => summariseDraft(context, row));
      const ids = [...cases, ...unfinishedBefore].map((each) => each.case);
      if (ids.length + drafts.length > 0) {
        const shown = noteShown(context, 'home', ids, ids.length + drafts.length);
        if (!shown.ok) return shown;
      }
      return succeed({
        day,
        cases,
        drafts,
        unfinishedBefore,
        lettersDueSoon: dueSoon(reads, office, day),
        approvalsWaiting: reads.approvals().length,
        sampling: samplingAhead(context, office, day),
      });
    },

    'person.knownCertificates': ({ name, bornOn }) => {
      const { day } = momentOf(context);
      const known = knownOfHolder(openLedger(context).reads, name, bornOn);
      const rows = known.certificates;
      const { current, ended } = standingOf([], known, day);
      if (current.length + ended.length > 0) {
        const shown = noteShown(context, 'knownCertificates', [...new Set(rows.map((row) => row.case))], rows.length);
        if (!shown.ok) return shown;
      }
      return succeed({ certificates: [...current], ended: [...ended] });
    },
  };
}
