import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import { policy } from '../policies/policy.fixture.ts';
import type { Policy } from '../policies/policy.ts';
import { VOCABULARY } from '../small-law.fixture.ts';
import { lintPolicies } from './check-policies.ts';

const entries = ['AA', 'BB'].map((code) => ({ code, label: code }));
const vocabulary = {
  ...VOCABULARY,
  codeLists: new Map(VOCABULARY.codeLists).set('countries', {
    codes: 'countries',
    label: 'Country',
    open: false,
    entries,
  }),
};
const said = (policies: readonly Policy[], today = '2026-06-01') =>
  lintPolicies({ policies, vocabulary, today: expectOk(parseDay(today), today) }).map(
    ({ severity, code, subject, at }) => `${severity} ${code} ${[subject, ...at].join('/')}`,
  );
const AT = 'policy:list-2/appliesTo/countries';
const CITE = { source: 'x', locator: 'x', seen: 'undated', grade: 'C' } as const;
const question = { id: 'q', question: 'x?' };

describe('policies', () => {
  it.each<[string, Partial<Policy>, readonly string[]]>([
    ['are sound', {}, []],
    [
      'name a country that there is not',
      { appliesTo: { countries: { AFRO: ['ZZ'] } } },
      [`error LINT_CODE_UNKNOWN ${AT}/AFRO/0`],
    ],
    [
      'name one in two regions',
      { appliesTo: { countries: { AFRO: ['AA', 'BB'], EMRO: ['BB'] } } },
      [`error LINT_CODE_UNKNOWN ${AT}/EMRO/0`],
    ],
    ['are for everybody', { appliesTo: { everywhere: 'All' } }, []],
    ['cite what nobody can open', { cite: [CITE] }, ['error LINT_SOURCE_DEAD policy:list-2/cite/0']],
    ['cite a resolution', { cite: [{ ...CITE, citation: 'WHA63.16' }] }, []],
    [
      'ask one question twice',
      { openQuestions: [question, question] },
      ['error LINT_OPEN_QUESTION policy:list-2/openQuestions/1/id'],
    ],
  ])('%s', (_name, more, lines) => expect(said([policy(more)])).toEqual(lines));

  it('are due to be read again the day after, but not what has ended', () => {
    expect(said([policy()], '2027-01-01')).toEqual([]);
    expect(said([policy()], '2027-01-02')).toEqual(['warning LINT_REVIEW_PASSED policy:list-2/reviewBy']);
    expect(said([policy({ inForce: { to: '2023-03-08' } })], '2027-01-02')).toEqual([]);
  });

  it.each<[Policy['inForce'], readonly string[]]>([
    [{ to: '2023-03-08' }, []],
    [{ from: '2020-01-01', to: '2023-03-08' }, []],
    [{ from: '2020-01-01', to: '2023-03-09' }, ['error LINT_VERSION_OVERLAP policy:list-1/inForce']],
    [{ from: '2020-01-01' }, ['error LINT_VERSION_OVERLAP policy:list-1/inForce']],
  ])('an edition of %j beside one from 2023-03-08', (inForce, lines) =>
    expect(said([policy(), policy({ id: 'list-1', inForce })])).toEqual(lines),
  );
});
