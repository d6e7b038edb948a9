import type { ReactNode } from 'react';
import { assertNever } from '../src-shared/kernel/assert-never.ts';
import { ApprovalsScreen } from './screens/approvals/approvals-screen.tsx';
import { AuditScreen } from './screens/audit/audit-screen.tsx';
import { DayLogScreen } from './screens/day-log/day-log-screen.tsx';
import { HomeScreen } from './screens/home/home-screen.tsx';
import { IssueRecordScreen } from './screens/issue-record/issue-record-screen.tsx';
import { LedgerScreen } from './screens/ledger/ledger-screen.tsx';
import { LettersScreen } from './screens/letters/letters-screen.tsx';
import { PasswordScreen } from './screens/password/password-screen.tsx';
import { ReceiveScreen } from './screens/receive/receive-screen.tsx';
import { RevokeScreen } from './screens/revoke/revoke-screen.tsx';
import { SamplingScreen } from './screens/sampling/sampling-screen.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { StaffScreen } from './screens/staff/staff-screen.tsx';
import { StatisticsScreen } from './screens/statistics/statistics-screen.tsx';
import type { Task } from './store/task-slice.ts';

/** 仕事の画面: which screen stands for a task. */
export function taskScreen(task: Task): ReactNode {
  switch (task.kind) {
    case 'home':
      return <HomeScreen />;
    case 'receive':
      return <ReceiveScreen draft={task.draft} />;
    case 'revoke':
      return <RevokeScreen draft={task.draft} holder={task.holder} />;
    case 'issueRecord':
      return <IssueRecordScreen caseId={task.caseId} />;
    case 'ledger':
      return <LedgerScreen caseId={task.caseId} />;
    case 'letters':
      return <LettersScreen />;
    case 'approvals':
      return <ApprovalsScreen />;
    case 'audit':
      return <AuditScreen person={task.person} />;
    case 'sampling':
      return <SamplingScreen />;
    case 'dayLog':
      return <DayLogScreen />;
    case 'statistics':
      return <StatisticsScreen />;
    case 'staff':
      return <StaffScreen />;
    case 'password':
      return <PasswordScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(task);
  }
}
