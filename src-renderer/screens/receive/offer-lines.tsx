import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { OFFER_NAMES, type Offer, offerSentence } from './current-window.ts';
import type { FormHandle } from './form-handle.ts';
import { takeOffer } from './lines-of-form.ts';

type Props = { readonly form: FormHandle; readonly offers: readonly Offer[] };

/** 申し出の行: what stands against the procedure, and the one that is open instead for one press. Enter in the form comes by. */
export function OfferLines({ form, offers }: Props) {
  return (
    <>
      {offers.map((offer) => {
        const { code, kinds, procedure } = offer;
        return (
          <p key={kinds.join(' ')} className="receive-offer">
            <Icon name="warning" />
            <span>
              {offerSentence(offer)} <CodeChip code={code} />
            </span>
            {procedure !== null && (
              <button
                type="button"
                className="button button-small"
                data-enter-stop=""
                onClick={() => form.change(takeOffer(form.typed, kinds, procedure))}
              >
                {OFFER_NAMES[procedure]}
              </button>
            )}
          </p>
        );
      })}
    </>
  );
}
