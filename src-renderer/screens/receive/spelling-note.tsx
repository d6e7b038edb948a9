import { Icon } from '../../components/icon.tsx';

type Props = {
  /** how many characters still need a substitute */
  readonly open: number;
  /** the spelling with what was chosen; null where nothing was */
  readonly onCertificate: string | null;
  readonly onReopen: (() => void) | null;
  readonly onClear: () => void;
  readonly onMark: (() => void) | null;
};

/** 表記のことわり: how many characters cannot stand, or how the certificate will spell it (G3). */
export function SpellingNote({ open, onCertificate, onReopen, onClear, onMark }: Props) {
  return (
    <>
      {open > 0 && (
        <span className="field-beside" data-tone="heed">
          <Icon name="warning" />
          使えない文字が{open}字あります
        </span>
      )}
      {onReopen !== null && (
        <button type="button" className="button-text" onClick={onReopen}>
          代替文字を選ぶ
        </button>
      )}
      {open === 0 && onCertificate !== null && (
        <span className="field-beside">
          <Icon name="check" />
          <span>
            証明書では<b>「{onCertificate}」</b>
          </span>
        </span>
      )}
      {onCertificate !== null && (
        <button type="button" className="button-text" onClick={onClear}>
          選び直す
        </button>
      )}
      {onMark !== null && onCertificate === null && (
        <button type="button" className="button-text support" onClick={onMark}>
          代替文字にする
        </button>
      )}
    </>
  );
}
