import * as z from 'zod';

/** 開けない台帳: what happened and what to do; the file was not changed. */
export const CannotOpen = z.strictObject({ code: z.string(), headline: z.string(), text: z.string() });
export type CannotOpen = z.infer<typeof CannotOpen>;

const words: Readonly<Record<string, readonly [headline: string, text: string]>> = {
  ledgerLost: [
    '台帳のファイルが見つかりません',
    'この端末で記録した跡があるのに、台帳のファイルがありません。何も変えていません。元に戻すか控えから戻すよう、管理者に知らせてください。',
  ],
  folderNotWritable: [
    '台帳のフォルダーに書き込めません',
    '台帳は変わっていません。フォルダーの権限とディスクを、管理者が確かめてください。',
  ],
  keyMissing: [
    '台帳の鍵が見つかりません',
    '台帳は変わっていません。鍵のファイルを元に戻すか、管理者に知らせてください。',
  ],
  keyRefused: [
    '台帳の鍵を使えません',
    '台帳は変わっていません。鍵のファイルの持ち主と権限を、管理者が確かめてください。',
  ],
  notALedger: [
    'このファイルは窓口台帳ではありません',
    'ファイルは変えていません。台帳のフォルダーを管理者に確かめてください。',
  ],
  unreadable: [
    '台帳を読めません',
    'ファイルが壊れているか、鍵が合いません。何も変えていません。控えから戻すよう、管理者に知らせてください。',
  ],
  newerFile: [
    'この台帳は、新しい版の窓口台帳で作られています',
    '台帳は変わっていません。この端末の窓口台帳を新しい版にしてから開いてください。',
  ],
  notLocalDisk: ['台帳が共有フォルダーにあります', '台帳はこの端末のディスクに置いてください。何も変えていません。'],
  alreadyOpen: [
    'この台帳は、別の窓で開いています',
    'もう一つの窓口台帳の窓に戻ってください。この窓は閉じてかまいません。',
  ],
  practiceMismatch: [
    '練習の台帳と本番の台帳が取り違えられています',
    '何も変えていません。始めるときの --practice とフォルダーを確かめてください。',
  ],
};

/** 開けない理由の言葉: for every code of the store; an unnamed one is an unsafe setting of the file or its library. */
export function cannotOpenWords(code: string): CannotOpen {
  const [headline, text] = words[code] ?? [
    '台帳を安全に開けません',
    '台帳は変わっていません。この端末の窓口台帳を入れ直すよう、管理者に知らせてください。',
  ];
  return { code, headline, text };
}
