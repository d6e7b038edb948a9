import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf } from '../context.ts';
import { endingSoon } from '../ending-soon.ts';
import type { HandlersOf } from '../handler.ts';
import { writeOutList } from '../list-out.ts';
import { listView } from '../list-views.ts';
import { printList } from '../print-out.ts';
import { noteShown } from '../shown.ts';

type ListCalls = 'list.endingSoon' | 'list.export' | 'list.print';

const shownAs = {
  today: 'home',
  unfinished: 'home',
  letters: 'letters',
  lettersEverywhere: 'letters',
  endingSoon: 'endingSoon',
  person: 'person',
  settings: 'settings',
} as const;

/** 一覧: what ends soon. */
export function listHandlers(context: Context): HandlersOf<ListCalls> {
  return {
    'list.export': ({ requestId, list, case: caseId, format, dueBefore }) => {
      const view = listView(context, { list, case: caseId, dueBefore, days: 'iso' });
      if (!view.ok) return view;
      const { printable, cases, office } = view.value;
      const { day } = momentOf(context);
      const names = { what: list, shownAs: shownAs[list], day, until: null, office } as const;
      return writeOutList(context, { ...names, requestId, format, list: printable, cases });
    },

    'list.print': async ({ requestId, list, case: caseId, to }) => {
      const view = listView(context, { list, case: caseId, dueBefore: null, days: 'spoken' });
      if (!view.ok) return view;
      const { printable, cases } = view.value;
      const printed = await printList(context, { requestId, to, list: printable, cases });
      return printed.ok ? succeed({ path: printed.value.path, rows: printable.rows.length }) : printed;
    },

    'list.endingSoon': () => {
      const { certificates, more } = endingSoon(context);
      const { day } = momentOf(context);
      if (certificates.length > 0) {
        const cases = [...new Set(certificates.map((each) => each.case))];
        const shown = noteShown(context, 'endingSoon', cases, certificates.length);
        if (!shown.ok) return shown;
      }
      return succeed({ day, certificates: [...certificates], more });
    },
  };
}
