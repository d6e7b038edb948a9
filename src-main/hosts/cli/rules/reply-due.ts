import { z } from 'zod';
import { DEFAULT_CALENDAR } from '../../../../src-shared/domain/calendar.ts';
import { replyDue } from '../../../../src-shared/domain/inquiry-letter.ts';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import { PlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { type RulesCommand, readInput } from './command.ts';

const ReplyDueInput = z.strictObject({ postedOn: PlainDate });

/** rules reply-due: 回答の期限 (D2), with the calendar as seeded. */
export const replyDueCommand: RulesCommand = {
  name: 'reply-due',
  purpose: '照会書の回答の期限 (D2)',
  answer: (input) => {
    const read = readInput(ReplyDueInput, input);
    if (!read.ok) return read;
    return succeed(replyDue(read.value.postedOn, policyOn(read.value.postedOn), DEFAULT_CALENDAR));
  },
};
