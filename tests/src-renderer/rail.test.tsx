import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TaskColumns } from '../../src-renderer/components/task-columns.tsx';
import { TaskTitle } from '../../src-renderer/components/task-title.tsx';
import { TodayRail } from '../../src-renderer/screens/home/today-rail.tsx';
import { useProgram } from '../../src-renderer/store/program-slice.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import { fakeCounter } from './fake-counter.ts';
import { serve, show, untilText, violations } from './mount.tsx';
import { id } from './samples.ts';

async function beside(current: string): Promise<void> {
  serve(fakeCounter());
  await useProgram.getState().refresh();
  show(
    <TaskColumns
      rail={<TodayRail current={current} />}
      panel={<p>判定の中身</p>}
      panelLabel="判定"
      strip={<p>判定の帯</p>}
      panelOpen={false}
    >
      <TaskTitle title="受付" />
    </TaskColumns>,
  );
  await untilText('受付');
}

describe('順番の柱', () => {
  test('いまの受付に印があり、Ctrl+↑↓で前後の受付へ行く', async () => {
    await beside(id(0x100d));
    await untilText('練習 一郎');
    expect(document.querySelector('[aria-current="true"] b')?.textContent).toBe('練習 一郎');
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x100c) });
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
    expect(useTask.getState().task).toEqual({ kind: 'receive', draft: id(0x900) });
    expect(await violations()).toEqual([]);
  });

  test('一列では柱と判定が隠れ、判定の帯が出る', async () => {
    await page.viewport(683, 384);
    await beside(id(0x100d));
    const shown = (selector: string): boolean => document.querySelector(selector)?.checkVisibility() === true;
    expect([shown('.task-rail'), shown('.task-panel'), shown('.task-strip')]).toEqual([false, false, true]);
    await page.viewport(1093, 614);
    expect([shown('.task-rail'), shown('.task-panel'), shown('.task-strip')]).toEqual([false, true, false]);
    await page.viewport(1366, 768);
    expect([shown('.task-rail'), shown('.task-panel'), shown('.task-strip')]).toEqual([true, true, false]);
  });
});
