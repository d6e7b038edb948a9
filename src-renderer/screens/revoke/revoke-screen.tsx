import { useState } from 'react';
import type { VerdictWords } from '../../components/reasons/verdict-words.ts';
import { useIssuer } from '../../store/issuer-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useRevoke } from '../../store/revoke-slice.ts';
import { type ActWords, ReceptionScreen } from '../receive/reception-screen.tsx';
import { isTouched } from '../receive/typed.ts';
import { causeChosen, nothingChosen } from './cause-words.ts';
import { IssuerScreen } from './issuer-screen.tsx';
import { RevokeForm } from './revoke-form-sheet.tsx';
import { useHolderOfCase } from './use-holder-of-case.ts';

type Props = { readonly draft: string | null; readonly holder: string | null };

/** 失効 (F5): one holder's certificates by X1–X4; X5 names a range and is a supervisor's. */
export function RevokeScreen({ draft, holder }: Props) {
  const range = useIssuer((issuer) => issuer.chosen);
  const choose = useIssuer((issuer) => issuer.choose);
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  const [fromRange, setFromRange] = useState(false);
  useHolderOfCase(holder);
  if (range && role !== 'clerk' && draft === null && holder === null) {
    return (
      <IssuerScreen
        onCause={(cause) => {
          setFromRange(true);
          choose(false);
          useRevoke.getState().change(causeChosen(cause));
        }}
      />
    );
  }
  return (
    <ReceptionScreen
      useReception={useRevoke}
      draft={draft}
      firstField={fromRange ? 'lines' : 'holder.name'}
      paper={{ label: '印刷', form: '失効の申請書(様式第3)' }}
      actWords={actWords}
      sheet={(props) => (
        <RevokeForm
          {...props}
          rangeRefusal={role === 'clerk' ? '責任者が記録します' : null}
          onRange={() => {
            // The arrow keys come by the other causes on their way to X5; that is nothing to keep.
            const { typed, discard } = useRevoke.getState();
            if (!isTouched({ ...typed, ...nothingChosen })) void discard();
            choose(true);
          }}
        />
      )}
    />
  );
}

function actWords({ stamp }: VerdictWords): ActWords {
  if (stamp === 'refused') return { act: '受付不可を記録', waiting: '受付不可' };
  return { act: stamp === 'inquiry' ? '照会で受け付ける' : '失効を記録', waiting: '失効を記録' };
}
