import { systemStopAt } from '../../../src-shared/domain/calendar.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import type { FormHandle } from './form-handle.ts';

/** 統合端末の停止のことわり (L3): what is asked for is recorded now, and what is to be done on the terminal waits. */
export function StopNote({ form }: { readonly form: FormHandle }) {
  const words = stopWords(form);
  if (words === null) return null;
  return (
    <p className="receive-stop">
      <Icon name="warning" />
      <span>
        {words} <CodeChip code="L3" />
      </span>
    </p>
  );
}

/** A notice is judged by no hour (X3–X4), yet a certificate cannot be ended while the system stands still. */
function stopWords({ reading, now, rules }: FormHandle): string | null {
  const finding = reading.decision.findings.find(({ code, status }) => code === 'L3' && status === 'pending');
  if (finding !== undefined) return finding.text;
  const stop = reading.visit.lines.length === 0 ? null : systemStopAt(now, rules.calendar);
  return stop === null ? null : `システム停止(${stop.reason})。記録して、失効は停止のあと`;
}
