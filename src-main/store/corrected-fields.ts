import * as z from 'zod';
import { personalRecords } from '../../src-shared/domain/case/personal-records.ts';

const Fields = z.record(z.string(), z.json());

/**
 * 訂正を当てる (B1): the recorded fields with what the corrections, oldest first, put in their place. The record itself never
 * changes. A correction that no longer parses was erased or is damage that the verifier names; it changes nothing here.
 */
export function applyChanges(
  fields: unknown,
  corrections: readonly string[],
): Readonly<Record<string, z.core.util.JSONType>> {
  const corrected = { ...Fields.parse(fields) };
  for (const text of corrections) {
    const parsed = personalRecords['entryCorrected/1'].safeParse(JSON.parse(text));
    for (const { field, to } of parsed.data?.changes ?? []) {
      if (Object.hasOwn(corrected, field)) corrected[field] = to;
    }
  }
  return corrected;
}
