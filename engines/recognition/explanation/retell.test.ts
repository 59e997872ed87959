/** An explanation told again: the same in English, and nothing of English left in another language. */
import { realLaw } from '@testamur/testing/real-law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk, parseDay } from '../../kernel/index.ts';
import { arbitraryFacts, arbitraryNode } from '../arbitrary-law.fixture.ts';
import { prepareLaw } from '../assess/prepare-law.ts';
import type { ExplanationNode } from '../assessment.ts';
import type { Node } from '../language/nodes.ts';
import { translateVocabulary } from '../language/translate-vocabulary.ts';
import { labelsOf } from '../language/vocabulary-labels.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { sayEnglish } from '../phrases/say.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, VOCABULARY, version } from '../small-law.fixture.ts';
import { explainRule } from './explain.ts';
import { retellIn } from './retell.ts';
import { makeShowFact } from './show-fact.ts';
import { type Speech, tellIn } from './tell-in.ts';

const DAY = expectOk(parseDay('2026-01-01'), 'a day of a test');
const ENGLISH: Speech = {
  vocabulary: VOCABULARY,
  say: sayEnglish,
  day: (day) => day,
  ruleTitle: (id) => id,
};

function prepare(when: Node) {
  const other = rule('xx.other', version({ fact: 'person.a', equals: true }));
  const own = pack([rule('xx.rule', version(when)), { ...other, title: 'xx.other' }]);
  const book = { vocabulary: VOCABULARY, commonSteps: [], packs: [own], hashes: new Map() };
  return prepareLaw({ book, on: DAY, knownOn: DAY, evaluator: referenceEvaluator });
}

function explain(prepared: ReturnType<typeof prepare>, facts: Parameters<typeof makeShowFact>[0]) {
  const outcome = prepared.forFacts(facts, SILENT)('xx.rule');
  const { tell, citationsOf } = prepared;
  return explainRule('xx.rule', outcome, {
    tell,
    citationsOf,
    showFact: makeShowFact(facts),
    explained: new Map(),
  });
}

describe('an explanation told again', () => {
  it('in English is the one that was published, for any law and person', () => {
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, (when, facts) => {
        const prepared = prepare(when);
        const published = explain(prepared, facts);
        expect(retellIn(prepared.law, ENGLISH).explanation(published)).toEqual(published);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing but sentences and the labels of facts, for any law and person', () => {
    const other: Speech = { ...ENGLISH, say: (key) => `~${key}`, vocabulary: MARKED };
    const bare = (node: ExplanationNode) =>
      JSON.stringify(node, (key, value: unknown) =>
        ['sentence', 'label'].includes(key) ? undefined : value,
      );
    const sentences = (node: ExplanationNode): readonly string[] => [
      node.sentence,
      ...node.children.flatMap(sentences),
    ];
    fc.assert(
      fc.property(arbitraryNode, arbitraryFacts, (when, facts) => {
        const prepared = prepare(when);
        const published = explain(prepared, facts);
        const told = retellIn(prepared.law, other).explanation(published);
        expect(bare(told)).toBe(bare(published));
        for (const sentence of sentences(told)) expect(sentence).toMatch(/^~/);
      }),
      { numRuns: 100 },
    );
  });

  it('finds a node by the id that its author gave it, and gives her label up for the sentence', () => {
    const prepared = prepare({
      all: [
        { id: 'years', label: 'Six years', fact: 'pmq.years', atLeast: 6 },
        { if: { fact: 'person.a', equals: true }, then: { fact: 'person.b', equals: true } },
      ],
    });
    const published = explain(prepared, { scalars: new Map(), lists: new Map() });
    expect(published.children[0]).toMatchObject({ id: 'xx.rule@1/years', sentence: 'Six years' });
    const told = retellIn(prepared.law, ENGLISH).explanation(published);
    expect(told.children[0]?.sentence).toBe('Years is at least 6 years');
    expect(told.children[1]?.children.map(({ sentence }) => sentence)).toEqual(['A is yes', 'B is yes']);
  });
});

const marks = (labels: ReadonlyMap<string, string>) =>
  Object.fromEntries([...labels.keys()].map((id) => [id, 'Ж']));
const MARKED = translateVocabulary(VOCABULARY, {
  labels: marks(labelsOf(VOCABULARY, [])),
  country: () => 'Ж',
});

/** What stays in the language of the pack: the open question, the names of tables and of their columns, the codes in their cells. */
const ownTexts = (node: Node): readonly string[] =>
  walkNodes(node).flatMap(({ node: each }) => [
    ...('notResearched' in each ? [each.notResearched] : []),
    ...('table' in each ? [each.table.name] : []),
    ...[...JSON.stringify(each).matchAll(/"row\.(\w+)"/g)].map(([, column = '']) => column),
    ...('fact' in each && each.fact.startsWith('row.')
      ? Object.values(each).filter((literal): literal is string => typeof literal === 'string')
      : []),
    ...('asOf' in each ? [each.asOf.recognisedBy?.toUpperCase() ?? ''] : []),
  ]);

it('no English is left in a sentence of the real law told in another language', () => {
  const { vocabulary, commonSteps, packs } = realLaw();
  const tell = tellIn({
    vocabulary: translateVocabulary(vocabulary, {
      labels: marks(labelsOf(vocabulary, commonSteps)),
      country: () => 'Ж',
    }),
    say: (_key, values = {}) => `⟦${Object.values(values).join(' ')}⟧`,
    day: () => 'Ж',
    ruleTitle: () => 'Ж',
  });
  const whens = packs.flatMap(({ rules }) =>
    rules.flatMap(({ versions }) => versions.map(({ when }) => when)),
  );
  expect(whens.length).toBeGreaterThan(100);
  for (const when of whens) {
    const rest = ownTexts(when).reduce((text, own) => text.replaceAll(own, ''), tell(when).sentence);
    expect(rest).not.toMatch(/[A-Za-z]/);
  }
});
