import type { StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { Icon } from '../../components/icon.tsx';
import { useRowSteps } from '../../keyboard/row-steps.ts';
import { roleNames } from '../../words/counter-words.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { officesWord, plannedWords, staffFace } from './staff-words.ts';

type Props = {
  readonly staff: readonly StaffRow[];
  readonly opened: string | null;
  readonly busy: boolean;
  readonly onOpen: (staff: string) => void;
};

const heads = ['職員番号', '氏名', '役割', '窓口', '状態', '最後のサインイン'] as const;

/** 職員の一覧, by staff number; ↑↓ move, Enter opens. */
export function StaffList({ staff, opened, busy, onOpen }: Props) {
  const rows = staff.map((each) => each.staff);
  const { box, standing, stand, onKeyDown } = useRowSteps(rows, opened);
  return (
    <section ref={box} aria-label="職員の一覧" className="staff-list" aria-busy={busy} onKeyDown={onKeyDown}>
      <table className="ledger-table approvals-table">
        <caption className="visually-hidden">職員の一覧</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? 'number-column' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <tr key={member.staff} className="ledger-row" data-selected={member.staff === opened ? '' : undefined}>
              <td className="number-column">{member.staffNumber}</td>
              <th scope="row">
                <button
                  type="button"
                  className="row-open"
                  data-row={member.staff}
                  tabIndex={member.staff === standing ? 0 : -1}
                  aria-current={member.staff === opened ? 'true' : undefined}
                  onFocus={() => stand(member.staff)}
                  onClick={() => onOpen(member.staff)}
                >
                  {member.name}
                </button>
                <small className="support staff-kana">{member.kana}</small>
              </th>
              <td>
                {roleNames[member.role]}
                {member.planned !== null && <small className="support staff-kana">{plannedWords(member)}</small>}
              </td>
              <td>{officesWord(member.offices)}</td>
              <td>
                <StaffState member={member} />
              </td>
              <td>
                <SignIns member={member} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** 職員の状態の札. */
export function StaffState({ member }: { readonly member: StaffRow }) {
  const { word, icon, tone } = staffFace(member);
  return (
    <span className={`state-chip keeps-colour tone-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

/** 最後のサインインと、そのあとに断った回数. */
export function SignIns({ member }: { readonly member: StaffRow }) {
  const { lastSignInAt, failuresSince } = member;
  return (
    <>
      {lastSignInAt === null ? 'まだありません' : `${shortMonthDay(dayOf(lastSignInAt))} ${timeWord(lastSignInAt)}`}
      {failuresSince > 0 && <small className="staff-failures">そのあと{failuresSince}回断りました</small>}
    </>
  );
}
