import { expect, it } from 'vitest';
import type { Route } from '../language/pack.ts';
import type { CodeList, Vocabulary } from '../language/vocabulary.ts';
import { CITE, VOCABULARY } from '../small-law.fixture.ts';
import { lawOf, lintOf } from './lint.fixture.ts';

const BASES: CodeList = {
  codes: 'licence-bases',
  label: 'bases',
  open: false,
  entries: [
    { code: 'automatic', label: 'automatic' },
    { code: 'third-country', label: 'third country' },
  ],
};
const vocabulary: Vocabulary = {
  ...VOCABULARY,
  codeLists: new Map([...VOCABULARY.codeLists, ['licence-bases', BASES]]),
};
const route = (more: Partial<Route>): Route => ({
  ...{ route: 'xx.route', title: 'T', for: 'F', grants: 'full' },
  ...{ scope: [], requirements: ['xx.rule'], discretion: [], notes: [], finally: [], cite: CITE },
  ...more,
});
const grantsOf = (more: Partial<Route>) =>
  lintOf(lawOf({ fact: 'person.a', equals: true }, { routes: [route(more)] }), { vocabulary })
    .filter(({ code }) => code === 'LINT_GRANTS')
    .map(({ severity, subject, at, message, mend }) => [
      severity,
      `${subject}/${at.join('/')}`,
      message,
      mend,
    ]);

it.each(['automatic', 'third-country'])(
  'a licence may be obtained by %s, a basis of the vocabulary',
  (basis) => {
    expect(grantsOf({ obtainedBy: basis }).filter(([, place]) => place?.endsWith('obtainedBy'))).toEqual([]);
  },
);

it('a route need not say by what a licence is obtained', () =>
  expect(grantsOf({}).filter(([, place]) => place?.endsWith('obtainedBy'))).toEqual([]));

it.each([
  ['automatik', 'Did you mean automatic?'],
  ['third-countri', 'Did you mean third-country?'],
  ['zzzzzzzzzzzz', 'Write one of automatic, third-country.'],
  // A class of licence is no basis.
  ['full', 'Write one of automatic, third-country.'],
])('a licence obtained by %s is a fault, with its place and its mend', (basis, mend) => {
  expect(grantsOf({ obtainedBy: basis })).toContainEqual([
    'error',
    'route:xx.route/obtainedBy',
    `${basis} is no basis of a licence in the vocabulary.`,
    mend,
  ]);
});

it('a class that the vocabulary does not have is a fault; one that it says too little of, a remark', () => {
  expect(grantsOf({ grants: 'ful' })).toMatchObject([
    ['error', 'route:xx.route/grants', expect.any(String), 'Did you mean full?'],
  ]);
  expect(grantsOf({ grants: 'full' })).toMatchObject([
    ['warning', 'route:xx.route/grants', expect.any(String), 'Add independent: true or false to the code.'],
  ]);
});
