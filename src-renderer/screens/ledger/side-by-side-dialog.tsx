import { useEffect, useState } from 'react';
import type { PersonPage } from '../../../src-shared/contract/api/person-api.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { call } from '../../bridge/client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { Icon } from '../../components/icon.tsx';
import { useLedger } from '../../store/ledger-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { type Rules, useRules } from '../../store/rules.ts';
import { bothDay, eraDay } from '../../words/day-words.ts';
import { JoinReason, joinReasonId, joinReasonProblem } from './join-reason.tsx';
import { ageWord, sexWords } from './person-words.ts';

type Props = {
  readonly page: PersonPage;
  /** a case of the other record */
  readonly other: string;
  readonly today: string;
  readonly onClose: () => void;
};

/** 並べて見る: both records as they were recorded, what differs marked; a supervisor may join them, and part them again. */
export function SideBySideDialog({ page, other, today, onClose }: Props) {
  const { join, sending, joinFailure, putAway } = useLedger();
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  const [there, setThere] = useState<PersonPage | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    let wanted = true;
    void call('person.open', { case: other }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setThere(answer.value);
      else setUnread(answer.failure.message);
    });
    return () => {
      wanted = false;
    };
  }, [other]);

  const close = (): void => {
    putAway();
    onClose();
  };
  const decide = async (): Promise<void> => {
    setTried(true);
    if (joinReasonProblem(reason) !== null) goToField(joinReasonId);
    else if (await join(other, reason)) onClose();
  };
  const mayJoin = role !== 'clerk';
  const trouble = unread ?? (joinFailure === null ? null : (joinFailure.fields[0]?.message ?? joinFailure.message));
  return (
    <Dialog
      wide
      headline="2つの記録を並べて見ます"
      onStepBack={close}
      actions={
        <>
          {mayJoin && (
            <Button
              onPress={() => void decide()}
              busy={sending}
              disabledReason={there === null ? '読んでいます' : undefined}
            >
              まとめる
            </Button>
          )}
          <Button kind="main" focusFirst shortcut="Esc" onPress={close}>
            {mayJoin ? 'まとめない' : '閉じる'}
          </Button>
        </>
      }
    >
      {there === null ? (
        <p role="status">{unread === null ? '読んでいます。' : ''}</p>
      ) : (
        <Compared here={page} there={there} today={today} />
      )}
      {mayJoin ? (
        <>
          <p>まとめると、どちらを開いても一人として見えます。2つの記録はどちらも変わらず、いつでももとに戻せます。</p>
          <JoinReason label="まとめる理由(10文字以上)" value={reason} onChange={setReason} tried={tried} />
        </>
      ) : (
        <p>まとめるのは責任者だけです。同じ人のようなら、責任者に知らせてください。</p>
      )}
      <div role="alert">{trouble !== null && <FieldProblem id="join-trouble" problem={{ message: trouble }} />}</div>
    </Dialog>
  );
}

type ComparedProps = { readonly here: PersonPage; readonly there: PersonPage; readonly today: string };

function Compared({ here, there, today }: ComparedProps) {
  const rules = useRules();
  const rows = factsOf(here, today, rules).map(({ label, value, tells }, index) => {
    const other = factsOf(there, today, rules)[index]?.value ?? '';
    return { label, value, other, tells, differs: tells && value !== other };
  });
  return (
    <table className="ledger-table compared-records">
      <caption className="visually-hidden">2つの記録の違い</caption>
      <thead>
        <tr>
          <th scope="col">項目</th>
          <th scope="col">いま開いている記録</th>
          <th scope="col">もう一つの記録</th>
          <th scope="col">違い</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, other, tells, differs }) => (
          <tr key={label} data-changed={differs ? '' : undefined}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{other}</td>
            <td>
              {differs && (
                <span className="compared-differs">
                  <Icon name="warning" />
                  違う
                </span>
              )}
              {tells && !differs && <span className="support">同じ</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `tells`: of the holder, so that a difference tells two people apart; the rest is only shown. */
type Fact = { readonly label: string; readonly value: string; readonly tells: boolean };

function factsOf(page: PersonPage, today: string, rules: Rules): readonly Fact[] {
  const { person, sex, cardExpiresOn, certificates, cases } = page;
  const valid = certificates.filter(({ endedOn, expiresOn }) => endedOn === null && expiresOn >= today);
  return [
    { label: '氏名', value: person.name, tells: true },
    { label: 'フリガナ', value: person.kana, tells: true },
    { label: '生年月日', value: `${eraDay(person.bornOn)}(${ageWord(person.bornOn, today, rules)})`, tells: true },
    { label: '性別', value: sexWords[sex], tells: true },
    { label: '住所', value: person.address === '' ? '—' : person.address, tells: true },
    { label: 'カードの期限', value: cardExpiresOn === null ? '—' : bothDay(cardExpiresOn), tells: false },
    {
      label: '有効な証明書',
      value: valid.map(({ kind, expiresOn }) => `${KIND_NAMES[kind]} ${bothDay(expiresOn)}まで`).join('、') || 'なし',
      tells: false,
    },
    { label: '受付', value: cases.map(({ receipt }) => receipt).join('、'), tells: false },
  ];
}
