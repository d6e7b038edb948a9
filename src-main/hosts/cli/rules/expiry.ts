import { z } from 'zod';
import { policyOn } from '../../../../src-shared/domain/policy.ts';
import { expiryOf } from '../../../../src-shared/domain/validity.ts';
import { CertificateKind } from '../../../../src-shared/domain/visit.ts';
import { PlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { contradiction, type RulesCommand, readInput } from './command.ts';

const ExpiryInput = z.strictObject({
  kind: CertificateKind,
  procedure: z.enum(['issue', 'renew']),
  bornOn: PlainDate,
  issuedOn: PlainDate,
  cardExpiresOn: PlainDate.nullable(),
  userAuthenticationExpiresOn: PlainDate.nullable(),
});

/** rules expiry: 有効期間の満了日 (V1–V4, V6). A cap given as null is not applied, and is not among the compared dates. */
export const expiryCommand: RulesCommand = {
  name: 'expiry',
  purpose: '有効期間の満了日 (V1–V4)',
  answer: (input) => {
    const read = readInput(ExpiryInput, input);
    if (!read.ok) return read;
    const facts = read.value;
    if (facts.bornOn > facts.issuedOn) {
      return contradiction('生年月日が発行の日より後です。日付を確かめて、もう一度実行してください。');
    }
    const { on, decidedBy, compared } = expiryOf(facts, policyOn(facts.issuedOn));
    return succeed({ expiresOn: on, decidedBy, compared });
  },
};
