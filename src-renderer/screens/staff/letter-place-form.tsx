import { useContext, useEffect, useRef, useState } from 'react';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Shown } from '../../components/shown.ts';
import { TextField } from '../../components/text-field.tsx';
import { useLetterPlace } from '../../store/letter-place-slice.ts';
import { failureWords } from '../../words/failure-words.ts';
import { readLetterPlace } from './letter-place.ts';

const ids = { xMm: 'letter-place-x', yMm: 'letter-place-y' } as const;

/** 照会書の宛名の位置: how far the address is moved in the window of the city's own envelope; an administrator sets it. */
export function LetterPlaceForm() {
  const { step, typed, failure, recorded, load, type, set } = useLetterPlace();
  const shown = useContext(Shown);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (shown) void load();
  }, [shown, load]);
  const said = useRef<HTMLDivElement>(null);
  // It stands at the foot of a long page.
  useEffect(() => {
    if (recorded) said.current?.scrollIntoView({ block: 'nearest' });
  }, [recorded]);
  const reading = readLetterPlace(typed);
  const problems = reading.offset === null && tried ? reading.problems : null;
  const decide = async (): Promise<void> => {
    setTried(true);
    if (reading.offset === null) {
      goToField(reading.problems.xMm === null ? ids.yMm : ids.xMm);
      return;
    }
    await set(reading.offset);
    setTried(false);
  };
  const words = failure === null ? null : failureWords(failure);
  const field = (side: 'xMm' | 'yMm', label: string) => (
    <TextField
      id={ids[side]}
      label={label}
      labelled="beside"
      width="3"
      inputMode="decimal"
      maxLength={5}
      value={typed[side]}
      onChange={(value) => type({ [side]: value })}
      problem={problems?.[side] == null ? null : { message: problems[side] }}
    />
  );
  return (
    <section className="mt-6">
      <SectionHeading>照会書の宛名の位置</SectionHeading>
      <CounterForm label="照会書の宛名の位置" className="form-sheet mt-2" onDecide={() => void decide()}>
        <FormRow label="動かす長さ">
          {field('xMm', '右へ(mm)')}
          {field('yMm', '下へ(mm)')}
          <Button busy={step === 'sending'} onPress={() => void decide()}>
            位置を記録
          </Button>
          <span className="form-row-aside">左と上へはマイナスで。はじめは0、封筒の窓に合わせて動かします</span>
        </FormRow>
      </CounterForm>
      <div ref={said} className="mt-2">
        {words !== null && (
          <Banner tone="stop" headline={words.headline}>
            <p>{words.text}</p>
          </Banner>
        )}
        {recorded && (
          <Banner tone="success" headline="宛名の位置を記録しました">
            <p>次に印刷する照会書から、この位置になります。窓あき封筒に入れて確かめてください。</p>
          </Banner>
        )}
      </div>
    </section>
  );
}
