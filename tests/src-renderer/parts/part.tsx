import type { ReactNode } from 'react';
import { SectionHeading } from '../../../src-renderer/components/section-heading.tsx';

/** 部品の見本の一節。 */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <SectionHeading>{title}</SectionHeading>
      {children}
    </section>
  );
}

/** 何もしない: parts that are only shown. */
export const nothing = (): void => undefined;
