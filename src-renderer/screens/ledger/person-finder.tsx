import { useContext, useEffect, useRef } from 'react';
import type { PersonRow } from '../../../src-shared/contract/api/person-api.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { EmptyBox } from '../../components/empty-box.tsx';
import { Icon } from '../../components/icon.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TextField } from '../../components/text-field.tsx';
import { isComposingKey } from '../../keyboard/composition.ts';
import { useLedger } from '../../store/ledger-slice.ts';
import { birthAndTown } from './person-words.ts';
import { useSearchAfterPause } from './use-search-after-pause.ts';

export const searchFieldId = 'ledger-search';
const resultsId = 'ledger-results';

/** 台帳を探す: one field for everything; Enter searches or opens, ↑↓ go through the people. */
export function PersonFinder() {
  const ledger = useLedger();
  const { typed, found, searching, searchFailure, standing, page, view } = ledger;
  const list = useRef<HTMLUListElement>(null);
  const shown = useContext(Shown);
  useSearchAfterPause();
  useEffect(() => {
    const nobody = document.activeElement === null || document.activeElement === document.body;
    if (shown && nobody) document.getElementById(searchFieldId)?.focus();
  }, [shown]);

  const persons = found?.persons ?? [];
  const fresh = found !== null && found.typed === typed;
  const focusRow = (row: PersonRow | undefined): void => {
    if (row !== undefined) list.current?.querySelector<HTMLElement>(`[data-row="${row.case}"]`)?.focus();
  };
  const enter = (): void => {
    if (fresh && standing !== null && persons.length > 0) void ledger.open(standing);
    else if (typed.trim() !== '') void ledger.search(true);
  };
  const marks = findMyNumbers(typed);
  return (
    <section className="ledger-finder" aria-label="台帳を探す">
      <div className="ledger-finder-head">
        <Segments
          legend="台帳の見かた"
          options={[
            { value: 'search', label: '探す' },
            { value: 'endingSoon', label: 'もうすぐ満了' },
          ]}
          value={view}
          onChange={(chosen) => void ledger.show(chosen)}
        />
        <TextField
          id={searchFieldId}
          label="台帳を探す"
          labelled="above"
          width="full"
          focusFirst
          value={typed}
          onChange={ledger.type}
          marks={marks}
          maskMarks
          problem={problemOf(marks.length > 0, searchFailure, (meant) => {
            ledger.type(meant);
            void ledger.search(true);
          })}
          onKeyDown={(event) => {
            if (isComposingKey(event)) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              if (!event.repeat && marks.length === 0) enter();
            } else if (event.key === 'ArrowDown' && fresh) {
              event.preventDefault();
              focusRow(persons[0]);
            }
          }}
        />
        <p className="support">氏名・フリガナ・生年月日・発行番号・受付番号。漢字の異体字は、いっしょに探します。</p>
      </div>
      <p className="ledger-count" role="status">
        {searching ? '探しています' : countWords(found)}
      </p>
      <div className="ledger-results" id={resultsId}>
        {found === null && !searching && <EmptyBox headline="まだ探していません。">上の欄に入力します。</EmptyBox>}
        {fresh && persons.length === 0 && <NobodyFound by={found.by} />}
        <ul
          ref={list}
          aria-label="見つかった人"
          onKeyDown={(event) => {
            if (event.ctrlKey || event.altKey || isComposingKey(event)) return;
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            const at = persons.findIndex((row) => row.case === standing);
            if (event.key === 'ArrowUp' && at <= 0) document.getElementById(searchFieldId)?.focus();
            else focusRow(persons[Math.min(at + (event.key === 'ArrowDown' ? 1 : -1), persons.length - 1)]);
          }}
        >
          {persons.map((row) => (
            <li key={row.case}>
              <button
                type="button"
                className="ledger-row-person"
                data-row={row.case}
                aria-current={row.case === page?.person.case ? 'true' : undefined}
                tabIndex={row.case === standing ? 0 : -1}
                onFocus={() => ledger.stand(row.case)}
                onClick={() => void ledger.open(row.case)}
              >
                <b>{row.name}</b>
                {row.possiblySame && (
                  <span className="ledger-same">
                    <Icon name="people" />
                    同じ人かも
                  </span>
                )}
                <span>{row.kana}</span>
                <span>{birthAndTown(row)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className="ledger-finder-foot">
        <KeyHint keys={['↑', '↓']} words="選ぶ" />
        <KeyHint keys={['Enter']} words="探す・開く" />
      </div>
    </section>
  );
}

type Problem = Parameters<typeof TextField>[0]['problem'];

function problemOf(
  hasMyNumber: boolean,
  failure: ReturnType<typeof useLedger.getState>['searchFailure'],
  mend: (meant: string) => void,
): Problem {
  if (hasMyNumber) return { message: '個人番号と思われる数字では探せません。消してください。' };
  if (failure === null) return null;
  const [field] = failure.fields;
  if (field === undefined) return { message: failure.message };
  const { message, suggestion } = field;
  if (suggestion === null) return { message };
  return { message, mend: { label: `${suggestion}で探す`, act: () => mend(suggestion) } };
}

function countWords(found: ReturnType<typeof useLedger.getState>['found']): string {
  if (found === null) return '';
  if (found.more) return `${found.persons.length}人を表示。続きがあります。くわしく入力してください。`;
  return `${found.persons.length}人`;
}

function NobodyFound({ by }: { readonly by: string }) {
  if (by === 'receipt')
    return <EmptyBox headline="この受付番号の受付は、この台帳にありません。">番号を確かめてください。</EmptyBox>;
  if (by === 'bornOn')
    return <EmptyBox headline="この生年月日の人は、この台帳にいません。">氏名かフリガナでも探せます。</EmptyBox>;
  return <EmptyBox headline="この台帳には見つかりません。">フリガナか生年月日でも探せます。</EmptyBox>;
}
