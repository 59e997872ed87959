import { expect, it } from 'vitest';
import type { Pack, Route } from '../language/pack.ts';
import { CITE, pack, rule, step, version } from '../small-law.fixture.ts';
import { lintOf, said } from './lint.fixture.ts';

const CODES = ['LINT_REFERENCE', 'LINT_USES', 'LINT_CIRCLE'];
const route = (more: Partial<Route> = {}): Route => ({
  route: 'xx.route',
  title: 'R',
  for: 'all',
  grants: 'full',
  cite: CITE,
  scope: [],
  requirements: ['xx.rule'],
  discretion: [],
  notes: [],
  finally: [],
  ...more,
});
const A = { fact: 'person.a', equals: true } as const;
const base = pack([rule('xx.rule', version({ ...A, cure: ['step.xx.one'] }))], {
  routes: [route({ finally: ['step.xx.one'] })],
  steps: [step('step.xx.one')],
});
const other = pack([rule('yy.rule', version(A))], { pack: 'yy' });

it('a pack that names only what is there has nothing to mend', () => {
  expect(said(lintOf(base), ...CODES)).toEqual([]);
});

const broken: readonly (readonly [string, Partial<Pack>, string])[] = [
  [
    'a route that requires no such rule',
    { routes: [route({ requirements: ['xx.rule', 'xx.rul'] })] },
    'LINT_REFERENCE route:xx.route/requirements/1',
  ],
  [
    'a scope of no such rule',
    { routes: [route({ scope: ['xx.none'] })] },
    'LINT_REFERENCE route:xx.route/scope/0',
  ],
  [
    'a last step that is not there',
    { routes: [route({ finally: ['step.xx.none'] })] },
    'LINT_REFERENCE route:xx.route/finally/0',
  ],
  [
    'a cure that is not there',
    { rules: [rule('xx.rule', version({ ...A, cure: ['step.xx.none'] }))] },
    'LINT_REFERENCE rule:xx.rule/versions/0/when/cure/0',
  ],
  [
    'a reference to no such rule',
    { rules: [rule('xx.rule', version({ all: [A, { rule: 'xx.none' }] }))] },
    'LINT_REFERENCE rule:xx.rule/versions/0/when/all/1/rule',
  ],
  [
    'a step that requires no such route',
    { steps: [step('step.xx.one', { requires: [{ route: 'xx.none' }] })] },
    'LINT_REFERENCE step:step.xx.one/requires/0',
  ],
  [
    'a rule of a pack that is not used',
    { routes: [route({ requirements: ['yy.rule'] })] },
    'LINT_USES route:xx.route/requirements/0',
  ],
  ['a pack that does not exist', { uses: ['zz'] }, 'LINT_USES pack:xx/uses'],
  [
    'a rule that leads back to itself',
    { rules: [rule('xx.rule', version({ rule: 'xx.rule' }))] },
    'LINT_CIRCLE rule:xx.rule',
  ],
];
it.each(broken)('%s is told', (_name, more, line) => {
  expect(said(lintOf({ ...base, ...more }, { others: [other] }), ...CODES)).toEqual([line]);
});

it('a rule of a pack that is used may be named, and a shared step by everybody', () => {
  const law = {
    ...base,
    uses: ['yy'],
    routes: [route({ requirements: ['yy.rule'], finally: ['step.common.form'] })],
  };
  expect(said(lintOf(law, { others: [other], commonSteps: [step('step.common.form')] }), ...CODES)).toEqual(
    [],
  );
});

it('a circle through two rules is told of both', () => {
  const law = pack([
    rule('xx.one', version({ rule: 'xx.two' })),
    rule('xx.two', version({ any: [A, { rule: 'xx.one' }] })),
  ]);
  expect(said(lintOf(law), 'LINT_CIRCLE')).toEqual(['LINT_CIRCLE rule:xx.one', 'LINT_CIRCLE rule:xx.two']);
});
