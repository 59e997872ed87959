import type { RuleCase, Source } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { groupExamples } from './examples.ts';

const source: Source = { source: 'gmc-img', title: 'Guide', publisher: 'GMC', lang: 'en', grade: 'C' };
const make = (name: string, sentence: string, expect: RuleCase['expect']): RuleCase => ({
  rule: 'gb.a.b',
  case: name,
  sentence,
  given: {},
  expect,
});

describe('examples of a rule', () => {
  it('stand together under the sentence that they test, with its source', () => {
    const groups = groupExamples(
      [
        make('one day before', 'gmc-img: within two years', { verdict: 'met' }),
        make('not said', 'another: sentence', { verdict: 'unknown' }),
        make('one day after', 'gmc-img: within two years', { verdict: 'notMet', remedy: 'curable' }),
      ],
      [source],
    );
    expect(groups).toEqual([
      {
        source,
        sentence: 'within two years',
        examples: [
          { name: 'one day before', shown: { look: 'open', key: 'common.verdict.met' } },
          { name: 'one day after', shown: { look: 'steps', key: 'common.verdict.curable' } },
        ],
      },
      {
        sentence: 'another: sentence',
        examples: [{ name: 'not said', shown: { look: 'notsaid', key: 'common.look.notsaid' } }],
      },
    ]);
  });
});
