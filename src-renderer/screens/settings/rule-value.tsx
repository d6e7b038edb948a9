import { documentName } from '../../../src-shared/domain/documents.ts';
import { CheckList } from '../../components/check-list.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { officeNames } from '../../words/counter-words.ts';
import { allOffices } from './calendar-form.ts';
import { type EditableRule, noneTyped, type RuleTyped, ruleFieldId, ruleShapes } from './rule-form.ts';

type Props = {
  readonly of: EditableRule;
  readonly typed: RuleTyped;
  readonly onType: (change: Partial<RuleTyped>) => void;
  readonly problemId: string | undefined;
};

/** 新しい値の欄: a number, one of two, or a choice from a list that is known. */
export function RuleValue({ of, typed, onType, problemId }: Props) {
  const shape = ruleShapes[of];
  const id = ruleFieldId('value');
  switch (shape.kind) {
    case 'number': {
      const none = typed.value === noneTyped;
      return (
        <>
          <TextField
            id={id}
            label="新しい値"
            labelled="hidden"
            width="3"
            inputMode="numeric"
            value={none ? '' : typed.value}
            onChange={(value) => onType({ value })}
            problem={problemId === undefined ? null : { message: '' }}
            problemId={problemId}
            beside={<span className="field-beside">{shape.unit}</span>}
          />
          {shape.orNone !== null && (
            <Checkbox
              label={shape.orNone}
              checked={none}
              onChange={(chosen) => onType({ value: chosen ? noneTyped : '' })}
            />
          )}
        </>
      );
    }
    case 'either':
      return (
        <Segments
          id={id}
          legend="新しい値"
          options={shape.options}
          value={typed.value}
          onChange={(value) => onType({ value })}
          problemId={problemId}
        />
      );
    case 'offices':
      return allOffices.map((office, place) => (
        <Checkbox
          key={office}
          {...(place === 0 ? { id } : {})}
          label={officeNames[office]}
          checked={typed.chosen.includes(office)}
          problemId={problemId}
          onChange={(chosen) =>
            onType({ chosen: allOffices.filter((each) => (each === office ? chosen : typed.chosen.includes(each))) })
          }
        />
      ));
    case 'documents':
      return (
        <CheckList
          id={id}
          label="数える書類"
          outWord="外す"
          options={shape.codes.map((code) => ({ value: code as string, label: documentName(code) }))}
          chosen={typed.chosen}
          onChange={(chosen) => onType({ chosen })}
          problemId={problemId}
        />
      );
  }
}
