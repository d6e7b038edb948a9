import type { VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { CodeChip } from '../code-chip.tsx';
import { VerdictBand } from '../verdict-band.tsx';
import { CertificateList } from './certificate-list.tsx';
import { FindingsSection } from './findings-section.tsx';
import { InquiryFlow } from './inquiry-flow.tsx';
import { MissingBand, type MissingLine } from './missing-band.tsx';
import { PanelTop } from './panel-top.tsx';
import { ToldSection } from './told-section.tsx';
import type { VerdictWords } from './verdict-words.ts';

type Props = {
  readonly words: VerdictWords;
  readonly decision: VisitDecision;
  readonly missing: readonly MissingLine[];
  readonly today: PlainDate;
  readonly represented: boolean;
  readonly onGo: (field: string) => void;
};

/** 判定: what the rules say about this visit, always in the same order; it changes with every key. */
export function ReasonsPanel({ words, decision, missing, today, represented, onGo }: Props) {
  const letter = decision.verdict !== 'refuse' && decision.route === 'inquiry';
  return (
    <>
      <PanelTop>
        <VerdictBand verdict={words.stamp} headline={words.headline}>
          {words.reason}
          {words.code !== null && <CodeChip code={words.code} />}
        </VerdictBand>
        <MissingBand missing={missing} onGo={onGo} />
      </PanelTop>
      <CertificateList decision={decision} today={today} />
      {letter && <InquiryFlow today={today} represented={represented} />}
      <ToldSection told={decision.tellVisitor} />
      <FindingsSection findings={decision.findings} />
    </>
  );
}
