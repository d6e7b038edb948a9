import type { VerdictWords } from '../../components/reasons/verdict-words.ts';
import { useReceive } from '../../store/receive-slice.ts';
import { ReceiveForm } from './receive-form-sheet.tsx';
import { type ActWords, ReceptionScreen } from './reception-screen.tsx';

/** 受付 (F3): issue, renewal, and both with a revocation before. */
export function ReceiveScreen({ draft }: { readonly draft: string | null }) {
  return (
    <ReceptionScreen
      useReception={useReceive}
      draft={draft}
      firstField="lines"
      paper={{ label: '申請書', form: '申請書' }}
      actWords={actWords}
      sheet={(props) => <ReceiveForm {...props} />}
    />
  );
}

/** While something is missing the count needs the room; the route is said by the panel, and by the key once it is sure. */
function actWords({ stamp }: VerdictWords): ActWords {
  if (stamp === 'refused') return { act: '受付不可を記録', waiting: '受付不可' };
  return { act: stamp === 'inquiry' ? '照会で受け付ける' : '受け付ける', waiting: '受け付ける' };
}
