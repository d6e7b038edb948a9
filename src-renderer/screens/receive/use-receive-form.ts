import { useEffect, useMemo, useState } from 'react';
import type { Office } from '../../../src-shared/domain/visit.ts';
import type { PlainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';
import { knownKey } from '../../store/known-certificates.ts';
import { type Known, useReceive } from '../../store/receive-slice.ts';
import { type Field, inFormOrder, isField } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { type FieldIssue, readReceiveForm } from './receive-form.ts';

const nobody: Known['certificates'] = [];

type Result = {
  readonly form: FormHandle;
  readonly known: Known['certificates'];
  /** all that must be mended, whether or not it is shown yet */
  readonly blocking: readonly FieldIssue[];
  /** from now on say what is half typed too: F11 was pressed */
  readonly sayAll: (all: boolean) => void;
};

/** 受付の様式: what was typed, read anew at every key, with the marks that may be shown by now. */
export function useReceiveForm(at: PlainDateTime, office: Office): Result {
  const { typed, change, known: found, failure, clearFailure } = useReceive();
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const [all, sayAll] = useState(false);
  const bornOn = useMemo(
    () => readReceiveForm(typed, { at, office, known: nobody }).visit.holder.bornOn,
    [typed, at, office],
  );
  const known = bornOn !== null && found?.key === knownKey(typed.name, bornOn) ? found.certificates : nobody;
  const reading = useMemo(() => readReceiveForm(typed, { at, office, known }), [typed, at, office, known]);
  useKnownCertificates(typed.name, bornOn, reading.issues);

  const fromMain: readonly FieldIssue[] = (failure?.fields ?? []).flatMap(({ field, message }) =>
    isField(field) && !reading.issues.some((issue) => issue.field === field)
      ? [{ field, message, mend: null, half: false, blocks: true }]
      : [],
  );
  const issues = inFormOrder([...reading.issues, ...fromMain]);
  return {
    known,
    sayAll,
    blocking: reading.issues.filter(({ blocks }) => blocks),
    form: {
      typed,
      reading: { ...reading, issues },
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
function useKnownCertificates(name: string, bornOn: string | null, issues: readonly FieldIssue[]): void {
  const found = useReceive((receive) => receive.known);
  const lookUp = useReceive((receive) => receive.lookUp);
  const readable = name.trim() !== '' && bornOn !== null && !issues.some(({ field }) => field === 'holder.name');
  const key = readable ? knownKey(name, bornOn) : null;
  useEffect(() => {
    if (key === null || bornOn === null || found?.key === key) return;
    const timer = setTimeout(() => void lookUp(name, bornOn), 700);
    return () => clearTimeout(timer);
  }, [key, name, bornOn, found, lookUp]);
}
