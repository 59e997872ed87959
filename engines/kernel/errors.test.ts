import { describe, expect, it } from 'vitest';
import type { KernelCode, KernelProblem } from './errors.ts';
import {
  addMoney,
  asDay,
  checkJson,
  dayInZone,
  makeInterval,
  makeMoney,
  parseDay,
  parseJson,
  parseJsonBytes,
  parsePartialDate,
  parsePeriod,
  type Result,
} from './index.ts';

/** One way to each refusal; the type keeps the list complete. */
const refusals: Record<KernelCode, () => Result<unknown, KernelProblem>> = {
  KERNEL_DAY_FORMAT: () => parseDay('20 May 2019'),
  KERNEL_DAY_IMPOSSIBLE: () => parseDay('2019-02-29'),
  KERNEL_PARTIAL_DATE_FORMAT: () => parsePartialDate('spring 2019'),
  KERNEL_PERIOD_FORMAT: () => parsePeriod('7 years'),
  KERNEL_INTERVAL_EMPTY: () => makeInterval(asDay(1), asDay(1)),
  KERNEL_INSTANT_FORMAT: () => dayInZone('yesterday', 'UTC'),
  KERNEL_ZONE_UNKNOWN: () => dayInZone(0, 'Eastern'),
  KERNEL_JSON_SYNTAX: () => parseJson('{'),
  KERNEL_JSON_ENCODING: () => parseJsonBytes(Uint8Array.of(0xff)),
  KERNEL_JSON_TOO_LARGE: () => parseJson('12', { maxLength: 1 }),
  KERNEL_JSON_TOO_DEEP: () => parseJson('[[]]', { maxDepth: 1 }),
  KERNEL_JSON_DUPLICATE_KEY: () => parseJson('{"a":1,"a":2}'),
  KERNEL_JSON_FORBIDDEN_KEY: () => parseJson('{"__proto__":1}'),
  KERNEL_JSON_LONE_SURROGATE: () => parseJson('"\\ud800"'),
  KERNEL_JSON_NUMBER_RANGE: () => parseJson('1e999'),
  KERNEL_JSON_NOT_JSON: () => checkJson(undefined),
  KERNEL_MONEY_AMOUNT: () => makeMoney(-1, 'GBP'),
  KERNEL_MONEY_CURRENCY: () => makeMoney(1, 'pounds'),
  KERNEL_MONEY_MIXED: () => addMoney({ amount: 1, currency: 'GBP' }, { amount: 1, currency: 'USD' }),
};

describe('every refusal of the kernel', () => {
  it.each(Object.entries(refusals))('%s can happen, and says so in a sentence', (code, refuse) => {
    const result = refuse();
    expect(result).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/\S \S.*\.$/) },
    });
  });
});
