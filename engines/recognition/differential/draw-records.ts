/** An endless row of invented people for one pack, each pushed towards what has been seen least. */
import type { Facts } from '../language/facts.ts';
import type { Pack } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw, ResolvedRule } from '../query/resolve-query.ts';
import { INTERPRETER } from '../reference/evaluate-rule.ts';
import { newMemory, type RegistryView, type Scope } from '../reference/scope.ts';
import { type Coverage, makeCoverage } from './coverage.ts';
import { cutPointsOf } from './cut-points.ts';
import { type Draft, drawFacts } from './draw-facts.ts';
import type { Draw } from './draw-value.ts';
import { inventedRegistry } from './invented-registry.ts';
import { makeRandom } from './random.ts';
import { rulesReached } from './rules-reached.ts';
import { steerLeaf, steerNode } from './steer.ts';
import { leavesOf } from './targets.ts';

export type InventedRecord = { readonly facts: Facts; readonly registry: RegistryView };

export type Records = {
  readonly rules: readonly string[];
  readonly leaves: number;
  readonly coverage: Coverage;
  readonly next: () => InventedRecord;
};

export type RecordsInput = {
  readonly pack: Pack;
  readonly law: ResolvedLaw;
  readonly vocabulary: Vocabulary;
  readonly seed: number;
};

export function drawRecords({ pack, law, vocabulary, seed }: RecordsInput): Records {
  const random = makeRandom(seed);
  const own = pack.rules.map(({ rule }) => law.rules.get(rule) as ResolvedRule);
  const reached = rulesReached(pack, law).map(({ rule }) => law.rules.get(rule) as ResolvedRule);
  const cuts = cutPointsOf(reached, law);
  const leaves = leavesOf(own);
  const coverage = makeCoverage(leaves);
  const listKeys = new Map(
    [...vocabulary.sections.values()].flatMap(({ section, key }) =>
      key === undefined ? [] : [[section, key] as const],
    ),
  );
  const next = (): InventedRecord => {
    const draw: Draw = {
      random,
      vocabulary,
      literals: cuts.literals,
      periods: cuts.periods,
      days: [law.query.on],
    };
    const draft: Draft = drawFacts(cuts, draw);
    const registry = inventedRegistry(random.below(1 << 30));
    const scope = (): Scope => ({
      law,
      facts: draft,
      registry,
      listKeys,
      memory: newMemory(),
      interpreter: INTERPRETER,
      rulePath: [],
      stepPath: [],
    });
    const steering = { draft, draw, scope };
    for (const { leaf, wanted } of coverage.nextGoals(random))
      steerLeaf(leaf.node, leaf.version, wanted, steering);
    if (random.chance(0.15)) {
      const version = random.pick(own).versions[0];
      if (version !== undefined) steerNode(version.when, random.pick(['true', 'false'] as const), steering);
    }
    return { facts: draft, registry };
  };
  return { rules: own.map(({ rule }) => rule.rule), leaves: leaves.length, coverage, next };
}
