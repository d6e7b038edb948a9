import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import type { FormHandle } from './form-handle.ts';

/** 統合端末の停止のことわり (L3): the visit is received, and what is to be done on the terminal waits. */
export function StopNote({ form }: { readonly form: FormHandle }) {
  const stop = form.reading.decision.findings.find(({ code, status }) => code === 'L3' && status === 'pending');
  if (stop === undefined) return null;
  return (
    <p className="receive-stop">
      <Icon name="warning" />
      <span>
        {stop.text} <CodeChip code="L3" />
      </span>
    </p>
  );
}
