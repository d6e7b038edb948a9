import { useTask } from '../../store/task-slice.ts';
import { HelpPage } from './help-page.tsx';

/** ヘルプ: lies over any screen while F1 has opened it; what lies below stays as it was. */
export function HelpOverlay() {
  const open = useTask((tasks) => tasks.helpOpen);
  const setHelp = useTask((tasks) => tasks.setHelp);
  return open ? <HelpPage onClose={() => setHelp(false)} /> : null;
}
