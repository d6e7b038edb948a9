import { useEffect, useRef } from 'react';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Banner } from '../../components/banner.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useTask } from '../../store/task-slice.ts';

/** 開けない台帳の頁: what happened and what to do; nothing else can be done here. */
export function CannotOpenScreen({ reason }: { readonly reason: ProgramStatus['cannotOpen'] }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const setHelp = useTask((tasks) => tasks.setHelp);
  useFunctionKeys({ F1: { label: 'ヘルプ', act: () => setHelp(true) } });
  return (
    <main className="frame-task cannot-open">
      <h1 ref={heading} className="task-title" tabIndex={-1}>
        台帳を開けません
      </h1>
      <Banner tone="stop" headline={reason?.headline ?? '台帳を安全に開けません'}>
        <p>{reason?.text ?? '台帳は変わっていません。管理者に知らせてください。'}</p>
        {reason !== null && <p className="support">管理者に伝える符号: {reason.code}</p>}
      </Banner>
    </main>
  );
}
