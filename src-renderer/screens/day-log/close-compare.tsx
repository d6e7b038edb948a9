import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ClosePreview, TypedCell } from '../../store/close-slice.ts';
import { type CellReading, cellName, differenceWords } from './close-reading.ts';

/** 照らす欄の番号 of a field, so that F11 can go there. */
export function closeFieldId(key: string, part: 'count' | 'reason'): string {
  return `close-${key.replaceAll('.', '-')}-${part}`;
}

type Props = {
  readonly readings: readonly CellReading[];
  readonly onType: (key: string, cell: TypedCell) => void;
  readonly disabledReason: string | undefined;
};

/** 端末の日報と照らす: our count, the terminal's as typed, and the difference with its reason. */
export function CloseCompare({ readings, onType, disabledReason }: Props) {
  return (
    <div className="close-compare">
      <CompareHead />
      {readings.map(({ key, cell, typed, difference, problem }) => (
        <div key={key} className="close-cell" data-differs={difference === null || difference === 0 ? undefined : ''}>
          <div className="close-line">
            <span>{cellName(cell)}</span>
            <b className="numeric">{cell.ours}</b>
            <TextField
              id={closeFieldId(key, 'count')}
              label={`${cellName(cell)} 端末の日報の件数`}
              labelled="hidden"
              width="full"
              inputMode="numeric"
              maxLength={6}
              value={typed.reported}
              onChange={(reported) => onType(key, { ...typed, reported })}
              problem={problem === null ? null : { message: problem }}
              disabledReason={disabledReason}
            />
            <Difference difference={difference} />
          </div>
          {difference !== null && difference !== 0 && (
            <TextField
              id={closeFieldId(key, 'reason')}
              label={`差の理由(${differenceWords(difference)})`}
              labelled="above"
              width="full"
              value={typed.reason}
              onChange={(reason) => onType(key, { ...typed, reason })}
              disabledReason={disabledReason}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** 締めたときの照合: what was compared, with the reasons; it never changes. */
export function ClosedCompare({ preview }: { readonly preview: ClosePreview }) {
  return (
    <div className="close-compare">
      <CompareHead />
      {preview.cells.map((cell) => {
        const told = preview.explanations.find((each) => each.procedure === cell.procedure && each.kind === cell.kind);
        return (
          <div key={cellName(cell)} className="close-cell">
            <div className="close-line">
              <span>{cellName(cell)}</span>
              <b className="numeric">{cell.ours}</b>
              <b className="numeric">{cell.reported}</b>
              <Difference difference={cell.reported === null ? null : cell.reported - cell.ours} />
            </div>
            {told !== undefined && <p className="support">差の理由: {told.reason}</p>}
          </div>
        );
      })}
    </div>
  );
}

function CompareHead() {
  return (
    <div className="close-line close-head" aria-hidden="true">
      <span />
      <span className="numeric">台帳</span>
      <span>端末</span>
      <span>差</span>
    </div>
  );
}

function Difference({ difference }: { readonly difference: number | null }) {
  if (difference === null) return <span className="close-difference support">未入力</span>;
  if (difference === 0)
    return (
      <span className="close-difference" data-tone="good">
        <Icon name="checkCircle" />
        一致
      </span>
    );
  return (
    <span className="close-difference" data-tone="stop">
      <Icon name="crossDisc" />
      {difference > 0 ? `+${difference}` : `−${-difference}`}
    </span>
  );
}
