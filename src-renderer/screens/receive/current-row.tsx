import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { ChosenItem } from '../../components/chosen-item.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { bothDay, eraDay } from '../../words/day-words.ts';
import { CurrentFields } from './current-fields.tsx';
import type { KnownCertificate } from './current-reading.ts';
import { offersOf, windowWord } from './current-window.ts';
import { fieldId } from './fields.ts';
import { type FormHandle, rowProblems } from './form-handle.ts';
import { OfferLines } from './offer-lines.tsx';

/** いまの証明書の行: those our own ledger knows stand there; for the rest the clerk says what the terminal shows. */
export function CurrentRow({ form }: { readonly form: FormHandle }) {
  const { typed, change, reading, known, looking, rules } = form;
  const { certificates, ended } = known;
  const today = dateOf(reading.visit.at);
  const policy = rules.policyOf(today);
  const asked = reading.visit.lines.map(({ kind }) => kind);
  const knownForAll = asked.every((kind) => certificates.some((each) => each.kind === kind));
  const asks = certificates.length === 0 || !knownForAll;
  return (
    <FormRow
      label="いまの証明書"
      subjectEnd
      problems={rowProblems(form, ['current.userAuthentication', 'current.signature'])}
    >
      {alike(certificates).map(({ label, certificate }) => (
        <ChosenItem
          key={`${label} ${certificate.expiresOn}`}
          label={`${label} ${bothDay(certificate.expiresOn)}まで`}
          note={windowWord(certificate, today, policy)}
        />
      ))}
      {ended.map(({ kind, on }) => (
        <ChosenItem key={`${kind} ${on} ended`} label={`${KIND_NAMES[kind]} ${eraDay(on)}に失効済み`} />
      ))}
      {asks && (
        <Segments
          legend={certificates.length === 0 ? 'いまの証明書' : 'ほかの証明書'}
          legendShown={certificates.length === 0 ? 'hidden' : 'beside'}
          id={fieldId('current')}
          options={[
            { value: 'none', label: 'なし' },
            { value: 'some', label: 'あり' },
          ]}
          value={typed.currentAnswer}
          onChange={(currentAnswer) => change({ currentAnswer })}
        />
      )}
      {asks && typed.currentAnswer === null && (
        <span className="form-row-aside">{looking ? '台帳を探しています' : '統合端末の表示を確かめます'}</span>
      )}
      {asks && typed.currentAnswer === 'some' && (
        <>
          <CurrentFields
            form={form}
            kind="userAuthentication"
            value={typed.currentUserAuthentication}
            onChange={(currentUserAuthentication) => change({ currentUserAuthentication })}
          />
          <CurrentFields
            form={form}
            kind="signature"
            value={typed.currentSignature}
            onChange={(currentSignature) => change({ currentSignature })}
          />
        </>
      )}
      <OfferLines form={form} offers={offersOf(typed, reading, policy)} />
    </FormRow>
  );
}

/** What ends on the same day is said once of both. */
function alike(
  certificates: readonly KnownCertificate[],
): readonly { readonly label: string; readonly certificate: KnownCertificate }[] {
  const [first, second] = certificates;
  const both = certificates.length === 2 && first?.expiresOn === second?.expiresOn && first?.kind !== second?.kind;
  return both && first !== undefined
    ? [{ label: 'どちらも', certificate: first }]
    : certificates.map((certificate) => ({ label: KIND_NAMES[certificate.kind], certificate }));
}
