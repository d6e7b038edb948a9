import { useEffect } from 'react';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { formatWareki } from '../../../src-shared/kernel/wareki.ts';
import { call } from '../../bridge/client.ts';
import { useRevoke } from '../../store/revoke-slice.ts';
import { isTouched } from '../receive/typed.ts';

/** 台帳から来た人: the holder of this case stands in the form; what was half typed of somebody else is kept as 入力中. */
export function useHolderOfCase(caseId: string | null): void {
  useEffect(() => {
    if (caseId === null) return;
    let left = false;
    void (async () => {
      if (isTouched(useRevoke.getState().typed) && !(await useRevoke.getState().putAside())) return;
      const answer = await call('case.open', { case: caseId });
      if (left || !answer.ok || answer.value.holder === null) return;
      const { name, kana, sex, bornOn, address } = answer.value.holder;
      useRevoke.getState().change({ name, kana, sex, bornOn: formatWareki(plainDate(bornOn)), address });
    })();
    return () => {
      left = true;
    };
  }, [caseId]);
}
