import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';

export type ShownFinding = {
  readonly code: string;
  readonly kind: 'signature' | 'userAuthentication' | null;
  readonly status: 'met' | 'unmet' | 'pending' | 'unknown';
  readonly text: string;
};

const order = { unmet: 0, pending: 1, unknown: 2, met: 3 } as const;

/** 根拠を並べる: what stops or waits first; what both certificates share is said once, what differs says for which. */
export function sortedFindings(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  const named = findings.map((finding) => {
    const others = findings.filter(({ code }) => code === finding.code);
    const differs = others.some(({ text, status }) => text !== finding.text || status !== finding.status);
    const prefix = differs && finding.kind !== null ? `${KIND_NAMES[finding.kind]}: ` : '';
    return { ...finding, text: `${prefix}${finding.text}` };
  });
  const once = named.filter(
    (finding, index) => named.findIndex(({ code, text }) => code === finding.code && text === finding.text) === index,
  );
  return once.toSorted((left, right) => order[left.status] - order[right.status]);
}

/** 数の言葉: 満たす13・未了2・満たさない0. */
export function countsWord(findings: readonly ShownFinding[]): string {
  const count = (status: ShownFinding['status']): number => findings.filter((each) => each.status === status).length;
  const unknown = count('unknown');
  return [
    `満たす${count('met')}`,
    ...(unknown > 0 ? [`未定${unknown}`] : []),
    ...(count('pending') > 0 ? [`未了${count('pending')}`] : []),
    `満たさない${count('unmet')}`,
  ].join('・');
}
