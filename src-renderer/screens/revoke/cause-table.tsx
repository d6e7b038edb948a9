import type { RevocationCause } from '../../../src-shared/domain/visit.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { fieldId } from '../receive/fields.ts';
import { causeRows, type Effect, effectOf } from './cause-words.ts';

type Props = {
  readonly value: RevocationCause | null;
  readonly onChoose: (cause: RevocationCause) => void;
  /** X5 is a supervisor's; null where one is at work */
  readonly rangeRefusal: string | null;
};

/** 失効の事由の表 (X1–X5): one to choose, each with what it does to either kind. */
export function CauseTable({ value, onChoose, rangeRefusal }: Props) {
  const stands = value ?? 'X1';
  return (
    <table className="cause-table">
      <caption className="visually-hidden">失効の事由</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">選択</span>
          </th>
          <th scope="col">事由</th>
          <th scope="col">
            <span className="visually-hidden">手続</span>
          </th>
          <th scope="col">署名用</th>
          <th scope="col">利用者証明用</th>
        </tr>
      </thead>
      <tbody>
        {causeRows.map(({ cause, letter, name, by }) => {
          const refusal = cause === 'X5' ? rangeRefusal : null;
          const wordsId = `cause-${cause}`;
          return (
            <tr
              key={cause}
              data-chosen={cause === value ? '' : undefined}
              data-refused={refusal === null ? undefined : ''}
            >
              <td className="radio">
                <input
                  type="radio"
                  name="revoke-cause"
                  id={cause === stands ? fieldId('lines') : undefined}
                  aria-labelledby={wordsId}
                  aria-describedby={`${wordsId}-by`}
                  aria-disabled={refusal === null ? undefined : true}
                  checked={cause === value}
                  onChange={() => {
                    if (refusal === null) onChoose(cause);
                  }}
                />
              </td>
              <th scope="row" id={wordsId}>
                <CodeChip code={cause} /> {letter} <b>{name}</b>
              </th>
              <td id={`${wordsId}-by`}>{refusal ?? by}</td>
              <EffectCell effect={effectOf(cause, 'signature')} />
              <EffectCell effect={effectOf(cause, 'userAuthentication')} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function EffectCell({ effect: { loses, sure, words } }: { readonly effect: Effect }) {
  const tone = sure ? (loses ? 'stop' : 'good') : 'plain';
  return (
    <td className="cause-effect" data-tone={tone}>
      {sure && <Icon name={loses ? 'slash' : 'arrowRight'} />}
      {words}
    </td>
  );
}
