/**
 * The state of a node in three letters: truth and standing (`truth + 4 × standing`), strength and grade (`strength × 5 + grade`), and the
 * reasons of what is unknown. Each is a digit to the base 32; the ranks are those of `packed.ts`.
 */
import { gradeOf, inOnes, reasonsOf, standingOf, strengthOf, truthOf } from './packed.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuv';
const GRADES = 5;

const rankOf = (ones: number): number => 32 - Math.clz32(ones);
const letter = (digit: number): number => DIGITS.charCodeAt(digit);

/** By the bits of a packed state. */
const OF_TRUTH = Uint8Array.from({ length: 32 }, (_, bits) =>
  letter(truthOf(bits) + 4 * rankOf(standingOf(bits))),
);
const OF_CERTAINTY = Uint8Array.from({ length: 256 }, (_, bits) =>
  letter(rankOf(strengthOf(bits << 5)) * GRADES + rankOf(gradeOf(bits << 5))),
);
const OF_REASONS = Uint8Array.from({ length: 16 }, (_, bits) => letter(bits));

export const LETTERS = 3;

/** Writes the letters of one state at a place that has room for them. */
export function putState(packed: number, bytes: Uint8Array, at: number): void {
  bytes[at] = OF_TRUTH[packed & 31] as number;
  bytes[at + 1] = OF_CERTAINTY[(packed >> 5) & 255] as number;
  bytes[at + 2] = OF_REASONS[reasonsOf(packed)] as number;
}

/** The packed state of the node with this number; undefined where the letters are none of ours. */
export function stateAt(states: string, node: number): number | undefined {
  const [truth, certainty, reasons] = [0, 1, 2].map((index) =>
    DIGITS.indexOf(states.charAt(node * LETTERS + index) || ' '),
  ) as [number, number, number];
  const strength = Math.floor(certainty / GRADES);
  if (truth < 0 || truth > 15 || certainty < 0 || strength > 4 || reasons < 0 || reasons > 15)
    return undefined;
  return (
    (truth & 3) |
    (inOnes(truth >> 2) << 2) |
    (inOnes(strength) << 5) |
    (inOnes(certainty % GRADES) << 9) |
    (reasons << 13)
  );
}
