import { expect, it } from 'vitest';
import { pack, rule, step, version } from '../small-law.fixture.ts';
import { lawOf, lintOf, said } from './lint.fixture.ts';

it('a pack that cannot be read is not interpreted: its contradictions are told once its words are mended', () => {
  const contradiction = {
    all: [
      { fact: 'person.a', equals: true },
      { fact: 'person.a', equals: false },
    ],
  } as const;
  const unread = { fact: 'pmq.graduatedOn', equals: '2010-02-30' } as const;
  expect(said(lintOf(lawOf(contradiction)), 'LINT_NEVER', 'LINT_TYPE')).toHaveLength(1);
  expect(said(lintOf(lawOf({ all: [contradiction, unread] })), 'LINT_NEVER', 'LINT_TYPE')).toEqual([
    'LINT_TYPE rule:xx.rule/versions/0/when/all/1/equals',
  ]);
});

it('a fault in a pack that is used keeps from interpreting; one in any other pack does not', () => {
  const law = lawOf({
    all: [
      { fact: 'person.a', equals: true },
      { fact: 'person.a', equals: false },
    ],
  });
  const broken = pack([rule('yy.rule', version({ rule: 'yy.none', cure: ['step.yy.none'] }))], {
    pack: 'yy',
    steps: [step('step.yy.one', { requires: [{ rule: 'yy.nothing' }] })],
  });
  expect(said(lintOf(law, { others: [broken] }), 'LINT_NEVER')).toHaveLength(1);
  expect(said(lintOf({ ...law, uses: ['yy'] }, { others: [broken] }), 'LINT_NEVER')).toEqual([]);
});

it('packs that use each other are read once', () => {
  const law = { ...lawOf({ rule: 'yy.rule' }), uses: ['yy'] };
  const other = pack([rule('yy.rule', version({ fact: 'person.a', equals: true }))], {
    pack: 'yy',
    uses: ['xx'],
  });
  expect(said(lintOf(law, { others: [other] }), 'LINT_USES', 'LINT_REFERENCE', 'LINT_CIRCLE')).toEqual([]);
});
