import { describe, expect, it } from 'vitest';
import {
  bound,
  CURABLE,
  DISPUTED,
  decided,
  F,
  FINAL,
  gradeCode,
  gradeName,
  inOnes,
  known,
  MET,
  NOT_APPLICABLE,
  NOT_SAID,
  OPEN,
  reasonNames,
  STALE,
  standingName,
  strengthName,
  T,
  truthName,
  U,
  undecided,
  unknown,
  withStanding,
} from './packed.ts';

describe('an answer packed into one integer', () => {
  it('says of itself what was put in', () => {
    const packed = known(true, inOnes(3), gradeCode('B'));
    expect([truthName(packed), standingName(packed)]).toEqual(['true', 'met']);
    expect([strengthName(packed), gradeName(packed)]).toEqual([3, 'B']);
    expect(reasonNames(packed)).toEqual([]);
  });

  it('false is final until something cures it', () => {
    const packed = known(false, inOnes(1), gradeCode('D'));
    expect([truthName(packed), standingName(packed), strengthName(packed), gradeName(packed)]).toEqual([
      'false',
      'final',
      1,
      'D',
    ]);
    expect(standingName(withStanding(packed, CURABLE))).toBe('curable');
  });

  it('unknown has reasons, sorted, and neither strength nor grade', () => {
    const packed = unknown(STALE | NOT_SAID | DISPUTED);
    expect(reasonNames(packed)).toEqual(['disputed', 'notSaid', 'stale']);
    expect([strengthName(packed), gradeName(packed), standingName(packed)]).toEqual([
      undefined,
      undefined,
      'unknown',
    ]);
  });

  it('what does not apply stands in nobody’s way', () => {
    expect([truthName(NOT_APPLICABLE), standingName(NOT_APPLICABLE)]).toEqual(['notApplicable', 'met']);
  });

  it('bits in ones give the lesser with & and the greater with |', () => {
    for (const a of [1, 2, 3, 4])
      for (const b of [1, 2, 3, 4]) {
        const [left, right] = [known(true, inOnes(a), inOnes(5 - a)), known(true, inOnes(b), inOnes(5 - b))];
        expect(strengthName(left & right)).toBe(Math.min(a, b));
        expect(strengthName(left | right)).toBe(Math.max(a, b));
        expect(gradeName(left & right)).toBe(['D', 'C', 'B', 'A'][4 - Math.max(a, b)]);
      }
  });

  it.each([
    { truth: T, standing: FINAL, expected: MET },
    { truth: U, standing: FINAL, expected: OPEN },
    { truth: U, standing: MET, expected: CURABLE },
    { truth: F, standing: MET, expected: CURABLE },
    { truth: F, standing: OPEN, expected: OPEN },
  ])('truth $truth bounds standing $standing to $expected', ({ truth, standing, expected }) => {
    expect(bound(standing, truth)).toBe(expected);
  });

  it('takes certainty and reasons out of other answers, and nothing else', () => {
    const sure = known(true, inOnes(2), gradeCode('C'));
    expect(decided(F, FINAL, sure)).toBe(known(false, inOnes(2), gradeCode('C')));
    expect(undecided(OPEN, unknown(DISPUTED) | sure)).toBe(unknown(DISPUTED));
  });
});
