import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { bothDay } from '../../words/day-words.ts';
import type { Certificate } from './issue-form.ts';

type Props = {
  readonly certificate: Certificate;
  readonly findings: CaseDetail['findings'];
  /** false once it is settled: what was to be known beforehand is past */
  readonly open: boolean;
};

/** 明細の但し書き: what the clerk must know before going on: it became an issue (V1), gains nothing (W3), and what it ends. */
export function LineNotes({ certificate, findings, open }: Props) {
  const { kind, procedure, becameIssue, ends } = certificate;
  const noGain = findings.find((each) => each.code === 'W3' && each.kind === kind && each.status === 'unmet');
  if (procedure === 'revoke' || !(becameIssue || (open && noGain !== undefined) || ends !== null)) return null;
  return (
    <ul className="line-notes">
      {becameIssue && (
        <li data-heed="">
          <Icon name="warningSolid" />
          更新の期間を過ぎたため、新規発行になります。 <CodeChip code="V1" />
        </li>
      )}
      {open && noGain !== undefined && (
        <li data-heed="">
          <Icon name="warningSolid" />
          {noGain.text} <CodeChip code="W3" />
        </li>
      )}
      {ends !== null && (
        <li>
          <Icon name="slash" />
          {open ? '記録すると、いまの証明書は効力を失います' : '前の証明書は効力を失いました'}
          {endedWords(ends)}
        </li>
      )}
    </ul>
  );
}

/** 効力を失う証明書: what is known of it, in brackets. */
export function endedWords({ serial, expiresOn }: NonNullable<Certificate['ends']>): string {
  const known = [serial, expiresOn === null ? null : `${bothDay(expiresOn)}まで`].filter((part) => part !== null);
  return known.length === 0 ? '' : `(${known.join('・')})`;
}
