import type { StaffRow } from '../../src-shared/contract/api/staff-api.ts';
import { id } from './samples.ts';

/** 見本の職員: a clerk who may work everywhere and signs in here. */
export function sampleStaff(change: Partial<StaffRow> = {}): StaffRow {
  return {
    staff: id(1),
    staffNumber: '10482',
    name: '見本 窓口',
    kana: 'ミホン マドグチ',
    role: 'clerk',
    offices: null,
    suspended: false,
    signsIn: true,
    ownPassword: true,
    planned: null,
    lastSignInAt: '2026-11-24T08:41:00.000+09:00',
    failuresSince: 0,
    ...change,
  };
}
