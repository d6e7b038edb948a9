import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, record } from '../context.ts';
import { endingSoon } from '../ending-soon.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
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
} as const;

/** 一覧: what ends soon. */
export function listHandlers(context: Context): HandlersOf<ListCalls> {
  return {
    'list.export': async ({ requestId, list, case: caseId, format, dueBefore }) => {
      const view = listView(context, { list, case: caseId, dueBefore, days: 'iso' });
      if (!view.ok) return view;
      const { printable, cases, office } = view.value;
      const rows = printable.rows.length;
      const noted = record(context, requestId, (writes) => {
        writes.append({
          name: 'exported/3',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { what: list, format, day: momentOf(context).day, office, rows },
          personal: null,
        });
        return succeed({});
      });
      if (!noted.ok) return noted;
      const shown = noteShown(context, shownAs[list], cases, rows);
      if (!shown.ok) return shown;
      const { listCsv, listXlsx } = context.documents;
      const file = format === 'csv' ? listCsv(printable) : await listXlsx(printable);
      const saved = context.files.save(file.name, file.content);
      return saved.ok ? succeed({ path: saved.value.path, rows }) : refuse('fileNotWritten');
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
