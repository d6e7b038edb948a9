import { useContext, useEffect, useState } from 'react';
import { Banner } from '../../components/banner.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Shown } from '../../components/shown.ts';
import { TextField } from '../../components/text-field.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useLetterPlace } from '../../store/letter-place-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useSettings } from '../../store/settings-slice.ts';
import { failureWords } from '../../words/failure-words.ts';
import { readLetterPlace } from './letter-place.ts';
import { whyNotRecord } from './why-not.ts';

const ids = { xMm: 'letter-place-x', yMm: 'letter-place-y' } as const;

/** 照会書の宛名の位置 (D1): how far the address is moved in the window of the city's own envelope, at this terminal; an administrator sets it. */
export function LetterPlaceSection({ administrator }: { readonly administrator: boolean }) {
  if (administrator) return <LetterPlaceForm />;
  return (
    <>
      <SectionHeading end="管理者が変えます">照会書の宛名の位置</SectionHeading>
      <p className="support">F12でロックし、F8「別の職員に替わる」で管理者に替わると、変えられます。</p>
    </>
  );
}

function LetterPlaceForm() {
  const { step, typed, failure, recorded, load, type, set } = useLetterPlace();
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const shown = useContext(Shown);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (shown) void load();
  }, [shown, load]);
  // The log of changes tells of it too.
  useEffect(() => {
    if (recorded) void useSettings.getState().load();
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
  useFunctionKeys({
    F11: { label: '位置を記録', main: true, act: () => void decide(), disabledReason: whyNotRecord(readOnly, step) },
  });
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
    <>
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
      <SectionHeading end={<CodeChip code="D1" />}>照会書の宛名の位置</SectionHeading>
      <p>市の封筒の窓から宛名が見えるように、この端末で印刷する照会書の宛名を動かします。</p>
      <CounterForm label="照会書の宛名の位置" className="form-sheet mt-2" onDecide={() => void decide()}>
        <FormRow label="動かす長さ">
          {field('xMm', '右へ(mm)')}
          {field('yMm', '下へ(mm)')}
          <span className="form-row-aside">左と上へはマイナスで。はじめは0、封筒の窓に合わせて動かします</span>
        </FormRow>
      </CounterForm>
    </>
  );
}
