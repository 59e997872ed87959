import { expect, it } from 'vitest';
import { parseAgreement } from './parse-agreement.ts';

const CITE = {
  title: 'The act',
  publisher: 'Parliament',
  url: 'https://example.org',
  locator: 's. 1',
  seen: 'undated',
  grade: 'A',
};
const AGREEMENT = {
  id: 'trans-x',
  title: 'T',
  parties: ['AA', 'BB'],
  kind: 'eligibility',
  text: 'x',
  status: 'in force',
  cite: [CITE],
};
const parse = (more: object) =>
  parseAgreement({ file: 'agreements/a.yaml', value: { ...AGREEMENT, ...more } });

it('names its source by title and publisher', () => {
  expect(parse({}).agreement?.cite).toEqual([
    {
      source: 'The act, Parliament',
      url: 'https://example.org',
      locator: 's. 1',
      seen: 'undated',
      grade: 'A',
    },
  ]);
});

it.each([
  [{ parties: ['AA'] }, 'PACK_EMPTY parties'],
  [{ cite: [] }, 'PACK_EMPTY cite'],
  [{ kind: 'treaty' }, 'PACK_VALUE kind'],
  [{ id: 'Trans X' }, 'PACK_VALUE id'],
  [{ rules: [] }, 'PACK_KEY_UNKNOWN rules'],
])('%j is refused', (more, line) => {
  const { agreement, problems } = parse(more);
  expect(agreement).toBeUndefined();
  expect(problems.map(({ code, at }) => `${code} ${at.join('/')}`)).toEqual([line]);
});
