import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isComposingKey } from '../keyboard/composition.ts';
import { Button } from './button.tsx';
import { CodeChip } from './code-chip.tsx';
import { goToField } from './error-summary.tsx';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import { KeyHint } from './key-hint.tsx';
import { SubstituteOption } from './substitute-option.tsx';
import { TextField } from './text-field.tsx';

/** 代替の候補: the glyph, where it comes from (第1水準 …) and how the whole would read. */
export type SubstituteCandidate = { readonly text: string; readonly setLabel: string };

type Props = {
  readonly id: string;
  /** the character that the certificate cannot bear */
  readonly original: string;
  /** what stands before and after it, so that each candidate shows the whole */
  readonly before: string;
  readonly after: string;
  readonly candidates: readonly SubstituteCandidate[];
  /** かなにする: null where the kana of this character is not known, then it is typed */
  readonly kana: string | null;
  /** says what is wrong with another character, or null where it may be used */
  readonly checkOther: (text: string) => string | null;
  readonly onChoose: (substitute: string) => void;
  readonly onClose: () => void;
  readonly question?: string;
};

/** 代替文字を選ぶ: opens under the field; the holder chooses, keys 1–9 take a candidate. */
export function SubstituteChooser(props: Props) {
  const { id, original, candidates, kana, onChoose, onClose } = props;
  const [typing, setTyping] = useState<'kana' | 'other' | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  // かな and 別の文字 are always offered and keep a digit each.
  const listed = candidates.slice(0, 7);
  // The field has the focus before the next key comes: the character is typed right after its digit.
  const ask = (kind: 'kana' | 'other'): void => {
    flushSync(() => setTyping(kind));
    goToField(`${id}-other`);
  };
  const acts = [
    ...listed.map((candidate) => () => onChoose(candidate.text)),
    () => (kana === null ? ask('kana') : onChoose(kana)),
    () => ask('other'),
  ];
  return (
    <fieldset
      ref={box}
      className="chooser"
      id={id}
      onKeyDown={(event) => {
        if (isComposingKey(event)) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          if (typing === null) onClose();
          else {
            setTyping(null);
            goToField(`${id}-first`);
          }
          return;
        }
        if (typing !== null || event.ctrlKey || event.altKey || event.metaKey) return;
        const act = acts[Number(event.key.normalize('NFKC')) - 1];
        if (act === undefined) return;
        event.preventDefault();
        act();
      }}
    >
      <legend className="visually-hidden">「{original}」の代替文字</legend>
      <p className="chooser-head">
        <Icon name="warningSolid" />
        <span>
          {props.question ?? (
            <>
              「<b>{original}</b>」は電子証明書に使えません。代替文字を本人が選びます。
            </>
          )}
        </span>
        <CodeChip code="G1" />
      </p>
      <div className="chooser-options">
        {listed.map((candidate, index) => (
          <SubstituteOption
            key={candidate.text}
            id={index === 0 ? `${id}-first` : undefined}
            digit={index + 1}
            glyph={candidate.text}
            before={props.before}
            after={props.after}
            setLabel={candidate.setLabel}
            onPress={() => onChoose(candidate.text)}
          />
        ))}
        <SubstituteOption
          id={listed.length === 0 ? `${id}-first` : undefined}
          digit={listed.length + 1}
          glyph={kana}
          words="かな…"
          before={props.before}
          after={props.after}
          setLabel="かなにする"
          kana
          onPress={() => acts[listed.length]?.()}
        />
        <SubstituteOption
          id={undefined}
          digit={listed.length + 2}
          glyph={null}
          words="別の文字…"
          before=""
          after=""
          setLabel="使える文字のみ"
          onPress={() => ask('other')}
        />
      </div>
      {typing !== null && <OtherCharacter {...props} kind={typing} />}
      <p className="chooser-foot support">
        住民票・戸籍は変わりません。 <CodeChip code="G3" />
        <span className="key-hint">
          <KeyCap>1</KeyCap>–<KeyCap>{listed.length + 2}</KeyCap>選ぶ
        </span>
        <KeyHint keys={['Enter']} words="決める" />
        <KeyHint keys={['Esc']} words="閉じる" />
      </p>
    </fieldset>
  );
}

function OtherCharacter({ id, kind, checkOther, onChoose }: Props & { readonly kind: 'kana' | 'other' }) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = typed === '' ? '使う文字を入力してください。' : checkOther(typed);
  const decide = (): void => {
    setTried(true);
    if (wrong === null) onChoose(typed);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TextField
        id={`${id}-other`}
        label={kind === 'kana' ? 'かなで書く' : '使う文字'}
        labelled="beside"
        width="7"
        value={typed}
        onChange={setTyped}
        problem={tried && wrong !== null ? { message: wrong } : null}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposingKey(event)) return;
          event.preventDefault();
          decide();
        }}
      />
      <Button small onPress={decide}>
        この文字にする
      </Button>
    </div>
  );
}
