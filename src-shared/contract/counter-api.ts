import type * as z from 'zod';
import { approvalApi } from './api/approval-api.ts';
import { auditApi } from './api/audit-api.ts';
import type { Call } from './api/call.ts';
import { caseApi } from './api/case-api.ts';
import { closeApi } from './api/close-api.ts';
import { dayLogApi } from './api/day-log-api.ts';
import { homeApi } from './api/home-api.ts';
import { lettersApi } from './api/letters-api.ts';
import { listApi } from './api/list-api.ts';
import { personApi } from './api/person-api.ts';
import { printApi } from './api/print-api.ts';
import { programApi } from './api/program-api.ts';
import { receiveApi } from './api/receive-api.ts';
import { samplingApi } from './api/sampling-api.ts';
import { settingsApi } from './api/settings-api.ts';
import { staffApi } from './api/staff-api.ts';
import { statisticsApi } from './api/statistics-api.ts';

/**
 * 契約 (contract): every call between a screen and the main process, with its input, its output and who may make it; one file a task.
 * Both sides parse; unknown keys are refused. What crosses is one method name and one JSON text each way.
 */
export const counterApi = {
  ...programApi,
  ...staffApi,
  ...homeApi,
  ...receiveApi,
  ...caseApi,
  ...lettersApi,
  ...approvalApi,
  ...personApi,
  ...listApi,
  ...settingsApi,
  ...dayLogApi,
  ...closeApi,
  ...statisticsApi,
  ...printApi,
  ...auditApi,
  ...samplingApi,
} as const satisfies Record<string, Call>;

export type Method = keyof typeof counterApi;
/** Input as a caller may write it. */
export type Input<Name extends Method> = z.input<(typeof counterApi)[Name]['input']>;
export type Output<Name extends Method> = z.output<(typeof counterApi)[Name]['output']>;
