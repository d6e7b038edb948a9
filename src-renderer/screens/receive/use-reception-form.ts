import { useEffect, useMemo, useState } from 'react';
import type { Office } from '../../../src-shared/domain/visit.ts';
import type { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { knownKey } from '../../store/known-certificates.ts';
import type { UseReception } from '../../store/reception-slice.ts';
import type { Rules } from '../../store/rules.ts';
import { type Field, inFormOrder, isField } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { type FieldIssue, type KnownOfHolder, readReceiveForm } from './receive-form.ts';

const nothingKnown: KnownOfHolder = { certificates: [], ended: [] };

type Result = {
  readonly form: FormHandle;
  /** all that must be mended, whether or not it is shown yet */
  readonly blocking: readonly FieldIssue[];
  /** from now on say what is half typed too: F11 was pressed */
  readonly sayAll: (all: boolean) => void;
};

/** 受付・失効の様式: what was typed, read anew at every key, with the marks that may be shown by now. */
export function useReceptionForm(useReception: UseReception, now: PlainDateTime, office: Office, rules: Rules): Result {
  const { typed, change, known: found, looking, failure, clearFailure } = useReception();
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [all, sayAll] = useState(false);
  const bornOn = useMemo(
    () => readReceiveForm(typed, { at: now, office, rules, known: nothingKnown }).visit.holder.bornOn,
    [typed, now, office, rules],
  );
  const known = bornOn !== null && found?.key === knownKey(typed.name, bornOn) ? found : nothingKnown;
  const reading = useMemo(
    () => readReceiveForm(typed, { at: now, office, rules, known }),
    [typed, now, office, rules, known],
  );
  useKnownCertificates(useReception, typed.name, bornOn, reading.issues);

  const fromMain: readonly FieldIssue[] = (failure?.fields ?? []).flatMap(({ field, message }) =>
    isField(field) && !reading.issues.some((issue) => issue.field === field)
      ? [{ field, message, mend: null, half: false, blocks: true }]
      : [],
  );
  const issues = inFormOrder([...reading.issues, ...fromMain]);
  return {
    sayAll,
    blocking: reading.issues.filter(({ blocks }) => blocks),
    form: {
      typed,
      reading: { ...reading, issues },
      now,
      rules,
      known,
      looking,
      change: (part) => {
        if (failure !== null && failure.fields.length > 0) clearFailure();
        change(part);
      },
      leave: (field) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
      issueAt: (field) =>
        issues.find((issue) => issue.field === field && (!issue.half || all || left.has(field))) ?? null,
    },
  };
}

/** Asked once name and birth date stand for a moment: each answer that finds something is on record (B5). */
function useKnownCertificates(
  useReception: UseReception,
  name: string,
  bornOn: string | null,
  issues: readonly FieldIssue[],
): void {
  const found = useReception((reception) => reception.known);
  const lookUp = useReception((reception) => reception.lookUp);
  const readable = name.trim() !== '' && bornOn !== null && !issues.some(({ field }) => field === 'holder.name');
  const key = readable ? knownKey(name, bornOn) : null;
  useEffect(() => {
    if (key === null || bornOn === null || found?.key === key) return;
    const timer = setTimeout(() => void lookUp(name, bornOn), 700);
    return () => clearTimeout(timer);
  }, [key, name, bornOn, found, lookUp]);
}
