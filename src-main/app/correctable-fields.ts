import type { FieldFailure } from '../../src-shared/contract/errors.ts';
import { readSerial } from '../../src-shared/contract/issue-fields.ts';
import { receiveTextFields } from '../../src-shared/contract/receive-fields.ts';
import { parseDateInput } from '../../src-shared/kernel/date-input.ts';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import { checkText, readKana, type TextField } from '../../src-shared/kernel/text-input.ts';

const texts: Readonly<Record<string, TextField>> = {
  name: receiveTextFields.name,
  address: receiveTextFields.address,
  visitorName: receiveTextFields.visitorName,
  visitorRelation: { ...receiveTextFields.relation, required: true },
  visitorReason: { ...receiveTextFields.reason, required: true },
};

/** 訂正の値を読む: the same rules as when it was first typed; days in either calendar, `on` being the day of the entry. */
export function readCorrected(field: string, typed: string, on: string): Result<string, FieldFailure> {
  const say = (message: string): Result<never, FieldFailure> => fail({ field, message, suggestion: null });
  const rule = texts[field];
  if (rule !== undefined) {
    const checked = checkText(typed.trim(), rule);
    return checked.ok ? checked : say(checked.failure.message);
  }
  switch (field) {
    case 'kana': {
      const kana = readKana(typed, receiveTextFields.kana);
      return kana.ok ? kana : say(kana.failure.message);
    }
    case 'sex':
      return typed === 'female' || typed === 'male' ? succeed(typed) : say('女か男を選んでください。');
    case 'serial': {
      const serial = readSerial(typed);
      return serial === null
        ? say('発行番号は英数字とハイフンで入力してください。統合端末の控えを見てください。')
        : succeed(serial);
    }
    case 'bornOn': {
      const day = parseDateInput(typed);
      if (!day.ok) return say(day.failure.message);
      return day.value > on ? say('生年月日が受付の日より後です。年号と年を確かめてください。') : day;
    }
    case 'cardExpiresOn':
    case 'expiresOn': {
      const day = parseDateInput(typed);
      return day.ok ? day : say(day.failure.message);
    }
    default:
      return say('この欄は訂正できません。訂正する欄を選び直してください。');
  }
}
