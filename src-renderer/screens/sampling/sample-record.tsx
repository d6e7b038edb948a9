import type { ReactNode } from 'react';
import type { OpenedSample } from '../../../src-shared/contract/api/sampling-api.ts';
import { PROCEDURE_NAMES, PROOF_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { DocumentCode, documentName } from '../../../src-shared/domain/documents.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useTask } from '../../store/task-slice.ts';
import { capacityNames } from '../../words/counter-words.ts';
import { bothDay, dayOf, eraDay, monthDayWeekday, timeWord } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';

const statuses = { met: '満たす', unmet: '満たさない', pending: '未了', unknown: '未定' } as const;
const statusIcons = { met: 'check', unmet: 'crossCircle', pending: 'clock', unknown: 'infoDisc' } as const;

/** 受付の記録: as it was kept, for whoever gives it the second look; read only. */
export function SampleRecord({ opened }: { readonly opened: OpenedSample }) {
  const { detail, decision, issued, overrides } = opened;
  return (
    <section className="sample-record" aria-label="受付の記録">
      <Facts detail={detail} />
      <section className="panel-section">
        <SectionHeading end={`規則${decision.findings.length}`}>受付のときの判定</SectionHeading>
        <p>
          <b>{decision.words}</b>
        </p>
        <ul className="sample-findings">
          {decision.findings.map(({ code, status, kind }) => (
            <li key={`${code} ${kind}`} data-status={status}>
              <Icon name={statusIcons[status]} />
              <CodeChip code={code} />
              {statuses[status]}
              {kind !== '' && <small className="support">{kind}</small>}
            </li>
          ))}
        </ul>
      </section>
      {issued.length > 0 && (
        <section className="panel-section">
          <SectionHeading end={`${issued.length}通`}>発行と満了日</SectionHeading>
          {issued.map((each) => (
            <Sheet
              key={each.serial}
              rows={[
                [
                  `${KIND_NAMES[each.kind]} ${PROCEDURE_NAMES[each.procedure]}`,
                  `発行番号 ${each.serial}・${eraDay(each.issuedOn)}発行`,
                ],
                [
                  '満了日',
                  <>
                    端末 {bothDay(each.expiresOn)} {each.ours === each.expiresOn ? '=' : '≠'} 台帳 {bothDay(each.ours)}{' '}
                    <CodeChip code={each.decidedBy} />
                  </>,
                ],
                [
                  '比べた日',
                  each.compared.map(({ code, on }) => (
                    <span key={code} className="sample-bound">
                      <CodeChip code={code} /> {bothDay(on)}
                    </span>
                  )),
                ],
              ]}
            />
          ))}
        </section>
      )}
      {overrides.length > 0 && (
        <section className="panel-section">
          <SectionHeading end={`${overrides.length}件`}>例外の扱い</SectionHeading>
          <ul className="sample-lines">
            {overrides.map(({ rule, at, by, reason }) => (
              <li key={`${rule} ${at}`}>
                <CodeChip code={rule} /> {monthDayWeekday(dayOf(at))} {timeWord(at)} {by ?? '—'}
                {reason !== '' && `・${reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel-section">
        <SectionHeading end={`${detail.history.length}件`}>ここまでの記録</SectionHeading>
        <ul className="sample-lines">
          {detail.history.map(({ entry, at, what, who, office }) => (
            <li key={`${entry} ${at}`}>
              <span className="support">
                {monthDayWeekday(dayOf(at))} {timeWord(at)}
              </span>{' '}
              {what} <span className="support">{`${office} ${who ?? ''}`}</span>
            </li>
          ))}
        </ul>
        {detail.corrections.flatMap(({ changes, asked, approver }) =>
          changes.map(({ label, from, to }) => (
            <p key={`${label} ${from} ${to}`} className="support">
              訂正 {label}: {from} → {to}({asked ?? '—'}、承認 {approver ?? '—'})
            </p>
          )),
        )}
      </section>
    </section>
  );
}

function Facts({ detail }: { readonly detail: OpenedSample['detail'] }) {
  const go = useTask((tasks) => tasks.go);
  const { holder, visitor, summary, basis, backEntryReason } = detail;
  const came = `${capacityNames[summary.capacity ?? 'notice']}${visitor.name === null ? '' : ` ${visitor.name}`}${visitor.relation === null ? '' : `(${visitor.relation})`}`;
  const optional = (label: string, value: string | null): readonly (readonly [string, ReactNode])[] =>
    value === null || value === '' ? [] : [[label, value]];
  return (
    <section className="panel-section">
      <SectionHeading end={summary.receipt}>受付</SectionHeading>
      <Sheet
        rows={[
          ['本人', holder === null ? erasedName : `${holder.name}(${holder.kana})`],
          ...(holder === null
            ? []
            : ([
                ['生年月日', eraDay(holder.bornOn)],
                ['住所', holder.address],
                ['証明書の表記', `${holder.certificateName}・${holder.certificateAddress}`],
                ['カードの期限', holder.cardExpiresOn === null ? '—' : bothDay(holder.cardExpiresOn)],
              ] as const)),
          ['来庁者', came],
          ['本人確認の書類', documentsOf(visitor.documents)],
          ...optional('代理の資格', visitor.proof === null ? null : PROOF_NAMES[visitor.proof]),
          ...optional('代理の理由', visitor.reason),
          ...optional('通知の内容', basis),
          ...optional('紙での理由', backEntryReason),
        ]}
      />
      <div className="letter-acts">
        <Button small onPress={() => go({ kind: 'issueRecord', caseId: summary.case })}>
          受付を開く
        </Button>
      </div>
    </section>
  );
}

function documentsOf(codes: readonly string[]): string {
  if (codes.length === 0) return 'なし';
  return codes
    .map((code) => {
      const known = DocumentCode.safeParse(code);
      return known.success ? documentName(known.data) : code;
    })
    .join('・');
}

function Sheet({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="sample-sheet">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
