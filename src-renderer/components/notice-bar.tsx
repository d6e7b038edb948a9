import { useContext, useEffect } from 'react';
import { isComposingKey } from '../keyboard/composition.ts';
import { somethingFloats } from '../keyboard/step-back.ts';
import type { Notice } from '../store/task-slice.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Shown } from './shown.ts';

type Props = {
  readonly notice: Notice;
  readonly onPutAway: () => void;
};

/** 知らせの帯: above the task until Esc or its button puts it away. An Esc that something else used is left alone. */
export function NoticeBar({ notice, onPutAway }: Props) {
  const shown = useContext(Shown);
  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event) || somethingFloats()) return;
      // Used here: the task below must not step back with the same press.
      event.preventDefault();
      onPutAway();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown, onPutAway]);
  return (
    <div className="frame-notice">
      <Banner tone={notice.tone} headline={notice.headline} onClose={onPutAway}>
        <p>{notice.text}</p>
        {notice.act !== undefined && (
          <p>
            <Button small onPress={notice.act.press}>
              {notice.act.label}
            </Button>
          </p>
        )}
        {notice.told !== undefined && notice.told.length > 0 && (
          <div className="notice-told">
            <b>来庁者に伝えること</b>
            <div className="told">
              {notice.told.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </div>
        )}
      </Banner>
    </div>
  );
}
