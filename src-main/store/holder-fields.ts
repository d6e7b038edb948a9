import { earlierHolder } from '../../src-shared/domain/case/earlier-events.ts';
import type { PersonalRecord } from '../../src-shared/domain/case/event.ts';
import { personalRecords } from '../../src-shared/domain/case/personal-records.ts';

/** 本人の欄を読む: a reception's record of any version, as today's; `correct` puts the corrections in. Null where it no longer parses. */
export function readHolderFields(
  text: string,
  correct: (fields: unknown) => unknown,
): PersonalRecord<'caseReceived/2'> | null {
  const fields: unknown = JSON.parse(text);
  const parsed = personalRecords['caseReceived/2'].safeParse(correct(earlierHolder(fields) ?? fields));
  return parsed.success ? parsed.data : null;
}
