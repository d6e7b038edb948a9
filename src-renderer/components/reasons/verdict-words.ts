import type { Finding, RuleCode } from '../../../src-shared/domain/decision.ts';
import type { VisitDecision } from '../../../src-shared/domain/judge-visit.ts';
import { KIND_NAMES, type Procedure } from '../../../src-shared/domain/visit.ts';
import type { StampName } from '../verdict-stamp.tsx';

/** 判定の言葉: stamp, headline, and the reason with the rule that it comes from. */
export type VerdictWords = {
  readonly stamp: StampName;
  readonly headline: string;
  readonly reason: string;
  readonly code: string | null;
};

/** 残り: how many fields must be mended, and how many facts are missing. */
export type Remaining = { readonly toMend: number; readonly missing: number };

/** 判定を言葉にする: for the band, the strip and the live region alike. */
export function verdictWords(decision: VisitDecision, { toMend, missing }: Remaining): VerdictWords {
  const { verdict, route, lines, findings } = decision;
  switch (verdict) {
    case 'undecided':
      return {
        stamp: 'undecided',
        headline: 'まだ判定できません',
        reason: undecidedReason(toMend, missing),
        code: null,
      };
    case 'refuse': {
      const refusing = foremost(findings.filter(isRefusing));
      return {
        stamp: 'refused',
        headline: '受け付けられません',
        reason: refusing?.text ?? '判定の根拠を確かめてください',
        code: refusing?.code ?? null,
      };
    }
    case 'accept':
      if (route === 'inquiry') return inquiry(findings);
      return revocationWords(lines, findings) ?? sameDay(lines);
  }
}

function undecidedReason(toMend: number, missing: number): string {
  if (toMend > 0) return `直すところが${toMend}つあります`;
  if (missing > 3) return '入力すると、ここに判定が出ます';
  return missing > 0 ? `あと${missing}つで判定が出ます` : '判定の根拠を確かめてください';
}

const causes: Readonly<Partial<Record<RuleCode, string>>> = {
  X1: '本人の申請のため',
  X2: '秘密鍵の漏えい・き損の届出のため',
  X3: '氏名・住所などが変わったため',
  X3d: '住民票の消除・カードの失効のため',
  X4: '記録の誤りのため',
};

/** 失効の言葉: where nothing is issued, or only what X3 made room for; null for every other visit. */
function revocationWords(lines: VisitDecision['lines'], findings: readonly Finding[]): VerdictWords | null {
  const served = lines.filter(({ verdict }) => verdict === 'accept');
  const lost = served.filter(({ procedure }) => procedure === 'revoke').map(({ kind }) => kind);
  const cause = findings.find(({ code, status }) => status === 'met' && causes[code] !== undefined)?.code ?? null;
  if (lost.length === 0 || cause === null) return null;
  if (lost.length < served.length && cause !== 'X3') return null;
  const [only] = lost;
  return {
    stamp: 'revoked',
    headline: lost.length > 1 || only === undefined ? 'どちらも失効します' : `${KIND_NAMES[only]}だけが失効します`,
    reason: causes[cause] ?? '',
    code: cause,
  };
}

function sameDay(lines: VisitDecision['lines']): VerdictWords {
  const served = lines.filter(({ verdict }) => verdict === 'accept');
  return {
    stamp: 'sameDay',
    headline: headlineOf(new Set(served.map(({ procedure }) => procedure))),
    reason: '本人の来庁・書類で本人確認',
    code: 'I1',
  };
}

function headlineOf(procedures: ReadonlySet<Procedure>): string {
  if (procedures.has('revoke')) return '即日で失効・新規発行できます';
  if (!procedures.has('renew')) return '即日で発行できます';
  return procedures.has('issue') ? '即日で更新・発行できます' : '即日で更新できます';
}

function inquiry(findings: readonly Finding[]): VerdictWords {
  const represented = findings.some(({ code, status }) => code === 'I3' && status === 'met');
  return {
    stamp: 'inquiry',
    headline: '照会書を本人に郵送します',
    reason: represented ? '代理人による申請のため' : '本人確認ができないため',
    code: represented ? 'I3' : 'I2',
  };
}

/** いちばん先に言う根拠: M2 says what M1 only follows from. */
export function foremost(refusing: readonly Finding[]): Finding | undefined {
  return refusing.find(({ code }) => code === 'M2') ?? refusing[0];
}

/** 断っている規則か。 */
export function isRefusing({ status, effect }: Finding): boolean {
  return status === 'unmet' && effect === 'refuse';
}

/** 知らせる言葉: only the verdict and how much is left, so that the ear is not flooded while typing. */
export function announcement(words: VerdictWords, { toMend, missing }: Remaining): string {
  const left = [toMend === 0 ? '' : `直すところが${toMend}つ。`, missing === 0 ? '' : `あと${missing}つ。`].join('');
  return `判定: ${words.headline}。${left}`;
}
