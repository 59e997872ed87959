import { describe, expect, it } from 'vitest';
import { today } from './today.ts';

describe('today', () => {
  it('is the civil day on the clock of the person, not in another zone', () => {
    expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
    expect(today(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22');
  });
});
