/** An answer in bytes loses nothing: with its law it is the explanation that the reference interpreter gives. */
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { canonicalise, expectOk } from '../../kernel/index.ts';
import { prepareLaw } from '../assess/prepare-law.ts';
import { drawRecords } from '../differential/draw-records.ts';
import { explainRule } from '../explanation/explain.ts';
import { makeShowFact } from '../explanation/show-fact.ts';
import { literalDay } from '../language/literals.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import type { Answer } from './answer.ts';
import { compileLaw } from './compile-law.ts';
import { explanationOfAnswer } from './read-answer.ts';
import { makeWriteAnswer } from './write-answer.ts';

const set = realLaw();
const ON = literalDay('2026-11-22');
const prepared = prepareLaw({ book: set, on: ON, knownOn: ON, evaluator: referenceEvaluator });
const { law, tell, citationsOf } = prepared;
const compiled = compileLaw(law, set.vocabulary);
const reader = { compiled, tell, citationsOf };
const toBytes = makeWriteAnswer(reader);
const RECORDS = 30;

describe('an answer in bytes, read with its law, is the explanation', () => {
  it.each(set.packs.map((pack) => ({ pack, name: pack.pack })))('$name', { timeout: 120_000 }, ({ pack }) => {
    const records = drawRecords({ pack, law, vocabulary: set.vocabulary, seed: 3 });
    for (let count = 0; count < RECORDS; count += 1) {
      const { facts, registry } = records.next();
      const evaluate = prepared.forFacts(facts, registry);
      const frame = compiled.load(facts, registry);
      for (const rule of records.rules) {
        const context = { tell, citationsOf, showFact: makeShowFact(facts), explained: new Map() };
        const expected = expectOk(canonicalise(explainRule(rule, evaluate(rule), context)), 'an explanation');
        const bytes = toBytes(compiled.ruleNumbers.get(rule) as number, frame);
        const answer = JSON.parse(new TextDecoder().decode(bytes)) as Answer;
        expect(canonicalise(explanationOfAnswer(answer, reader))).toEqual({ ok: true, value: expected });
      }
    }
  });
});

describe('an answer of another law', () => {
  it('is refused, and says what to do', () => {
    const [rule] = compiled.rules.filter(({ versions }) => versions.length > 0);
    const answer = { facts: [], rule: rule?.id ?? '', states: '', strengths: '', version: 'none' };
    expect(() => explanationOfAnswer(answer, reader)).toThrow('read the answer with the law that gave it');
  });
});
