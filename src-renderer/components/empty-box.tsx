import type { ReactNode } from 'react';

type Props = { readonly headline: string; readonly children?: ReactNode };

/** 何もないとき: what is not there, then the next step or the nearest fact. */
export function EmptyBox({ headline, children }: Props) {
  return (
    <div className="empty-box">
      <p>{headline}</p>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}
