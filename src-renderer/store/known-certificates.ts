import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { call } from '../bridge/client.ts';
import type { KnownCertificate } from '../screens/receive/current-reading.ts';
import type { ReceptionSlice } from './reception-slice.ts';

type Part = Pick<ReceptionSlice, 'known' | 'looking'>;

/** だれについて探したか: a name and a birth date as one key. */
export function knownKey(name: string, bornOn: string): string {
  return `${name.trim()}\n${bornOn}`;
}

/** いまの証明書を探す: only the answer to the last question counts; one that failed is asked again at the next change. */
export function knownCertificates(set: (part: Partial<Part>) => void, get: () => Part): Pick<ReceptionSlice, 'lookUp'> {
  let newest = '';
  return {
    lookUp: async (name, bornOn) => {
      const key = knownKey(name, bornOn);
      if (get().known?.key === key) return;
      newest = key;
      set({ looking: true });
      const answer = await call('person.knownCertificates', { name: name.trim(), bornOn });
      if (newest !== key) return;
      if (!answer.ok) {
        set({ looking: false });
        return;
      }
      const certificates = answer.value.certificates.map(
        ({ issuedOn, expiresOn, ...known }): KnownCertificate => ({
          ...known,
          issuedOn: plainDate(issuedOn),
          expiresOn: plainDate(expiresOn),
        }),
      );
      const ended = answer.value.ended.map(({ kind, on }) => ({ kind, on: plainDate(on) }));
      set({ looking: false, known: { key, certificates, ended } });
    },
  };
}
