/** `packs policies` on the packs that ship. */
import path from 'node:path';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { run } from './host.fixture.ts';
import { PACK_ANSWER_SCHEMAS } from './pack-answer-schemas.ts';

const folder = path.resolve(import.meta.dirname, '../../../packs');
const ask = (...more: readonly string[]) => run(['packs', 'policies', '--folder', folder, ...more]);
const check = Compile(PACK_ANSWER_SCHEMAS['pack-policies'] as object);

type Answer = { country?: string; policies: { state?: string; because?: string; policy: { id: string } }[] };

describe('packs policies', () => {
  it('tells all of them with source, grade and what is not established', async () => {
    const { code, out } = await ask();
    expect(code).toBe(0);
    expect(out).toContain('WHO health workforce support and safeguards list 2023 (who-safeguards-2023)');
    expect(out).toContain('Names 55 countries: AO ');
    expect(out).toContain('Names: not established. Which 47 countries stood on the list of 2020?');
    expect(out).toContain(' · grade C');
    expect(out).toMatch(/None of them decides a verdict\.\n$/);
  });

  it.each([
    ['ng', '2023-03-08', 'Nigeria: named'],
    ['IN', '2023-03-08', 'India: not named'],
    ['NG', '2023-03-07', 'Nigeria: unknown, the day lies before the first edition'],
    ['NG', '2030-01-01', 'Nigeria: unknown, it was due to be read again'],
  ])('%s on %s: %s', async (country, on, line) => {
    expect((await ask('--country', country, '--on', on)).out).toContain(line);
  });

  it.each([[[]], [['--country', 'KE', '--on', '2023-03-07']]] as const)(
    '%j as its schema says',
    async (args) => {
      const answer = JSON.parse((await ask('--json', ...args)).out) as Answer;
      expect(check.Errors(answer)).toEqual([true, []]);
      expect(answer.policies.length).toBeGreaterThan(2);
      expect(new Set(answer.policies.map(({ state }) => state === undefined))).toEqual(
        new Set([args.length === 0]),
      );
    },
  );

  it.each([
    [['--country', 'ZZ'], 'No country has the code'],
    [['--on', '2023-02-30'], 'This is no day.'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await ask(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
