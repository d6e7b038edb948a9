import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

/** 選べるもの: words to show, other spellings to find it by, and why it cannot be used here. */
export type Choice = {
  readonly code: string;
  readonly label: string;
  readonly note: string;
  /** readings and short forms, e.g. うんてんめんきょ */
  readonly foundBy?: readonly string[];
  readonly refusal?: string | undefined;
  readonly icon?: IconName;
};

type Props = {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (code: string) => void;
  readonly problemId?: string | undefined;
  readonly invalid?: boolean;
};

/** 打って探す: type a part of a name, or open the list with ↓; Enter takes one, and the field is empty again. */
export function ChoiceCombobox({ id, label, choices, onChoose, problemId, invalid = false }: Props) {
  const [typed, setTyped] = useState('');
  const found = choices.filter((choice) => matches(choice, typed));
  return (
    <ComboBox
      className="combo"
      aria-label={label}
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        setTyped('');
        onChoose(String(key));
      }}
      disabledKeys={choices.filter((choice) => choice.refusal !== undefined).map((choice) => choice.code)}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={invalid}
      {...(problemId === undefined ? {} : { 'aria-describedby': problemId })}
    >
      <Input
        id={id}
        className="field-input react-aria-Input"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
      />
      <Popover className="combo-list" offset={6}>
        <ListBox
          items={found}
          renderEmptyState={() => (
            <p className="combo-empty">「{typed}」は一覧にありません。言葉を短くしてください。</p>
          )}
        >
          {(choice: Choice) => (
            <ListBoxItem id={choice.code} textValue={choice.label} className="combo-option">
              <Icon name={choice.refusal === undefined ? (choice.icon ?? 'card') : 'crossCircle'} />
              <span>
                <Highlighted text={choice.label} typed={typed} />
              </span>
              <span className="combo-option-note">{choice.refusal ?? choice.note}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matches(choice: Choice, typed: string): boolean {
  const key = fold(typed);
  if (key === '') return true;
  return [choice.label, ...(choice.foundBy ?? [])].some((words) => fold(words).includes(key));
}

/** Hiragana and katakana, full and half width count as one for finding; what is shown stays as it is. */
function fold(text: string): string {
  const hiragana = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return hiragana.replaceAll(/[\s・()()]/gu, '');
}

function Highlighted({ text, typed }: { readonly text: string; readonly typed: string }) {
  const part = typed.trim();
  const at = part === '' ? -1 : text.indexOf(part);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{part}</mark>
      {text.slice(at + part.length)}
    </>
  );
}
