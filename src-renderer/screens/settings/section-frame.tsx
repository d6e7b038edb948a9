import type { ReactNode } from 'react';
import { Banner } from '../../components/banner.tsx';
import { ErrorSummary, type SummaryLine } from '../../components/error-summary.tsx';
import { useSettings } from '../../store/settings-slice.ts';
import { failureWords } from '../../words/failure-words.ts';

type Props = {
  readonly lines: readonly SummaryLine[];
  readonly attempt: number;
  /** where the failure is told by a dialog instead */
  readonly quiet?: boolean;
};

/** 節の頭の知らせ: what was recorded, what went wrong, or what is to be mended. */
export function SectionNotices({ lines, attempt, quiet = false }: Props) {
  const { failure, recorded, putAway } = useSettings();
  const words = failure === null || quiet ? null : failureWords(failure);
  return (
    <>
      {words !== null && (
        <Banner tone="stop" headline={words.headline} onClose={putAway}>
          <p>{words.text}</p>
          {failure?.fields.map(({ field, message }) => (
            <p key={field + message}>{message}</p>
          ))}
        </Banner>
      )}
      {recorded !== null && lines.length === 0 && (
        <Banner tone="success" headline={recorded} onClose={putAway}>
          <p>済んだ受付と、投函した照会書の期限は変わりません。</p>
        </Banner>
      )}
      {lines.length > 0 && <ErrorSummary attempt={attempt} lines={lines} />}
    </>
  );
}

/** 節の二列: what stands at the left, the form at the right; in one column the form follows. */
export function SectionColumns({
  children,
  panel,
  panelLabel,
}: {
  readonly children: ReactNode;
  readonly panel: ReactNode;
  readonly panelLabel: string;
}) {
  return (
    <div className="settings-columns">
      <div className="settings-left">{children}</div>
      <section className="settings-right" aria-label={panelLabel}>
        {panel}
      </section>
    </div>
  );
}
