import type { EventPayload, KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { Connection } from './connection.ts';
import type { EventRow } from './stored-event.ts';

type Planned = readonly [from: string, role: string, suspended: 0 | 1, staff: string];

function prepare(connection: Connection) {
  return {
    add: connection.prepare<[string, string, string | null, 0 | 1]>(
      `INSERT OR REPLACE INTO staff_standing (staff, role, offices, suspended, own_password) VALUES (?, ?, ?, 0, ?)`,
    ),
    role: connection.prepare<[string], string>('SELECT role FROM staff_standing WHERE staff = ?').pluck(),
    name: connection.prepare<[string, string, string, string, string, string]>(
      'INSERT OR REPLACE INTO staff (staff, staff_number, name, kana, role, record) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    unname: connection.prepare<[string]>('DELETE FROM staff WHERE staff = ?'),
    reassign: connection.prepare<[string, string | null, string]>(
      'UPDATE staff_standing SET role = ?, offices = ? WHERE staff = ?',
    ),
    setRole: connection.prepare<[string, string]>('UPDATE staff_standing SET role = ? WHERE staff = ?'),
    nameRole: connection.prepare<[string, string]>('UPDATE staff SET role = ? WHERE staff = ?'),
    suspend: connection.prepare<[0 | 1, string]>('UPDATE staff_standing SET suspended = ? WHERE staff = ?'),
    plan: connection.prepare<[string, string, 0 | 1, string]>(
      'UPDATE staff_standing SET planned_from = ?, planned_role = ?, planned_suspended = ? WHERE staff = ?',
    ),
    unplan: connection.prepare<[string]>(
      'UPDATE staff_standing SET planned_from = NULL, planned_role = NULL, planned_suspended = NULL WHERE staff = ?',
    ),
    planInForce: connection.prepare<[string, string], { role: string; suspended: 0 | 1 }>(
      'SELECT planned_role AS role, planned_suspended AS suspended FROM staff_standing WHERE staff = ? AND planned_from <= ?',
    ),
    password: connection.prepare<[0 | 1, string]>('UPDATE staff_standing SET own_password = ? WHERE staff = ?'),
    touched: connection.prepare<[string, number]>('INSERT OR IGNORE INTO staff_event (staff, arrival) VALUES (?, ?)'),
    signIn: connection.prepare<[number, string, string, string | null, string]>(
      'INSERT INTO sign_in (arrival, ledger, at, staff, outcome) VALUES (?, ?, ?, ?, ?)',
    ),
  };
}

/** 職員の畳み込み: who may work where, whose password it is, and who signed in. Of several ledgers' events the latest to arrive wins. */
export function staffFold(connection: Connection): (row: EventRow, event: KnownEvent) => void {
  const sql = prepare(connection);

  const setRole = (role: string, staff: string): void => {
    sql.setRole.run(role, staff);
    sql.nameRole.run(role, staff);
  };

  /** What was planned and holds by that day is what the person is, whatever comes next; only what lies ahead is dropped. */
  const settlePlan = (staff: string, day: string): void => {
    const plan = sql.planInForce.get(staff, day);
    if (plan === undefined) return;
    setRole(plan.role, staff);
    sql.suspend.run(plan.suspended, staff);
    sql.unplan.run(staff);
  };

  const handOver = (payload: EventPayload<'supervisorHandedOver/1'>, today: string): void => {
    const { from, to, predecessor, effectiveFrom, role } = payload;
    for (const staff of [from, to]) settlePlan(staff, today);
    const next: readonly Planned[] = [
      [effectiveFrom, role, 0, to],
      ...(predecessor === 'clerk' ? ([[effectiveFrom, 'clerk', 0, from]] as const) : []),
      ...(predecessor === 'suspended' ? ([[effectiveFrom, sql.role.get(from) ?? 'clerk', 1, from]] as const) : []),
    ];
    for (const planned of next) {
      const [day, then, suspended, staff] = planned;
      if (day > today) {
        sql.plan.run(...planned);
        continue;
      }
      sql.unplan.run(staff);
      setRole(then, staff);
      sql.suspend.run(suspended, staff);
    }
  };

  return (row, event) => {
    const { actor, record, occurredAt } = event.envelope;
    const today = occurredAt.slice(0, 10);
    const attempt = (staff: string | null, outcome: string): void => {
      sql.signIn.run(row.arrival, row.ledger, occurredAt, staff, outcome);
    };
    switch (event.name) {
      case 'staffAdded/2': {
        const { staff, role, offices, password } = event.payload;
        sql.add.run(staff, role, offices === null ? null : JSON.stringify(offices), password === 'own' ? 1 : 0);
        sql.touched.run(staff, row.arrival);
        if (event.personal === null || record === null) return;
        const { staffNumber, name, kana } = event.personal;
        sql.name.run(staff, staffNumber, name, kana, role, record);
        return;
      }
      case 'staffRenamed/1': {
        const { staff } = event.payload;
        sql.touched.run(staff, row.arrival);
        const role = sql.role.get(staff);
        if (event.personal === null || record === null || role === undefined) return void sql.unname.run(staff);
        const { staffNumber, name, kana } = event.personal.after;
        sql.name.run(staff, staffNumber, name, kana, role, record);
        return;
      }
      case 'staffReassigned/1': {
        const { staff, to } = event.payload;
        sql.touched.run(staff, row.arrival);
        settlePlan(staff, today);
        sql.unplan.run(staff);
        sql.reassign.run(to.role, to.offices === null ? null : JSON.stringify(to.offices), staff);
        sql.nameRole.run(to.role, staff);
        return;
      }
      case 'staffSuspended/1':
      case 'staffReinstated/1': {
        const { staff } = event.payload;
        sql.touched.run(staff, row.arrival);
        settlePlan(staff, today);
        sql.unplan.run(staff);
        sql.suspend.run(event.name === 'staffSuspended/1' ? 1 : 0, staff);
        return;
      }
      case 'passwordChanged/1': {
        const { staff, by } = event.payload;
        sql.touched.run(staff, row.arrival);
        // Each terminal keeps its own passwords; another one's says nothing about this one's.
        if (row.own !== 1) return;
        sql.password.run(by === 'self' ? 1 : 0, staff);
        return attempt(staff, 'reset');
      }
      case 'supervisorHandedOver/1':
        sql.touched.run(event.payload.from, row.arrival);
        sql.touched.run(event.payload.to, row.arrival);
        handOver(event.payload, today);
        return;
      case 'signedIn/1':
        return attempt(actor, 'signedIn');
      case 'unlocked/1':
        return attempt(actor, 'unlocked');
      case 'signInFailed/2':
        return attempt(event.payload.staff, event.payload.why === 'password' ? 'failed' : 'kept');
      default:
        return;
    }
  };
}
