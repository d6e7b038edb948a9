import type { DraftSummary } from '../../../src-shared/contract/api/home-api.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { DraftRow } from '../ports.ts';
import { noteShown } from '../shown.ts';

type DraftCalls = 'draft.save' | 'draft.open' | 'draft.discard';

/** 入力中の見出し: a draft as lists show it. */
export function summariseDraft(context: Context, row: DraftRow): DraftSummary {
  const owner = openLedger(context)
    .reads.staff()
    .find((staff) => staff.staff === row.owner);
  return {
    draft: row.draft,
    version: row.version,
    task: row.task === 'revoke' ? 'revoke' : 'receive',
    title: row.title,
    owner: owner?.name ?? '',
    ownedByMe: row.owner === context.desk.user()?.staff,
    savedAt: row.savedAt,
  };
}

/** 入力中: typed and not yet recorded. It waits for its clerk, and a colleague can take it over; it is no evidence. */
export function draftHandlers(context: Context): HandlersOf<DraftCalls> {
  return {
    'draft.save': ({ draft, version, task, title, content }) => {
      if ([title, ...textsOf(content)].some((text) => findMyNumbers(text).length > 0)) return refuse('personalNumber');
      const me = context.desk.user();
      if (me === null) return refuse('notSignedIn');
      return record(context, null, (writes) => {
        const stored = writes.draft(draft);
        if (stored === null ? version !== 0 : stored.version !== version || stored.owner !== me.staff)
          return refuse('staleDraft');
        const next: DraftRow = {
          draft,
          owner: me.staff,
          task,
          version: version + 1,
          savedAt: momentOf(context).instant,
          content,
          title,
        };
        writes.saveDraft(next);
        return succeed({ version: next.version });
      });
    },

    'draft.open': ({ draft }) => {
      const me = context.desk.user();
      const row = openLedger(context).reads.draft(draft);
      if (row === null) return refuse('draftNotFound');
      if (me === null) return refuse('notSignedIn');
      const mine = row.owner === me.staff ? row : { ...row, owner: me.staff, version: row.version + 1 };
      if (mine !== row) {
        const saved = record(context, null, (writes) => {
          const stored = writes.draft(draft);
          if (stored === null || stored.version !== row.version) return refuse('staleDraft');
          writes.saveDraft(mine);
          return succeed(null);
        });
        if (!saved.ok) return saved;
      }
      const shown = noteShown(context, 'drafts', [], 1);
      if (!shown.ok) return shown;
      return succeed({ draft: summariseDraft(context, mine), content: mine.content });
    },

    'draft.discard': ({ draft }) =>
      record(context, null, (writes) => {
        const stored = writes.draft(draft);
        if (stored !== null && stored.owner !== context.desk.user()?.staff) return refuse('staleDraft');
        writes.discardDraft(draft);
        return succeed({});
      }),
  };
}

/** 下書きの中の文字: every text and number inside the typed content, however deep, and the names they stand under. */
function textsOf(content: string): readonly string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'number') texts.push(String(value));
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.entries(value).flat().forEach(walk);
  };
  try {
    walk(JSON.parse(content));
  } catch {
    texts.push(content);
  }
  return texts;
}
