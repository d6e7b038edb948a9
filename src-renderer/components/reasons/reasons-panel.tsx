import type { VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { VisitFacts } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import type { Rules } from '../../store/rules.ts';
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
  readonly visit: VisitFacts;
  readonly decision: VisitDecision;
  readonly missing: readonly MissingLine[];
  readonly today: PlainDate;
  readonly rules: Rules;
  readonly represented: boolean;
  readonly onGo: (field: string) => void;
};

/** 判定: what the rules say about this visit, always in the same order; it changes with every key. */
export function ReasonsPanel({ words, visit, decision, missing, today, rules, represented, onGo }: Props) {
  const letter = decision.verdict !== 'refuse' && decision.route === 'inquiry';
  const issues = decision.lines.some(({ procedure }) => procedure !== 'revoke');
  return (
    <>
      <PanelTop>
        <VerdictBand verdict={words.stamp} headline={words.headline}>
          {words.reason}
          {words.code !== null && <CodeChip code={words.code} />}
        </VerdictBand>
        <MissingBand missing={missing} onGo={onGo} />
      </PanelTop>
      <CertificateList visit={visit} decision={decision} today={today} />
      {letter && <InquiryFlow today={today} rules={rules} represented={represented} issues={issues} />}
      <ToldSection told={decision.tellVisitor} />
      <FindingsSection findings={decision.findings} />
    </>
  );
}
