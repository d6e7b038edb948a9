import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Button } from '../../components/button.tsx';
import { roleNames } from '../../words/counter-words.ts';

type Props = {
  readonly staff: NonNullable<ProgramStatus['practiceStaff']>;
  readonly onChoose: (staffNumber: string, password: string) => void;
};

/** 練習の職員: on a practice ledger anyone may sign in as one of these, by one press. */
export function PracticeStaff({ staff, onChoose }: Props) {
  return (
    <section className="practice-staff" aria-label="練習の職員">
      <p className="support">練習では、次の職員でサインインできます。</p>
      <div className="entrance-actions">
        {staff.map((member) => (
          <Button key={member.staffNumber} small onPress={() => onChoose(member.staffNumber, member.password)}>
            {roleNames[member.role]} {member.staffNumber}
          </Button>
        ))}
      </div>
    </section>
  );
}
