import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { administrator, clerk, requestId, supervisor } from '../../support/made-up.ts';
import type { AppBed } from './app-bed.ts';

/** 決まりを変える: as an administrator, then the clerk is back at the counter. */
export async function changeRule(
  bed: AppBed,
  settings: Input<'settings.changePolicy'>['settings'],
  effectiveFrom = bed.clock.now().slice(0, 10),
): Promise<void> {
  await bed.signInAs(administrator);
  const change = { requestId: requestId(), effectiveFrom, settings, reason: '要綱の改正' };
  await bed.counter.call('settings.changePolicy', change);
  await bed.signInAs(clerk);
}

/** 臨時閉庁: every office on these days, as a supervisor. */
export async function closeDays(bed: AppBed, from: string, until = from): Promise<void> {
  await bed.signInAs(supervisor);
  await bed.counter.call('settings.addCalendarEntry', {
    requestId: requestId(),
    kind: 'specialClosure',
    from: `${from}T00:00`,
    until: `${until}T23:59`,
    offices: null,
    reason: '庁舎の工事',
  });
  await bed.signInAs(clerk);
}
