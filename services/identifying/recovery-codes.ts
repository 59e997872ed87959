import { sha256Hex } from '@testamur/engines/kernel';

const HOW_MANY = 10;
const GROUPS = 4;
const GROUP = 5;

/** 80 random bits, in groups that can be read aloud: `3f9a1-0c2e7-88d41-b6a05`. */
function writeCode(secret: string): string {
  const digits = sha256Hex(secret);
  return Array.from({ length: GROUPS }, (_, n) => digits.slice(n * GROUP, (n + 1) * GROUP)).join('-');
}

export const drawCodes = (newSecret: () => string): readonly string[] =>
  Array.from({ length: HOW_MANY }, () => writeCode(newSecret()));

/** As typed, with or without the lines between, in any case; `undefined` when it is no code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return /^[0-9a-f]{20}$/.test(digits) ? digits : undefined;
}
