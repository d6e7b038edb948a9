import { useContext, useEffect } from 'react';
import { isComposingKey } from '../keyboard/composition.ts';
import { Banner, type BannerTone } from './banner.tsx';
import { Shown } from './shown.ts';

type Props = {
  readonly notice: { readonly tone: BannerTone; readonly headline: string; readonly text: string };
  readonly onPutAway: () => void;
};

/** 知らせの帯: above the task until Esc or its button puts it away. An Esc that something else used is left alone. */
export function NoticeBar({ notice, onPutAway }: Props) {
  const shown = useContext(Shown);
  useEffect(() => {
    if (!shown) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isComposingKey(event)) onPutAway();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shown, onPutAway]);
  return (
    <div className="frame-notice">
      <Banner tone={notice.tone} headline={notice.headline} onClose={onPutAway}>
        <p>{notice.text}</p>
      </Banner>
    </div>
  );
}
