import { Banner } from '../../components/banner.tsx';
import type { StaffDone } from '../../store/staff-slice.ts';
import { OpenWorkList } from './hand-over-fields.tsx';

const headlines = {
  add: (name: string) => `${name}さんを加えました`,
  rename: (name: string) => `${name}さんの氏名・番号を変えました`,
  reassign: (name: string) => `${name}さんの役割・窓口を変えました`,
  suspend: (name: string) => `${name}さんを停止しました`,
  reinstate: (name: string) => `${name}さんの停止を解きました`,
  resetPassword: (name: string) => `${name}さんのパスワードを設定し直しました`,
  handOver: (name: string) => `${name}さんから責任者を引き継ぎました`,
} as const;

const texts = {
  add: '渡したパスワードを本人に伝えてください。はじめてのサインインで、自分のものに変えます。',
  rename: '前の氏名と番号は、経過に残っています。',
  reassign: 'いまから、この役割と窓口です。',
  suspend: 'いまから、サインインも承認もできません。',
  reinstate: 'またサインインできます。',
  resetPassword: '新しいパスワードを本人に伝えてください。次のサインインで、自分のものに変えます。',
  handOver: '次のものが後任に移りました。',
} as const;

/** したこと: what was recorded, and what follows from it. */
export function StaffDoneBanner({ done, onClose }: { readonly done: StaffDone; readonly onClose: () => void }) {
  return (
    <Banner tone="success" headline={headlines[done.kind](done.name)} onClose={onClose}>
      <p>{texts[done.kind]}</p>
      {done.kind === 'handOver' && done.work !== null && <OpenWorkList work={done.work} />}
    </Banner>
  );
}
