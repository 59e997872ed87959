/** Days as `YYYY-MM-DD` in bytes, kept: the dates of many people are few. */
import { asDay, formatDay } from '../../kernel/index.ts';
import { utf8Of } from './utf8.ts';

const MOST_KEPT = 40_000;

export function makeBytesOfDay(): (day: number) => Uint8Array {
  const kept = new Map<number, Uint8Array>();
  return (day) => {
    const held = kept.get(day);
    if (held !== undefined) return held;
    if (kept.size >= MOST_KEPT) kept.clear();
    const bytes = utf8Of(formatDay(asDay(day)));
    kept.set(day, bytes);
    return bytes;
  };
}
