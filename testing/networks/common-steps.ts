/** What serves several jurisdictions: the papers of the person, her languages, her years of practice, the exams of boards. */
import { makeRandom, pick } from '../../bench/random.ts';
import type { NewStep } from './build-network.ts';

export type Draw = {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly oneOf: <T>(items: readonly T[]) => T;
  /** Happens so many times in a hundred. */
  readonly inHundred: (times: number) => boolean;
};

/** Neighbouring seeds must not begin alike: they are spread first. */
export function drawFrom(seed: number): Draw {
  const random = makeRandom(Math.imul(seed + 1, 0x9e37_79b1) ^ 0x5bd1_e995);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return {
    between,
    oneOf: (items) => pick(random, items),
    inHundred: (times) => between(1, 100) <= times,
  };
}

export const LANGUAGES = ['language.en', 'language.fr', 'language.es', 'language.de', 'language.ar'] as const;

/** Ten facts: five languages, and these. */
export const [VERIFIED, TRANSLATED, STANDING, ONE_YEAR, THREE_YEARS] = [
  'verified',
  'translated',
  'standing',
  'practice.1',
  'practice.3',
] as const;

export function commonSteps(draw: Draw): readonly NewStep[] {
  const { between } = draw;
  const alone = (key: string, fact: string, days: number, euros: number): NewStep => ({
    key: `${fact}.${key}`,
    needs: [],
    brings: [fact],
    days,
    euros,
  });
  return [
    alone('service', VERIFIED, between(30, 60), between(250, 450)),
    alone('consulate', VERIFIED, between(100, 180), between(60, 140)),
    alone('agency', TRANSLATED, between(5, 10), between(300, 600)),
    alone('court', TRANSLATED, between(30, 60), between(80, 200)),
    alone('express', STANDING, between(7, 14), between(80, 150)),
    alone('ordinary', STANDING, between(40, 90), between(15, 50)),
    alone('home', ONE_YEAR, 365, 0),
    { ...alone('home', THREE_YEARS, 730, 0), needs: [ONE_YEAR] },
    ...LANGUAGES.flatMap((language) => [
      alone('academy', language, between(60, 120), between(1500, 2500)),
      alone('course', language, between(150, 240), between(600, 1200)),
      alone('self-taught', language, between(300, 420), between(180, 320)),
    ]),
  ];
}

/** The two parts of an exam that several jurisdictions accept, the second after the first. */
export function boardExams(
  board: number,
  parts: { readonly first: readonly string[]; readonly second: readonly string[] },
  { between }: Draw,
): readonly NewStep[] {
  const [first, second] = [`board.${board}.1`, `board.${board}.2`];
  const english = LANGUAGES[0];
  return [
    {
      key: first,
      needs: [english],
      brings: parts.first,
      days: between(90, 150),
      euros: between(600, 1_000),
    },
    {
      key: second,
      needs: [first],
      brings: parts.second,
      days: between(120, 200),
      euros: between(900, 1_600),
    },
  ];
}
