import { z } from 'zod';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import { renewalWindow } from '../../../../src-shared/domain/renewal.ts';
import { PlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { type RulesCommand, readInput } from './command.ts';

const RenewalWindowInput = z.strictObject({ expiresOn: PlainDate });

/** rules renewal-window: 更新できる期間 (W1). */
export const renewalWindowCommand: RulesCommand = {
  name: 'renewal-window',
  purpose: '更新できる期間 (W1)',
  answer: (input) => {
    const read = readInput(RenewalWindowInput, input);
    if (!read.ok) return read;
    return succeed(renewalWindow(read.value.expiresOn, policyOn(read.value.expiresOn)));
  },
};
