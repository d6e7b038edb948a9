import type { DayCount, DayMeasure } from './day-counts.ts';

/** 行のまとまり, in the order of the table. */
export const lineGroups = ['persons', 'certificates', 'letters', 'others'] as const;
export type LineGroup = (typeof lineGroups)[number];

type Chosen = Partial<Pick<DayCount, 'procedure' | 'kind' | 'detail'>>;

/** 統計の行: which counts it adds up. `part` stands under its `total`; `detail` is worth a line only where something was counted. */
export type StatisticLine = {
  readonly code: string;
  readonly group: LineGroup;
  readonly level: 'total' | 'part' | 'detail';
  readonly unit: '人' | '枚' | '通' | '件' | '円';
  readonly measures: readonly DayMeasure[];
  readonly where: Chosen;
};

const procedures = ['issue', 'renew', 'revoke'] as const;
const kinds = ['signature', 'userAuthentication'] as const;
const capacities = ['holder', 'agent', 'statutoryRepresentative', 'notice'] as const;
const routes = ['sameDay', 'inquiry', 'none'] as const;
const causes = ['X1', 'X2', 'X3', 'X3d', 'X4'] as const;

type Of = Pick<StatisticLine, 'group' | 'unit' | 'measures'>;
const persons = (measure: DayMeasure): Of => ({ group: 'persons', unit: '人', measures: [measure] });
const certificates = (...measures: DayMeasure[]): Of => ({ group: 'certificates', unit: '枚', measures });
const letters: Of = { group: 'letters', unit: '通', measures: ['letter'] };

const total = (code: string, of: Of, where: Chosen = {}): StatisticLine => ({ code, level: 'total', ...of, where });
const part = (code: string, of: Of, where: Chosen): StatisticLine => ({ code, level: 'part', ...of, where });
const detail = (code: string, of: Of, where: Chosen): StatisticLine => ({ code, level: 'detail', ...of, where });

/**
 * 統計の行 in the order of the table. Persons count on the day of their reception, their route and their end on the day on which
 * those were decided; certificates on the day of issuance or revocation.
 */
export const statisticLines: readonly StatisticLine[] = [
  total('received', persons('received')),
  ...procedures.map((procedure) => part(`received.${procedure}`, persons('received'), { procedure })),
  ...capacities.map((detail) => part(`received.${detail}`, persons('received'), { detail })),
  ...routes.map((detail) => part(`routed.${detail}`, persons('routed'), { detail })),
  part('ended.refused', persons('ended'), { detail: 'refused' }),
  part('ended.withdrawn', persons('ended'), { detail: 'withdrawn' }),
  total('issued', certificates('issued')),
  ...(['issue', 'renew'] as const).flatMap((procedure) =>
    kinds.map((kind) => part(`issued.${procedure}.${kind}`, certificates('issued'), { procedure, kind })),
  ),
  total('revoked', certificates('revoked', 'issuerRevoked')),
  ...kinds.map((kind) => part(`revoked.${kind}`, certificates('revoked'), { kind })),
  ...causes.flatMap((cause) =>
    kinds.map((kind) => detail(`revoked.${cause}.${kind}`, certificates('revoked'), { kind, detail: cause })),
  ),
  detail('revoked.X5', certificates('issuerRevoked'), {}),
  total('letter.posted', letters, { detail: 'posted' }),
  total('letter.answered', letters, { detail: 'answered' }),
  total('letter.returned', letters, { detail: 'returned' }),
  total('corrected', { group: 'others', unit: '件', measures: ['corrected'] }),
  total('fee', { group: 'others', unit: '円', measures: ['fee'] }),
];

/** 行に足す: the sum of the counts that belong to the line. */
export function sumOf(line: Pick<StatisticLine, 'measures' | 'where'>, counts: readonly DayCount[]): number {
  const { procedure, kind, detail } = line.where;
  return counts
    .filter(
      (count) =>
        line.measures.includes(count.measure) &&
        (procedure === undefined || count.procedure === procedure) &&
        (kind === undefined || count.kind === kind) &&
        (detail === undefined || count.detail === detail),
    )
    .reduce((sum, { n }) => sum + n, 0);
}
