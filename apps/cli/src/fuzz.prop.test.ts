/** Any text and any broken dossier is answered or refused with a reason; the printed counts show that not everything is refused. */

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { dump } from './fuzz.fixture.ts';
import { run } from './host.fixture.ts';

const RUNS = 2_000;
const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
afterAll(() =>
  console.log(
    `fuzzed: ${[...counts]
      .sort()
      .map(([what, times]) => `${what} ${times}`)
      .join(', ')}`,
  ),
);

/** A dossier of the small law, whole. */
const WHOLE = {
  title: 'Whole',
  planned: { applicationOn: '2027-01' },
  person: { a: true, b: false, citizenships: ['AA'], birthDate: '1990-05-20' },
  qualifications: [
    {
      id: 'd',
      years: 6,
      hours: 5500,
      country: 'AA',
      enrolledOn: '2008',
      graduatedOn: '2014-06-30',
      school: 'sch-aa-1',
    },
  ],
  exams: { complete: true, entries: [{ id: 'e', exam: 'one', takenOn: '2015-01-01', result: 'pass' }] },
  practice: {
    complete: false,
    entries: [{ id: 'p', country: 'BB', level: 'independent', from: '2016-01', to: '2018-01', fte: 0.5 }],
  },
  licences: { completeFor: ['AA'], evidence: 'document' },
};

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    'unknown',
    null,
    '2019',
    '2019-02-30',
    '2031-01-01',
    'AA',
    '__proto__',
    -1,
    1e308,
    '\ud800',
    [],
    {},
    'x'.repeat(2_000),
  ),
);
const places = placesIn(WHOLE);

async function expectAnswer(text: string): Promise<void> {
  const { code, out, err } = await run(['assess', '-', '--json'], { input: text });
  expect([0, 2]).toContain(code);
  expect(code === 0 ? err : out).toBe('');
  if (code === 0) count('answered');
  else
    for (const problem of (
      JSON.parse(err) as { problems: readonly { code: string; message: string; hint?: string }[] }
    ).problems) {
      expect(problem.message).not.toBe('');
      expect(problem.hint ?? '').not.toBe('');
      count(problem.code);
    }
}

describe('assess', () => {
  it(
    'answers or refuses any text',
    () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.string()), (text) =>
          expectAnswer(text),
        ),
        { numRuns: RUNS, seed: 31 },
      ),
    120_000,
  );

  it(
    'answers or refuses a dossier with one value changed, in JSON and in YAML',
    () =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), strange, fc.boolean(), (place, value, asYaml) => {
          const changed = put(WHOLE, place, value);
          return expectAnswer(asYaml ? dump(changed) : JSON.stringify(changed));
        }),
        { numRuns: RUNS, seed: 31 },
      ),
    120_000,
  );

  it(
    'answers or refuses a dossier with letters lost, doubled or swapped',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.nat(),
          fc.constantFrom('', '"', '{', ']', ':', '\n', '- ', '&a ', '*a', '!x ', '\u0000', '\u2028'),
          fc.nat(3),
          (asYaml, at, mark, lost) => {
            const text = asYaml ? dump(WHOLE) : JSON.stringify(WHOLE);
            const place = at % text.length;
            return expectAnswer(text.slice(0, place) + mark + text.slice(place + lost));
          },
        ),
        { numRuns: RUNS, seed: 31 },
      ),
    120_000,
  );

  it('answered many and refused for many reasons', async () => {
    await expectAnswer(dump(WHOLE));
    expect(counts.get('answered')).toBeGreaterThan(RUNS / 20);
    expect([...counts.keys()].filter((code) => code.startsWith('DOSSIER_')).length).toBeGreaterThanOrEqual(9);
    expect(
      [...counts.keys()].filter((code) => code.startsWith('KERNEL_JSON_')).length,
    ).toBeGreaterThanOrEqual(1);
    expect(counts.has('INPUT_YAML')).toBe(true);
  });
});

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([name, part]) =>
      placesIn(part, [...at, Array.isArray(value) ? Number(name) : name]),
    ),
  ];
}

function put(value: unknown, [first, ...rest]: Place, into: unknown): unknown {
  if (first === undefined) return into;
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (index === first ? put(part, rest, into) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === first ? put(part, rest, into) : (part as unknown),
    ]),
  );
}
