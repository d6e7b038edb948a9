import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type ClosePreview, useClose } from '../../store/close-slice.ts';

type Gap = ClosePreview['receiptGaps'][number];

/** 欠番の説明の欄, so that F11 can go there. */
export function gapFieldId(day: string, sequence: number): string {
  return `close-${day}-gap-${sequence}`;
}

type Props = { readonly gap: Gap; readonly day: string; readonly onRecorded: () => void };

/** 欠番の説明 (B2): why no case bears the number; recorded by itself, and the day cannot be closed without it. */
export function GapField({ gap, day, onRecorded }: Props) {
  const id = gapFieldId(day, gap.sequence);
  const typed = useClose((close) => close.gapReasons[id] ?? '');
  const step = useClose((close) => close.step);
  const problem = useClose((close) => close.gapProblem);
  const type = useClose((close) => close.typeGap);
  const explain = useClose((close) => close.explainGap);
  const record = async (): Promise<void> => {
    if (await explain(day, gap.sequence, id)) onRecorded();
  };
  return (
    <form
      className="close-gap"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <TextField
        id={id}
        label={`欠番 ${gap.number} の説明(5文字以上)`}
        labelled="above"
        width="full"
        value={typed}
        onChange={(reason) => type(id, reason)}
        problem={problem?.id === id ? { message: problem.message } : null}
        onKeyDown={(event) => {
          // Enter decides, unless it ends a conversion.
          if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
      <Button small busy={step === 'sending'} onPress={() => void record()}>
        説明を残す
      </Button>
    </form>
  );
}
