import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import {
  effectiveKeys,
  type FunctionKeys,
  functionKeyNames,
  useFunctionKeys,
  useKeyBar,
} from '../../keyboard/function-keys.ts';

const otherKeys: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ['Enter'], words: '開く・決める・次の欄へ。変換中は変換の確定だけに使います' },
  { keys: ['Tab'], words: '次の欄やボタンへ。Shiftといっしょに押すと前へ' },
  { keys: ['↑', '↓'], words: '行や選択肢を動く' },
  { keys: ['Ctrl', '↑', '↓'], words: '前の受付・次の受付へ' },
  { keys: ['1', '–', '9'], words: '一覧の見出しや、代替文字の候補を選ぶ' },
  { keys: ['Esc'], words: '一つ戻る・閉じる' },
];

const howTo: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: '受け付ける',
    text: 'F3で受付を開き、上から順に入力します。右の判定は入力のたびに変わります。F11で記録するまで、台帳には何も残りません。',
  },
  {
    title: '途中で替わる',
    text: '入力の途中で別の画面に移っても、ロックしても、入力したものは残ります。今日の窓口(F2)の「入力中」から続けられます。',
  },
  {
    title: '日付を入力する',
    text: 'S63.4.1、昭和63年4月1日、19880401 のどれでも読み取ります。読み取った日は、欄の右に出ます。',
  },
  {
    title: '受付番号を読み取る',
    text: 'どの画面でも、受付票のコードを読み取ると、その受付が開きます。',
  },
  {
    title: '入力しないもの',
    text: '個人番号(12桁)、暗証番号は、どの欄にも入力しません。書類は種類だけを選びます。',
  },
];

/** ヘルプの頁: the keys of the screen below, the other keys, and how to work. */
export function HelpPage({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Read once: opening the page itself takes the keys off the bar.
  const [below] = useState<FunctionKeys>(() =>
    effectiveKeys(useKeyBar.getState().layers.filter((layer) => layer.level !== 'help')),
  );
  useFunctionKeys({ F1: { label: '閉じる', current: true, act: onClose } }, { level: 'help', alone: true });
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="help-head">
        <h1 id="help-title">ヘルプ</h1>
        <Button small shortcut="Esc" onPress={onClose}>
          閉じる
        </Button>
      </div>
      <div className="help-columns">
        <section>
          <SectionHeading end="押せない理由も出ています">この画面のキー</SectionHeading>
          <dl className="help-keys">
            {functionKeyNames.map((name) => (
              <div key={name}>
                <dt>
                  <KeyCap>{name}</KeyCap>
                </dt>
                <dd>
                  {below[name]?.label ?? <span className="support">使いません</span>}
                  {below[name]?.disabledReason !== undefined && (
                    <span className="support"> {below[name]?.disabledReason}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <SectionHeading>そのほかのキー</SectionHeading>
          <dl className="help-keys">
            {otherKeys.map(({ keys, words }) => (
              <div key={words}>
                <dt>
                  {keys.map((key) => (
                    <KeyCap key={key}>{key}</KeyCap>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="support help-outside">
            スマートフォン用電子証明書と、条例で定めるほかのカードは、この台帳では扱いません。
          </p>
        </section>
        <section>
          <SectionHeading>仕事の進め方</SectionHeading>
          {howTo.map(({ title, text }) => (
            <div key={title} className="help-how">
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
          ))}
        </section>
      </div>
    </dialog>
  );
}
