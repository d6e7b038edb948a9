import { SectionHeading } from '../section-heading.tsx';

/** 来庁者に伝えること: sentences to read aloud. */
export function ToldSection({ told }: { readonly told: readonly string[] }) {
  if (told.length === 0) return null;
  return (
    <section className="panel-section">
      <SectionHeading>来庁者に伝えること</SectionHeading>
      <div className="told">
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  );
}
