import { formatDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { askFor, readDay } from './query.ts';

/** Half past three at night on the first of July in London, still the last of June in Vancouver. */
const now = new Date('2026-07-01T03:30:00Z');

describe('the day that a page is asked for', () => {
  it.each([
    ['Europe/London', '2026-07-01'],
    ['America/Vancouver', '2026-06-30'],
  ])('is today in %s where none is given', (zone, day) => {
    expect(readDay(null, now, zone)).toMatchObject({ text: day });
    expect(readDay('', now, zone).wrong).toBeUndefined();
  });

  it.each(['tomorrow', '2026-02-30', '2026-1-1', '<script>'])(
    'says what is wrong with %s and shows today',
    (text) => {
      const asked = readDay(text, now, 'Europe/London');
      expect(asked.text).toBe('2026-07-01');
      expect(asked.wrong).toContain(text);
    },
  );

  it.each([
    ['https://x.test/rules/gb?on=2026-03-31', '2026-03-31', '?on=2026-03-31'],
    ['https://x.test/rules/gb?on=nonsense', '2026-07-01', ''],
    ['https://x.test/rules/gb', '2026-07-01', ''],
  ])('of %s is the law of %s as known today; links keep "%s"', (address, on, keep) => {
    // Half past three in the night in London is half past five in the afternoon on the first islands that begin a day.
    const { query, keep: kept } = askFor(new URL(address), now, 'Europe/London');
    expect(formatDay(query.on)).toBe(on);
    expect(formatDay(query.knownOn)).toBe('2026-07-01');
    expect(kept).toBe(keep);
  });

  it('is judged with all that was entered by then, also where the day began earlier', () => {
    const late = new Date('2026-11-22T06:30:00Z');
    const { query } = askFor(new URL('https://x.test/rules/ca-bc'), late, 'America/Vancouver');
    expect(formatDay(query.on)).toBe('2026-11-21');
    expect(formatDay(query.knownOn)).toBe('2026-11-22');
  });
});
