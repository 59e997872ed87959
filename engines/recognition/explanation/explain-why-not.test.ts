import { describe, expect, it } from 'vitest';
import type { Dossier } from '../facts/dossier.ts';
import type { Node } from '../language/nodes.ts';
import { englishWords } from '../operators/index.ts';
import { askRule, pack, rule, step, VOCABULARY, version } from '../small-law.fixture.ts';
import { explainWhyNot, type WhyNot } from './explain-why-not.ts';
import { makeTellNode } from './tell-node.ts';

const tell = makeTellNode(englishWords(VOCABULARY, (id) => id));
const person = (facts: Record<string, boolean>): Dossier => ({ person: facts });
const is = (fact: string, more: object = {}): Node =>
  ({ fact: `person.${fact}`, equals: true, ...more }) as Node;
const ask = (when: Node, dossier: Dossier, more: object = {}): WhyNot =>
  explainWhyNot({
    outcomes: [
      askRule(pack([rule('xx.rule', version(when))], { steps: [step('step.xx.b')] }), 'xx.rule', { dossier }),
    ],
    tell,
    ...more,
  });
const shown = ({ sets }: WhyNot): readonly string[] =>
  sets.map((changes) =>
    changes
      .map(({ at, to }) => `${at.map((place) => place.split('/').slice(1).join('/')).join('+')} ${to}`)
      .join(', '),
  );

describe('what would change the answer', () => {
  it('names the one condition that fails, with its steps', () => {
    const answer = ask(
      { all: [is('a', { id: 'first' }), is('b', { id: 'second', cure: ['step.xx.b'] })] },
      person({ a: true, b: false }),
    );
    expect(answer).toMatchObject({
      now: 'false',
      to: 'met',
      cut: false,
      sets: [
        [
          {
            sentence: expect.stringContaining('B'),
            from: 'false',
            to: 'true',
            standing: 'curable',
            cure: ['step.xx.b'],
          },
        ],
      ],
    });
    expect(shown(answer)).toEqual(['second true']);
  });
  it.each<[string, Node, Record<string, boolean>, readonly string[]]>([
    [
      'the smaller of two ways first',
      { any: [{ all: [is('a'), is('b')] }, is('c')] },
      { a: false, b: false, c: false },
      ['1 true', '0/0 true, 0/1 true'],
    ],
    ['both of two that fail', { all: [is('a'), is('b')] }, { a: false, b: false }, ['0 true, 1 true']],
    ['a condition that is unknown', { all: [is('a'), is('b')] }, { a: true }, ['1 true']],
    [
      'an exemption as well as the requirement',
      { unless: is('a'), then: is('b') },
      { a: false, b: false },
      ['unless true', 'then true'],
    ],
    ['what must not hold', { not: is('a') }, { a: true }, ['not false']],
    [
      'the branch that holds, or the other condition',
      { if: is('a'), then: is('b'), else: is('c') },
      { a: true, b: false, c: true },
      ['if false', 'then true'],
    ],
    [
      'one question in two places once',
      { all: [is('a'), { any: [is('a'), is('b')] }] },
      { a: false, b: false },
      ['0+1/0 true'],
    ],
    [
      'two of three',
      { atLeast: { n: 2, of: [is('a'), is('b'), is('c')] } },
      { a: true, b: false, c: false },
      ['1 true', '2 true'],
    ],
  ])('names %s', (_name, when, facts, sets) => expect(shown(ask(when, person(facts)))).toEqual(sets));

  it('says what would lose a requirement that is met', () => {
    const answer = ask({ any: [is('a'), is('b')] }, person({ a: true, b: true }));
    expect(answer).toMatchObject({ now: 'true', to: 'notMet' });
    expect(shown(answer)).toEqual(['0 false, 1 false']);
  });
  it('has nothing to say where the answer stands already, or where nothing can turn it', () => {
    expect(ask(is('a'), person({ a: true }), { to: 'met' })).toMatchObject({ sets: [], cut: false });
    expect(ask({ all: [is('a'), { not: is('a') }] }, person({ a: true }))).toMatchObject({
      now: 'false',
      sets: [],
      cut: false,
    });
  });
  it('says when it was cut', () => {
    const three = ask({ any: [is('a'), is('b'), is('c')] }, person({ a: false, b: false, c: false }), {
      most: 2,
    });
    expect(three).toMatchObject({ cut: true, sets: { length: 2 } });
  });
  it('sees that the facts settled it before the enumeration: an answer that holds whatever the date keeps its truth', () => {
    const reformed: Node = {
      any: [
        {
          all: [
            { fact: 'pmq.graduatedOn', before: '2015-01-01' },
            { fact: 'pmq.hours', atLeast: 5000 },
          ],
        },
        {
          all: [
            { fact: 'pmq.graduatedOn', onOrAfter: '2015-01-01' },
            { fact: 'pmq.hours', atLeast: 5500 },
          ],
        },
      ],
    };
    const dossier = { qualifications: [{ id: 'd', hours: 4000 }] } as Dossier;
    expect(shown(ask(reformed, dossier))).toEqual(['0/0 true, 0/1 true', '1/0 true, 1/1 true']);
  });

  it('looks into rules that are referred to, and takes the rules of a route together', () => {
    const law = pack(
      [
        rule('xx.one', version({ rule: 'xx.two' })),
        rule('xx.two', version(is('a', { cure: ['step.xx.b'] }))),
        rule('xx.three', version(is('b'))),
      ],
      { steps: [step('step.xx.b')] },
    );
    const outcomes = ['xx.one', 'xx.three'].map((id) =>
      askRule(law, id, { dossier: person({ a: false, b: false }) }),
    );
    expect(explainWhyNot({ outcomes, tell }).sets).toMatchObject([
      [{ at: ['xx.two@1'], cure: ['step.xx.b'] }, { at: ['xx.three@1'] }],
    ]);
  });
  it('names a rule that is not researched as such', () => {
    const law = pack([rule('xx.later', version(is('a'), { inForce: { from: '2030-01-01' } }))]);
    const outcome = askRule(law, 'xx.later', { dossier: person({ a: true }) });
    expect(explainWhyNot({ outcomes: [outcome], tell })).toMatchObject({
      now: 'unknown',
      sets: [[{ at: ['xx.later'], reasons: ['notResearched'], to: 'true' }]],
    });
  });
});
