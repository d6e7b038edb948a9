import { z } from 'zod';
import { PlainDate } from '../kernel/plain-date.ts';
import { PlainDateTime, PlainTime } from '../kernel/plain-date-time.ts';
import { Office } from './visit.ts';

/** 臨時開庁 (L2): a day or hours that a supervisor opened; `offices` null is every office. */
export const SpecialOpening = z
  .strictObject({
    on: PlainDate,
    opensAt: PlainTime,
    closesAt: PlainTime,
    offices: z.array(Office).readonly().nullable(),
    reason: z.string(),
  })
  .readonly();
export type SpecialOpening = z.infer<typeof SpecialOpening>;

/** 臨時閉庁 (L2): a day that a supervisor closed; `offices` null is every office. */
export const SpecialClosure = z
  .strictObject({ on: PlainDate, offices: z.array(Office).readonly().nullable(), reason: z.string() })
  .readonly();
export type SpecialClosure = z.infer<typeof SpecialClosure>;

/** 全国のシステムの停止 (L3): from its first minute to before `until`. */
export const SystemStop = z.strictObject({ from: PlainDateTime, until: PlainDateTime, reason: z.string() }).readonly();
export type SystemStop = z.infer<typeof SystemStop>;

/** 暦 (L2, L3): closed days, special openings and planned stops; plain data, so that it crosses to any screen. */
export const Calendar = z
  .strictObject({
    /** 祝日・休日: day → name */
    holidays: z.record(PlainDate, z.string()).readonly(),
    /** Holidays after this day are expected, not yet published (見込み). */
    holidaysCertainThrough: PlainDate,
    specialClosures: z.array(SpecialClosure).readonly(),
    specialOpenings: z.array(SpecialOpening).readonly(),
    systemStops: z.array(SystemStop).readonly(),
  })
  .readonly();
export type Calendar = z.infer<typeof Calendar>;
