import type { Finding } from '../../../src-shared/domain/decision.ts';
import { latestOf } from '../../../src-shared/domain/eligibility.ts';
import type { VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { type CertificateKind, KIND_NAMES, type VisitFacts } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { formatWesternWithWareki } from '../../../src-shared/kernel/wareki.ts';
import { CodeChip } from '../code-chip.tsx';
import { EmptyBox } from '../empty-box.tsx';
import { ExpiryBar } from '../expiry-bar.tsx';
import { Icon } from '../icon.tsx';
import { SectionHeading } from '../section-heading.tsx';
import { barOf, certificateFace, refusalOf } from './certificate-words.ts';

type Line = VisitDecision['lines'][number];
type Props = { readonly visit: VisitFacts; readonly decision: VisitDecision; readonly today: string };

/** 証明書と満了日: in issue order, each with its verdict, its date and the rule that made it; below, the dates compared. */
export function CertificateList({ visit, decision, today }: Props) {
  const { lines, findings, needsSubstitution } = decision;
  const dates = lines.length === 0 || lines.some(({ procedure }) => procedure !== 'revoke');
  const dated = lines.filter(({ expiry }) => expiry !== null);
  const bar = dated.at(-1)?.expiry ?? null;
  const accepted = lines.filter(({ verdict, procedure }) => verdict !== 'refuse' && procedure !== 'revoke');
  const anew = (line: Line): boolean =>
    line.procedure === 'issue' && lines.some(({ kind, procedure }) => kind === line.kind && procedure === 'revoke');
  return (
    <section className="panel-section">
      <SectionHeading>{dates ? '証明書と満了日' : '証明書'}</SectionHeading>
      {lines.length === 0 ? (
        <EmptyBox headline="証明書の種類を選ぶと、ここに満了日が出ます。" />
      ) : (
        <ol className="certificate-list">
          {lines.map((line) => (
            <CertificateItem
              key={`${line.kind} ${line.procedure}`}
              line={line}
              number={accepted.indexOf(line) + 1}
              anew={anew(line)}
              findings={findings}
              substitutesOpen={needsSubstitution.length > 0}
            />
          ))}
          {staying(visit, decision).map(({ kind, expiresOn }) => (
            <StayingItem key={`${kind} stays`} kind={kind} expiresOn={expiresOn} />
          ))}
        </ol>
      )}
      {lines.length > 0 && dated.length === 0 && accepted.length > 0 && (
        <EmptyBox headline={`${waitsFor(decision)}が決まると、ここに満了日と、それを決めた規則が出ます。`} />
      )}
      {bar !== null && <ExpiryBar today={today} {...barOf(bar)} />}
    </section>
  );
}

function waitsFor({ missing }: VisitDecision): string {
  const dates = missing.some(({ field }) => field === 'holder.bornOn' || field === 'card.expiresOn');
  return dates ? '生年月日とカードの期限' : 'いまの証明書';
}

/** What goes on beside a revocation: said, so that nobody supposes that everything ends. */
function staying({ current, at }: VisitFacts, { lines }: VisitDecision): readonly Staying[] {
  if (!lines.some(({ procedure }) => procedure === 'revoke')) return [];
  return (['userAuthentication', 'signature'] as const)
    .filter((kind) => !lines.some((line) => line.kind === kind))
    .flatMap((kind) => {
      const latest = latestOf(kind, current);
      return latest === null || latest.expiresOn < dateOf(at) ? [] : [{ kind, expiresOn: latest.expiresOn }];
    });
}

type Staying = { readonly kind: CertificateKind; readonly expiresOn: PlainDate };

function StayingItem({ kind, expiresOn }: Staying) {
  return (
    <li>
      <span className="certificate-number" aria-hidden="true">
        —
      </span>
      <div>
        <p className="certificate-head">
          <b>{KIND_NAMES[kind]}</b>
          <span className="certificate-face" data-tone="good">
            <Icon name="checkCircle" />
            続く
          </span>
        </p>
        <p className="certificate-date">
          <b>{formatWesternWithWareki(expiresOn)}</b>
          <span className="support">まで</span>
        </p>
      </div>
    </li>
  );
}

type ItemProps = {
  readonly line: Line;
  readonly number: number;
  /** one of this kind is revoked in the same visit */
  readonly anew: boolean;
  readonly findings: readonly Finding[];
  readonly substitutesOpen: boolean;
};

function CertificateItem({ line, number, anew, findings, substitutesOpen }: ItemProps) {
  const face = certificateFace(line, substitutesOpen);
  const refusal = line.verdict === 'refuse' ? refusalOf(line, findings) : null;
  const noGain = findings.find(({ code, kind, status }) => code === 'W3' && kind === line.kind && status === 'unmet');
  return (
    <li>
      <span className="certificate-number" aria-hidden="true">
        {number === 0 ? '—' : number}
      </span>
      <div>
        <p className="certificate-head">
          <b>
            {anew ? '新しい' : ''}
            {KIND_NAMES[line.kind]}
          </b>
          <span className="certificate-face" data-tone={face.tone}>
            <Icon name={face.icon} />
            {face.words}
          </span>
        </p>
        {line.expiry !== null && (
          <p className="certificate-date">
            <b>{formatWesternWithWareki(line.expiry.on)}</b>
            <CodeChip code={line.expiry.decidedBy} />
            <span className="support">{line.route === 'inquiry' ? '見込み' : 'による'}</span>
          </p>
        )}
        {refusal !== null && (
          <p className="certificate-note">
            <CodeChip code={refusal.code} tone="unmet" /> {refusal.text}
          </p>
        )}
        {noGain !== undefined && (
          <p className="certificate-note">
            <CodeChip code="W3" tone="pending" /> {noGain.text}
          </p>
        )}
      </div>
    </li>
  );
}
