import { z } from 'zod';
import { losesEffect } from '../../../../src-shared/domain/revocation.ts';
import { CertificateKind, RevocationCause } from '../../../../src-shared/domain/visit.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { contradiction, type RulesCommand, readInput } from './command.ts';

const RevokeInput = z.strictObject({
  cause: z.enum(['X0', ...RevocationCause.options]),
  kinds: z.array(CertificateKind).min(1),
});

/** rules revoke: 失効の効果 (X0–X5), for the kinds that are asked for, reported or concerned; in the order in which they were given. */
export const revokeCommand: RulesCommand = {
  name: 'revoke',
  purpose: '失効の効果 (X0–X5)',
  answer: (input) => {
    const read = readInput(RevokeInput, input);
    if (!read.ok) return read;
    const { cause, kinds } = read.value;
    if (new Set(kinds).size < kinds.length)
      return contradiction('同じ種類の証明書が2回書かれています。入力を確かめて、もう一度実行してください。');
    return succeed({ effects: kinds.map((kind) => ({ kind, losesEffect: losesEffect(kind, cause), code: cause })) });
  },
};
