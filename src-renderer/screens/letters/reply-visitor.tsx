import { DocumentCode, documentName } from '../../../src-shared/domain/documents.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { ChoiceCombobox } from '../../components/choice-combobox.tsx';
import { ChosenItem } from '../../components/chosen-item.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ReplyTyped } from '../../store/reply-typed.ts';
import { capacityNames } from '../../words/counter-words.ts';
import { documentChoices, photoWord } from '../receive/document-choices.ts';
import { nameProblem, relationProblem } from './reply-form.ts';
import { replyIds } from './reply-ids.ts';

const capacities = (['holder', 'agent', 'statutoryRepresentative'] as const).map((value) => ({
  value,
  label: capacityNames[value],
}));

type Props = {
  readonly typed: ReplyTyped;
  /** whose certificate it is */
  readonly holder: string | null;
  readonly sayProblems: boolean;
  readonly onCheck: (change: Partial<ReplyTyped>) => void;
};

/** 持ってきた人 (D4): who brings the reply, and the papers shown today; a photo document for anyone but the holder (I4). */
export function ReplyVisitor({ typed, holder, sayProblems, onCheck }: Props) {
  const represented = typed.capacity !== 'holder';
  const name = nameProblem(typed.name, holder);
  const relation = relationProblem(typed.relation);
  return (
    <div className="reply-visitor">
      <span className="reply-check-legend" aria-hidden="true">
        持ってきた人
      </span>
      <Segments
        legend="持ってきた人"
        options={capacities}
        value={typed.capacity}
        onChange={(capacity) => onCheck({ capacity })}
      />
      {represented && (
        <div className="reply-names">
          <TextField
            id={replyIds.name}
            label="氏名"
            labelled="above"
            width="full"
            value={typed.name}
            onChange={(changed) => onCheck({ name: changed })}
            marks={findMyNumbers(typed.name)}
            maskMarks
            problem={name !== null && (sayProblems || typed.name !== '') ? { message: name } : null}
          />
          <TextField
            id={replyIds.relation}
            label="続柄(任意)"
            labelled="above"
            width="full"
            value={typed.relation}
            onChange={(changed) => onCheck({ relation: changed })}
            marks={findMyNumbers(typed.relation)}
            maskMarks
            problem={relation === null ? null : { message: relation }}
          />
        </div>
      )}
      <div className="reply-documents">
        {typed.documents.map((code) => (
          <ChosenItem
            key={code}
            label={documentName(code)}
            note={photoWord(code)}
            onRemove={() => onCheck({ documents: typed.documents.filter((each) => each !== code) })}
          />
        ))}
        {!typed.noDocuments && (
          <ChoiceCombobox
            // A new list for the next document: the old one would open again by itself once its text is emptied.
            key={typed.documents.length}
            id={replyIds.documents}
            label={represented ? '写真付き書類を追加' : '確認書類を追加'}
            choices={documentChoices(represented, typed.documents)}
            onChoose={(code) => {
              onCheck({ documents: [...typed.documents, DocumentCode.parse(code)] });
              requestAnimationFrame(() => goToField(replyIds.documents));
            }}
          />
        )}
        {typed.documents.length === 0 && (
          <Checkbox
            label="書類を持っていない"
            checked={typed.noDocuments}
            onChange={(noDocuments) => onCheck({ noDocuments })}
          />
        )}
      </div>
    </div>
  );
}
