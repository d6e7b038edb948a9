import { useId } from 'react';
import { Button } from './button.tsx';

type Props = {
  readonly words: string;
  /** what is counted */
  readonly unit?: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
};

/** 長い仕事: how far it is, a way to stop it, and that the counter goes on. */
export function Progress({ words, unit = '件', done, total, onCancel }: Props) {
  const id = useId();
  return (
    <div>
      <div className="progress-head">
        <label htmlFor={id}>{words}</label>
        <b>
          {done.toLocaleString('ja-JP')} / {total.toLocaleString('ja-JP')}
          {unit}
        </b>
      </div>
      <progress id={id} className="progress-bar" max={total} value={done} />
      <div className="progress-foot">
        <span className="support">窓口の仕事は続けられます。途中の書類は残しません。</span>
        <Button small onPress={onCancel}>
          やめる
        </Button>
      </div>
    </div>
  );
}
