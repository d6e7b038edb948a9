import type { Output } from '../../../src-shared/contract/counter-api.ts';
import { SAMPLE_QUESTION_NAMES } from '../../../src-shared/domain/sampling.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';

/** 期間の集計: how many were looked at, and the findings by question and rule. */
export function SamplingStatistics({ statistics }: { readonly statistics: Output<'sampling.statistics'> }) {
  const { reviewed, waiting, withFinding, counts } = statistics;
  return (
    <section className="panel-section">
      <SectionHeading end={`${reviewed + waiting}件`}>この期間の集計</SectionHeading>
      <dl className="audit-facts">
        <dt>確認</dt>
        <dd>
          済み{reviewed}件・待ち{waiting}件
        </dd>
        <dt>気づき</dt>
        <dd>{withFinding === 0 ? 'ありません' : `${withFinding}件の受付にあり`}</dd>
      </dl>
      {counts.length > 0 && (
        <table className="ledger-table sampling-counts">
          <caption className="visually-hidden">気づきの集計</caption>
          <thead>
            <tr>
              <th scope="col">問い</th>
              <th scope="col" className="numeric">
                軽い
              </th>
              <th scope="col" className="numeric">
                重い
              </th>
              <th scope="col" className="numeric">
                残り
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ question, rule, light, heavy, open }) => (
              <tr key={`${question} ${rule}`}>
                <th scope="row">
                  {SAMPLE_QUESTION_NAMES[question]} {rule !== null && <CodeChip code={rule} />}
                </th>
                <td className="numeric">{light}</td>
                <td className="numeric">{heavy}</td>
                <td className="numeric">{open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
