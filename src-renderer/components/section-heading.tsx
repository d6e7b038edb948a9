import type { ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly end?: ReactNode; readonly level?: 2 | 3; readonly id?: string };

/** 節の見出し: a 4 px blue bar, the words, and perhaps a count at the end. */
export function SectionHeading({ children, end, level = 2, id }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="section-heading">
      <Heading id={id}>{children}</Heading>
      {end !== undefined && <span>{end}</span>}
    </div>
  );
}
