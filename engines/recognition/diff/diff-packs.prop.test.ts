/** Real rules, each changed in every way in which mutation changes rules: the diff must see each change, where it is, and both ways round. */

import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import type { Pack, Rule } from '../language/pack.ts';
import { mutateRule } from '../mutation/mutate-rule.ts';
import { diffPacks, isSamePack } from './diff-packs.ts';

const set = realLaw();
const { vocabulary } = set;
const tables = new Map(
  set.packs.flatMap((pack) => pack.tables.map((table) => [table.table, table] as const)),
);
const withRule = (pack: Pack, rule: Rule): Pack => ({
  ...pack,
  rules: pack.rules.map((each) => (each.rule === rule.rule ? rule : each)),
});
/** There are some thousand mutants; a share of them stands for each kind of change. */
const EVERY = 5;
const REVERSE = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;

describe.each(['gb', 'us-tx', 'de'])('the rules of %s', (id) => {
  const pack = set.packs.find((each) => each.pack === id) as Pack;
  const mutants = pack.rules
    .flatMap((rule) => mutateRule(rule, { vocabulary, tables }))
    .filter((_, index) => index % EVERY === 0);

  it('has no changes against itself', () =>
    expect(diffPacks({ before: pack, after: structuredClone(pack), vocabulary })).toEqual([]));

  it('every mutant is seen, in its rule and nowhere else, in words, and told the other way round when read backwards', () => {
    expect(mutants.length).toBeGreaterThan(50);
    for (const { rule, id: mutant, mutated } of mutants) {
      const changed = withRule(pack, JSON.parse(JSON.stringify(mutated)) as Rule);
      const forwards = diffPacks({ before: pack, after: changed, vocabulary });
      const backwards = diffPacks({ before: changed, after: pack, vocabulary });
      expect([isSamePack(pack, changed), forwards.length > 0], mutant).toEqual([false, true]);
      expect([...new Set(forwards.map((each) => `${each.thing} ${each.id}`))], mutant).toEqual([
        `rule ${rule}`,
      ]);
      for (const { words } of forwards) expect(words, mutant).not.toMatch(/undefined|\[object|NaN/);
      const kinds = (changes: typeof forwards) => changes.map((each) => each.kind).sort();
      expect(kinds(backwards), mutant).toEqual(forwards.map(({ kind }) => REVERSE[kind]).sort());
    }
  });
});

it('every pack against every other, and against none, is told without a gap', () => {
  for (const before of set.packs.slice(0, 4))
    for (const after of set.packs.slice(4, 7)) {
      const changes = diffPacks({ before, after, vocabulary });
      expect(changes.filter(({ kind, thing }) => kind === 'removed' && thing === 'rule')).toHaveLength(
        before.rules.length,
      );
    }
  const [pack] = set.packs;
  expect(
    diffPacks({ before: undefined, after: pack, vocabulary }).every(({ kind }) => kind === 'added'),
  ).toBe(true);
});
