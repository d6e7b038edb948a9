import type { AuditStaff } from '../../../src-shared/contract/api/audit-api.ts';
import { ROLE_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { AUDIT_ACT_NAMES, auditActs } from '../../../src-shared/domain/audit-acts.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { PeriodFields } from '../../components/period-fields.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useAudit } from '../../store/audit-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { readDay } from '../receive/date-reading.ts';
import { shownReading } from '../receive/shown-reading.ts';
import type { AuditTyped } from './audit-choice.ts';

const offices = (['shiminka', 'sobue', 'heiwa'] as const).map((value) => ({ value, label: officeNames[value] }));
const acts = auditActs.map((value) => ({ value, label: AUDIT_ACT_NAMES[value] }));

type Props = {
  readonly typed: AuditTyped;
  readonly staff: readonly AuditStaff[];
  readonly person: { readonly name: string } | null;
  /** hints are looked for among everybody: only the days count */
  readonly daysAlone: boolean;
};

/** 監査を絞る: days by Enter, everything else as soon as it is chosen. */
export function AuditFilters({ typed, staff, person, daysAlone }: Props) {
  const { type, narrow, search, ofPerson } = useAudit.getState();
  const problem = useAudit((audit) => audit.problem);
  const people = staff.map(({ staff: value, name, role }) => ({ value, label: `${name}(${ROLE_NAMES[role]})` }));
  return (
    <div className="audit-filters">
      <CounterForm label="監査の期間" className="audit-period" onDecide={() => void search()}>
        <PeriodFields
          focusFirst
          id="audit"
          from={typed.from}
          until={typed.until}
          parse={(text) => shownReading(readDay(text))}
          problem={problem}
          onChange={type}
        />
        <Button small onPress={() => void search()}>
          この日で読む
        </Button>
      </CounterForm>
      {!daysAlone && (
        <>
          <SelectField
            id="audit-staff"
            label="職員"
            value={typed.staff}
            options={[{ value: '', label: 'すべての職員' }, ...people]}
            onChange={(value) => void narrow({ staff: value })}
          />
          <SelectField
            id="audit-office"
            label="窓口"
            value={typed.office}
            options={[{ value: '', label: 'すべての窓口' }, ...offices]}
            // The options are these offices and no other.
            onChange={(value) => void narrow({ office: value as AuditTyped['office'] })}
          />
          <SelectField
            id="audit-act"
            label="種類"
            value={typed.act}
            options={[{ value: '', label: 'すべて' }, ...acts]}
            // The options are these kinds and no other.
            onChange={(value) => void narrow({ act: value as AuditTyped['act'] })}
          />
          {person !== null && (
            <p className="audit-person">
              <Icon name="infoDisc" />
              <b>{person.name}</b>さんに関わるもの
              <Button small onPress={() => void ofPerson(null)}>
                すべての人に戻す
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  );
}
