import type { Finding } from '../../../src-shared/domain/decision.ts';
import type { LineDecision } from '../../../src-shared/domain/judge-visit.ts';
import type { IconName } from '../icon.tsx';
import { foremost, isRefusing } from './verdict-words.ts';

/** 明細の判定の言葉: how one certificate stands. */
export type CertificateFace = {
  readonly tone: 'good' | 'heed' | 'stop' | 'open';
  readonly icon: IconName;
  readonly words: string;
};

/** 明細の判定を言葉にする: `substitutesOpen` where its holder must still choose a 代替文字. */
export function certificateFace(line: LineDecision, substitutesOpen: boolean): CertificateFace {
  switch (line.verdict) {
    case 'refuse':
      return { tone: 'stop', icon: 'crossDisc', words: '受付不可' };
    case 'undecided':
      return { tone: 'open', icon: 'dashedCircle', words: '未定' };
    case 'accept': {
      if (line.procedure === 'revoke')
        return { tone: 'stop', icon: 'slash', words: line.route === 'inquiry' ? '回答のあと失効' : '失効する' };
      if (line.kind === 'signature' && substitutesOpen)
        return { tone: 'heed', icon: 'warning', words: '代替文字の選択後' };
      const act = line.procedure === 'renew' ? '更新可' : '発行可';
      return { tone: 'good', icon: 'checkCircle', words: line.route === 'inquiry' ? `回答のあと${act}` : act };
    }
  }
}

/** この明細を断っている根拠: of a kind asked for twice, what X says is about its revocation. */
export function refusalOf(line: LineDecision, findings: readonly Finding[]): Finding | null {
  const refusing = findings.filter(isRefusing);
  const ofVisit = foremost(refusing.filter(({ kind }) => kind === null));
  const own = refusing.find(
    ({ kind, code }) => kind === line.kind && code.startsWith('X') === (line.procedure === 'revoke'),
  );
  return own ?? ofVisit ?? null;
}

/** 期限を決める規則の言葉。 */
export const boundWords = {
  V1: '5回目の誕生日',
  V2: '6回目の誕生日',
  V3: 'カードの期限',
  V4: '利用者証明用の満了日',
} as const satisfies Readonly<Record<string, string>>;

/** 規則の言葉を引く: an unknown code stands for itself. */
export function boundWord(code: string): string {
  const words: Readonly<Record<string, string>> = boundWords;
  return words[code] ?? code;
}

type Expiry = {
  readonly on: string;
  readonly decidedBy: string;
  readonly compared: readonly { readonly code: string; readonly on: string }[];
};

/** 満了日の帯に渡すもの: what decided, what fell on the same day, what did not decide. */
export function barOf({ on, decidedBy, compared }: Expiry): {
  readonly decided: { readonly code: string; readonly words: string; readonly on: string };
  readonly alsoSameDay: readonly string[];
  readonly others: readonly { readonly code: string; readonly words: string; readonly on: string }[];
} {
  const others = compared.filter(({ code }) => code !== decidedBy);
  return {
    decided: { code: decidedBy, words: boundWord(decidedBy), on },
    alsoSameDay: others.filter((bound) => bound.on === on).map(({ code }) => code),
    others: others
      .filter((bound) => bound.on !== on)
      .map(({ code, on: day }) => ({ code, words: boundWord(code), on: day })),
  };
}
