import { describe, expect, it } from 'vitest';
import { CURABLE, FINAL, inOnes, known, MET, NOT_APPLICABLE, OPEN, unknown, withStanding } from './packed.ts';
import { LETTERS, putState, stateAt } from './state-letters.ts';

const lettersOf = (packed: number): string => {
  const bytes = new Uint8Array(LETTERS);
  putState(packed, bytes, 0);
  return new TextDecoder().decode(bytes);
};

const RANKS = [0, 1, 2, 3, 4];
const STATES = [
  NOT_APPLICABLE,
  ...RANKS.flatMap((strength) =>
    RANKS.flatMap((grade) => [
      known(true, inOnes(strength), inOnes(grade)),
      ...[FINAL, OPEN, CURABLE].map((standing) =>
        withStanding(known(false, inOnes(strength), inOnes(grade)), standing),
      ),
    ]),
  ),
  ...Array.from({ length: 16 }, (_, reasons) => unknown(reasons)),
  ...[OPEN, CURABLE].map((standing) => withStanding(unknown(4), standing)),
];

describe('the letters of a state', () => {
  it('tell every state from every other, and are read back', () => {
    const letters = STATES.map(lettersOf);
    expect(new Set(letters).size).toBe(new Set(STATES).size);
    expect(letters.map((each) => stateAt(each, 0))).toEqual(STATES);
    expect(stateAt(letters.join(''), STATES.length - 1)).toBe(STATES.at(-1));
  });

  it('are what the table in the file says: truth + 4 × standing, strength × 5 + grade, reasons', () => {
    // True and met (1 + 4 × 3), strength 2 and grade 4 (2 × 5 + 4), no reason.
    expect(lettersOf(known(true, inOnes(2), inOnes(4)))).toBe('de0');
    expect(MET).toBe(inOnes(3));
  });

  it.each(['', 'd', 'd6', 'x60', 'd!0', 'd6v'])('%j is refused', (letters) => {
    expect(stateAt(letters, 0)).toBeUndefined();
  });
});
