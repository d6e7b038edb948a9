import { type ReactNode, useEffect, useRef } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export type BannerTone = 'success' | 'info' | 'warning' | 'stop';

const icons: Readonly<Record<BannerTone, IconName>> = {
  success: 'checkDisc',
  info: 'infoDisc',
  warning: 'warningSolid',
  stop: 'stopDisc',
};

type Props = {
  readonly tone: BannerTone;
  readonly headline: string;
  readonly children?: ReactNode;
  readonly icon?: IconName;
  readonly onClose?: () => void;
  /** false for one that stands on the page from the start */
  readonly announced?: boolean;
};

/** 知らせの箱: headline = what happened, body = what to do. It stays until it is put away. */
export function Banner({ tone, headline, children, icon, onClose, announced = true }: Props) {
  const role = tone === 'stop' || tone === 'warning' ? 'alert' : 'status';
  const box = useRef<HTMLDivElement>(null);
  // What just went wrong must be seen, however far the form is scrolled; the focus stays where it is.
  useEffect(() => {
    if (announced && role === 'alert') box.current?.scrollIntoView({ block: 'nearest' });
  }, [announced, role]);
  return (
    <div ref={box} className="banner" data-tone={tone} role={announced ? role : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className="banner-body">
        <p className="banner-headline">{headline}</p>
        {children}
      </div>
      {onClose !== undefined && (
        <button type="button" className="banner-close" onClick={onClose}>
          しまう <KeyCap>Esc</KeyCap>
        </button>
      )}
    </div>
  );
}
