import { z } from 'zod';
import { DEFAULT_CALENDAR } from '../../../../src-shared/domain/calendar.ts';
import { counterOpen } from '../../../../src-shared/domain/counter-hours.ts';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import { Office } from '../../../../src-shared/domain/visit.ts';
import { dateOf, PlainDateTime } from '../../../../src-shared/kernel/plain-date-time.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { type RulesCommand, readInput } from './command.ts';

const OpenInput = z.strictObject({ at: PlainDateTime, office: Office });

/** rules open: 窓口が開いているか (L2), with the calendar as seeded. `code` is L2 where it is closed. */
export const openCommand: RulesCommand = {
  name: 'open',
  purpose: '窓口が開いているか (L2)',
  answer: (input) => {
    const read = readInput(OpenInput, input);
    if (!read.ok) return read;
    const { at, office } = read.value;
    const { open, code, text } = counterOpen(at, office, policyOn(dateOf(at)), DEFAULT_CALENDAR);
    return succeed({ open, code, text });
  },
};
