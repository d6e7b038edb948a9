import { RuleLine } from '../rule-line.tsx';
import { SectionHeading } from '../section-heading.tsx';
import { countsWord, type ShownFinding, sortedFindings } from './finding-order.ts';

/** 判定の根拠: every tested rule; unmet and open ones first and in full width, then what is not known, then every met one. */
export function FindingsSection({ findings }: { readonly findings: readonly ShownFinding[] }) {
  if (findings.length === 0) return null;
  const sorted = sortedFindings(findings);
  return (
    <section className="panel-section findings">
      <SectionHeading end={countsWord(sorted)}>判定の根拠</SectionHeading>
      <ul className="findings-list">
        {sorted.map((finding) => (
          <li key={`${finding.code} ${finding.text}`} data-long={isLong(finding) ? '' : undefined}>
            <RuleLine status={finding.status} code={finding.code} text={finding.text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

// Half the panel holds about eleven characters beside icon and code.
function isLong({ text }: ShownFinding): boolean {
  return Array.from(text).length > 11;
}
