/** Days as JSON texts (`"YYYY-MM-DD"`) in bytes, kept: the dates of many people are few. */
import { asDay, formatDay } from '../../kernel/index.ts';
import { utf8Of } from './utf8.ts';

/** The days that are kept: from 1900 to 2119. */
const FIRST = -25_567;
const DAYS = 80_354;

export type BytesOfDay = (day: number) => Uint8Array;

export function makeBytesOfDay(): BytesOfDay {
  const kept = new Array<Uint8Array | undefined>(DAYS).fill(undefined);
  return (day) => {
    const held = kept[day - FIRST];
    if (held !== undefined) return held;
    const bytes = utf8Of(JSON.stringify(formatDay(asDay(day))));
    if (day >= FIRST && day < FIRST + DAYS) kept[day - FIRST] = bytes;
    return bytes;
  };
}
