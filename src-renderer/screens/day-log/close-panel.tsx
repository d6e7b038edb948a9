import { useContext, useEffect } from 'react';
import type { DayLogShown } from '../../../src-shared/contract/day-log-view.ts';
import { isExplained } from '../../../src-shared/contract/day-log-words.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { SecondPerson } from '../../components/second-person.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Shown } from '../../components/shown.ts';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { type ClosePreview, useClose } from '../../store/close-slice.ts';
import { useDayLog } from '../../store/day-log-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { officeNames, terminalName } from '../../words/counter-words.ts';
import { monthDayWeekday, timeWord } from '../../words/day-words.ts';
import { CloseChecks } from './close-checks.tsx';
import { CloseCompare, ClosedCompare, closeFieldId } from './close-compare.tsx';
import { CloseDays } from './close-days.tsx';
import { cellName, comparedDays, readCells } from './close-reading.ts';
import { GapField, gapFieldId } from './gap-field.tsx';

type Props = { readonly day: string; readonly office: DayLogShown['office'] };

/** 締め (B4, B7): compare with the terminal's own report, look once more, and sign with a second person; F11 closes. */
export function ClosePanel({ day, office }: Props) {
  const close = useClose();
  const shown = useContext(Shown);
  const user = useProgram((program) => program.status?.user);
  const place = useProgram((program) => program.status?.place);
  const { load } = close;
  useEffect(() => {
    if (shown) void load(day);
  }, [shown, day, load]);

  const here = place?.office === office;
  const preview = here ? (close.previews[day] ?? null) : null;
  const readings = preview === null ? [] : readCells(preview, close.typed);
  const ready = comparedDays(close.previews, close.typed);
  const wanted = readings.filter(({ wants }) => wants !== null);
  const signs = close.signIn.staffNumber.trim() === '' || close.signIn.password === '';
  const gaps = preview?.state === 'open' ? preview.receiptGaps.filter((gap) => !isExplained(gap)) : [];
  const reason = here
    ? blockedReason(preview)
    : office === 'all'
      ? '締めるのは窓口ごとです。窓口を選んでください。'
      : `${officeNames[office]}の端末で締めます。`;

  const record = async (): Promise<void> => {
    const [first] = wanted;
    const [firstGap] = gaps;
    if (first !== undefined) {
      const words = `${cellName(first.cell)}の${first.wants === 'reason' ? '差の理由' : '端末の件数'}`;
      goToField(closeFieldId(first.key, first.wants ?? 'count'));
      useKeyBar.getState().say(`締めるには、${words}が要ります。`);
    } else if (firstGap !== undefined) {
      goToField(gapFieldId(day, firstGap.sequence));
      useKeyBar.getState().say(`締めるには、欠番 ${firstGap.number}の説明が要ります。`);
    } else if (signs) {
      goToField(close.signIn.staffNumber.trim() === '' ? 'close-staffNumber' : 'close-password');
      useKeyBar.getState().say('締めるには、確かめた責任者の職員番号とパスワードが要ります。');
    } else if (await close.record(ready)) await useDayLog.getState().load(day, office);
  };
  useFunctionKeys(
    {
      F11: {
        label: '締める',
        main: true,
        remaining: reason === undefined ? wanted.length + gaps.length + (signs ? 1 : 0) : undefined,
        waitingWord: close.step === 'sending' ? '締めています' : undefined,
        disabledReason: reason,
        act: () => void record(),
      },
    },
    { level: 'part' },
  );

  const personal = close.failure?.fields.find(({ field }) => field === 'acceptance.staffNumber');
  const terminal = preview === null ? '' : ` 端末 ${terminalName(preview)}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a closed day has no field here, and the keyboard must scroll it all the same
    <aside className="close-panel" aria-label="締め" tabIndex={0}>
      <CloseOutcome onAgain={() => void close.record(ready)} />
      {preview !== null && (
        <section>
          <SectionHeading end={preview.state === 'closed' ? '締めました' : '端末の日報と照らす'}>
            締め{terminal}
          </SectionHeading>
          {preview.closed !== null && <ClosedFacts preview={preview} />}
          {reason !== undefined && preview.state !== 'closed' && <p className="close-note">{reason}</p>}
          {preview.state === 'closed' && <ClosedCompare preview={preview} />}
          {preview.state === 'open' && (
            <CloseCompare
              readings={readings}
              onType={close.type}
              disabledReason={close.doubtful ? '締めたかどうかを確かめています。' : undefined}
            />
          )}
        </section>
      )}
      {preview !== null && preview.state !== 'nothing' && (
        <section>
          <SectionHeading>{preview.state === 'closed' ? '締めたときの様子' : '締める前の確認'}</SectionHeading>
          <CloseChecks preview={preview} />
          {gaps.map((gap) => (
            <GapField
              key={gap.receipt}
              gap={gap}
              day={day}
              onRecorded={() => void useDayLog.getState().load(day, office)}
            />
          ))}
        </section>
      )}
      {preview?.state === 'open' && (
        <section>
          <SectionHeading>確かめた人</SectionHeading>
          <SecondPerson
            idPrefix="close"
            value={close.signIn}
            onChange={close.sign}
            requestedBy={user?.name ?? null}
            problem={personal === undefined ? null : { message: personal.message }}
          >
            端末の日報と件数を一緒に確かめた、別の責任者です。
            <CodeChip code="B7" />
          </SecondPerson>
          <p className="close-note">
            {ready.length > 1 && `${ready.map((each) => monthDayWeekday(each.day)).join('、')}を一度に締めます。`}
            締めたあとは変わりません。日報と書き出しに確認符号が付きます。
            <CodeChip code="B4" />
          </p>
        </section>
      )}
      {!here && (
        <section>
          <SectionHeading>締め</SectionHeading>
          <p className="close-note">{reason}</p>
        </section>
      )}
      <section>
        <SectionHeading>締めていない日</SectionHeading>
        <CloseDays
          days={close.days}
          current={day}
          ready={ready.map((each) => each.day)}
          onOpen={(chosen, at) => void useDayLog.getState().load(chosen, at)}
        />
      </section>
    </aside>
  );
}

function blockedReason(preview: ClosePreview | null): string | undefined {
  switch (preview?.state) {
    case undefined:
      return '読んでいます。';
    case 'notOver':
      return '受付時間が終わってから締めます。';
    case 'nothing':
      return 'この日は、この端末の受付の記録がないため、締めるものがありません。';
    case 'closed':
      return 'この日は締めてあります。';
    case 'open':
      return undefined;
  }
}

/** 締めの結果: what was closed with its code, or why nothing was. */
function CloseOutcome({ onAgain }: { readonly onAgain: () => void }) {
  const { closed, failure, doubtful, putAway } = useClose();
  const [first] = closed;
  if (first !== undefined)
    return (
      <Banner tone="success" headline="締めました">
        <ul className="close-codes">
          {closed.map(({ day, code }) => (
            <li key={day}>
              {monthDayWeekday(day)} 確認符号 <code>{code}</code>
            </li>
          ))}
        </ul>
      </Banner>
    );
  if (failure === null) return null;
  return (
    <Banner
      tone="stop"
      headline={doubtful ? '締めたか確かめています' : '締めていません'}
      {...(doubtful ? {} : { onClose: putAway })}
    >
      <p>{failure.message}</p>
      {failure.fields.map(({ field, message }) => (
        <p key={field}>{message}</p>
      ))}
      {doubtful && (
        <p>
          <Button small onPress={onAgain}>
            もう一度確かめる
          </Button>
        </p>
      )}
    </Banner>
  );
}

function ClosedFacts({ preview }: { readonly preview: ClosePreview }) {
  const { closed } = preview;
  if (closed === null) return null;
  return (
    <dl className="close-facts">
      <div>
        <dt>確認符号</dt>
        <dd>
          <code>{closed.code}</code>
        </dd>
      </div>
      <div>
        <dt>締めた人</dt>
        <dd>{closed.closedBy ?? '—'}</dd>
      </div>
      <div>
        <dt>確かめた人</dt>
        <dd>{closed.checkedBy ?? '—'}</dd>
      </div>
      <div>
        <dt>締めた時</dt>
        <dd>
          {monthDayWeekday(closed.closedAt.slice(0, 10))} {timeWord(closed.closedAt)}
        </dd>
      </div>
    </dl>
  );
}
