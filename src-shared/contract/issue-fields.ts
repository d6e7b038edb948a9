import { type PlainDate, parsePlainDate } from '../kernel/plain-date.ts';
import { fail, type Result, succeed } from '../kernel/result.ts';
import type { FieldFailure } from './errors.ts';

/** 確かめた発行: serial number upper case in ASCII, expiry as a day. */
export type CheckedIssuance = { readonly line: number; readonly serial: string; readonly expiresOn: PlainDate };

const serialShape = /^[0-9A-Z][0-9A-Z-]{3,38}[0-9A-Z]$/;

/** 発行番号を読む: full width and lower case are understood; null where no serial number is meant (5–40 letters, digits, hyphens). */
export function readSerial(typed: string): string | null {
  const serial = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u{2010}-\u{2015}\u{2212}ー]/gu, (mark) => (/\s/.test(mark) ? '' : '-'));
  return serialShape.test(serial) ? serial : null;
}

/** 発行の欄を確かめる: fields are `certificates.<line>.serial` and `certificates.<line>.expiresOn`. */
export function checkIssuance(
  typed: readonly { readonly line: number; readonly serial: string; readonly expiresOn: string }[],
  today: PlainDate,
): Result<readonly CheckedIssuance[], readonly FieldFailure[]> {
  const failures: FieldFailure[] = [];
  const fault = (line: number, field: 'serial' | 'expiresOn', message: string) => {
    failures.push({ field: `certificates.${line}.${field}`, message, suggestion: null });
  };
  const checked = typed.flatMap(({ line, serial: typedSerial, expiresOn: typedDay }): CheckedIssuance[] => {
    const serial = readSerial(typedSerial);
    const expiresOn = parsePlainDate(typedDay);
    if (serial === null)
      fault(line, 'serial', '発行番号は英数字とハイフンで入力してください。統合端末の画面を見てください。');
    if (expiresOn === null) fault(line, 'expiresOn', '満了日を読み取れません。「2030.4.1」のように入力してください。');
    else if (expiresOn < today)
      fault(line, 'expiresOn', '満了日が今日より前です。統合端末の画面をもう一度見てください。');
    return serial === null || expiresOn === null ? [] : [{ line, serial, expiresOn }];
  });
  const serials = checked.map((each) => each.serial);
  const twice = checked.find((each, index) => serials.indexOf(each.serial) !== index);
  if (twice !== undefined)
    fault(twice.line, 'serial', '2つの証明書の発行番号が同じです。統合端末の画面をもう一度見てください。');
  return failures.length > 0 ? fail(failures) : succeed(checked);
}
