import { useState } from 'react';
import { Button } from '../../../src-renderer/components/button.tsx';
import { Checkbox } from '../../../src-renderer/components/checkbox.tsx';
import { ChoiceCombobox } from '../../../src-renderer/components/choice-combobox.tsx';
import { ChosenItem } from '../../../src-renderer/components/chosen-item.tsx';
import { DateField, type DateReading } from '../../../src-renderer/components/date-field.tsx';
import { FormRow } from '../../../src-renderer/components/form-row.tsx';
import { RadioChoice } from '../../../src-renderer/components/radio-choice.tsx';
import { Segments } from '../../../src-renderer/components/segments.tsx';
import { SubstituteChooser } from '../../../src-renderer/components/substitute-chooser.tsx';
import { TextField } from '../../../src-renderer/components/text-field.tsx';
import { nothing, Part } from './part.tsx';

export const documents = [
  { code: 'driversLicence', label: '運転免許証', note: '顔写真あり', foundBy: ['うんてんめんきょしょう'] },
  { code: 'drivingHistoryCertificate', label: '運転経歴証明書', note: '顔写真あり', foundBy: ['うんてんけいれき'] },
  {
    code: 'healthInsuranceEligibility',
    label: '資格確認書(健康保険)',
    note: '顔写真なし',
    foundBy: ['しかくかくにん'],
    refusal: '顔写真なし・使えません',
  },
];

/** 見本の読み: three days are enough to show every state. */
export function readSample(text: string): DateReading {
  if (text === 'S63.4.1') return { ok: true, day: '1988-04-01', strong: '昭和63年4月1日', rest: '(1988年)・満38歳' };
  if (text === '平成元年1月8日') return { ok: true, day: '1989-01-08', strong: '平成元年1月8日' };
  if (text === 'S64.1.8')
    return {
      ok: false,
      message: '昭和64年は1月7日までです。平成元年1月8日ではありませんか。',
      suggestion: { text: '平成元年1月8日', label: '平成元年1月8日にする' },
    };
  return { ok: false, message: '日付として読めません。', suggestion: null };
}

/** 入力欄の見本。 */
export function FieldsPart({ onDocument = nothing }: { readonly onDocument?: (code: string) => void }) {
  const [name, setName] = useState('例 和夫');
  const [born, setBorn] = useState('S63.4.1');
  const [wrong, setWrong] = useState('S64.1.8');
  const [who, setWho] = useState<'holder' | 'agent'>('holder');
  const [checked, setChecked] = useState(true);
  const [when, setWhen] = useState<'today' | 'later'>('today');
  return (
    <div>
      <Part title="入力欄">
        <div className="form-sheet">
          <FormRow label="ふだん" htmlFor="plain">
            <TextField id="plain" label="ふだん" value={name} onChange={setName} />
          </FormRow>
          <FormRow label="読み返し" htmlFor="born">
            <DateField id="born" label="読み返し" value={born} onChange={setBorn} parse={readSample} />
          </FormRow>
          <FormRow label="誤り">
            <DateField id="wrong" label="誤り" labelled="hidden" value={wrong} onChange={setWrong} parse={readSample} />
          </FormRow>
          <FormRow label="読み取り専用" htmlFor="read-only">
            <TextField id="read-only" label="読み取り専用" value="見本 責任(責任者)" onChange={nothing} readOnly />
          </FormRow>
          <FormRow label="使えない" htmlFor="disabled">
            <TextField
              id="disabled"
              label="使えない"
              value=""
              onChange={nothing}
              disabledReason="1を終えると入力できます"
            />
          </FormRow>
          <FormRow label="調べている" htmlFor="busy" optional>
            <TextField id="busy" label="調べている" value="みほん れい" onChange={nothing} busy="探しています" />
          </FormRow>
          <FormRow
            label="住所"
            htmlFor="masked"
            subjectEnd
            problems={[
              {
                id: 'masked-problem',
                problem: { message: '12桁の個人番号と思われる数字があります。消してください。' },
              },
            ]}
          >
            <TextField
              id="masked"
              label="住所"
              width="full"
              value="稲沢市 123456789018"
              onChange={nothing}
              problem={{ message: '消してください' }}
              problemId="masked-problem"
              marks={[{ start: 4, end: 16 }]}
              maskMarks
            />
          </FormRow>
          <FormRow label="氏名">
            <TextField
              id="marked"
              label="氏名"
              labelled="hidden"
              value={'\u{9AD9}橋 例子'}
              onChange={nothing}
              marks={[{ start: 0, end: 1 }]}
            />
            <SubstituteChooser
              id="chooser"
              original={'\u{9AD9}'}
              before=""
              after="橋 例子"
              candidates={[{ text: '高', setLabel: '第1水準' }]}
              kana="タカ"
              checkOther={(text) => (text === '高' ? null : 'この文字は使えません。')}
              onChoose={nothing}
              onClose={nothing}
            />
          </FormRow>
        </div>
      </Part>
      <Part title="選ぶ">
        <div className="part-line">
          <Segments
            legend="来庁者"
            options={[
              { value: 'holder', label: '本人' },
              { value: 'agent', label: '任意代理人' },
            ]}
            value={who}
            onChange={setWho}
          />
          <Segments
            legend="選べないもの"
            legendShown="beside"
            options={[
              { value: 'a', label: 'はい' },
              { value: 'b', label: 'いいえ' },
            ]}
            value={null}
            onChange={nothing}
            disabledReason="先に来庁者を選びます"
          />
          <Checkbox label="署名用" checked={checked} onChange={setChecked} />
          <Checkbox label="利用者証明用" checked={false} onChange={nothing} />
          <RadioChoice
            legend="いつ"
            options={[
              { value: 'today', label: '今日する' },
              { value: 'later', label: 'しない' },
            ]}
            value={when}
            onChange={setWhen}
          />
        </div>
      </Part>
      <Part title="書類を打って探す">
        <div className="part-line">
          <ChosenItem label="運転免許証" note="顔写真あり" onRemove={nothing} />
          <ChoiceCombobox id="documents" label="書類を追加" choices={documents} onChoose={onDocument} />
        </div>
      </Part>
      <Part title="押す">
        <div className="part-line">
          <Button kind="main" shortcut="F11" onPress={nothing}>
            受け付ける
          </Button>
          <Button onPress={nothing}>並べて見る</Button>
          <Button kind="danger" onPress={nothing}>
            失効する
          </Button>
          <Button onPress={nothing} disabledReason="氏名がまだありません">
            受け付ける
          </Button>
          <Button onPress={nothing} busy>
            記録しています
          </Button>
        </div>
      </Part>
    </div>
  );
}
