/** Truth, strength, grade, reasons and standing of logical nodes from those of their children. `docs/semantics.md` sections 2 to 6. */
import {
  atLeast as atLeastTrue,
  type CitationGrade,
  exactly as exactlyTrue,
  type Truth as Kleene,
  strongestGrade,
  weakestGrade,
} from '../../kernel/index.ts';
import type { Strength } from '../language/facts.ts';
import type { Standing, Truth } from '../language/verdict.ts';
import {
  boundStanding,
  greatestStanding,
  leastStanding,
  nthGreatest,
  type Outcome,
  union,
} from './outcome.ts';

/** What a logical node says before its frame (path, cures) is put around it. */
export type Combined = Omit<Outcome, 'path' | 'node' | 'children' | 'independentOf'>;

const applicableOf = (children: readonly Outcome[]): readonly Outcome[] =>
  children.filter((child) => child.truth !== 'notApplicable');
const truthsOf = (children: readonly Outcome[]): readonly Kleene[] =>
  children.map((child) => child.truth as Kleene);

export const NOT_APPLICABLE: Combined = { truth: 'notApplicable', standing: 'met', reasons: [], missing: [] };

export function combineAll(children: readonly Outcome[]): Combined {
  const applicable = applicableOf(children);
  if (applicable.length === 0) return NOT_APPLICABLE;
  const truth = atLeastTrue(applicable.length, truthsOf(applicable));
  const standing = leastStanding(applicable.map((child) => child.standing));
  return settle(truth, standing, applicable, truth === 'true' ? 'weakest' : 'strongest');
}

export function combineAny(children: readonly Outcome[]): Combined {
  const applicable = applicableOf(children);
  if (applicable.length === 0) return NOT_APPLICABLE;
  const truth = atLeastTrue(1, truthsOf(applicable));
  const standing = greatestStanding(applicable.map((child) => child.standing));
  return settle(truth, standing, applicable, truth === 'true' ? 'strongest' : 'weakest');
}

export function combineAtLeast(n: number, children: readonly Outcome[]): Combined {
  const applicable = applicableOf(children);
  if (applicable.length === 0) return NOT_APPLICABLE;
  const standing = nthGreatest(
    n,
    applicable.map((child) => child.standing),
  );
  return settleCount(atLeastTrue(n, truthsOf(applicable)), standing, applicable);
}

export function combineExactly(n: number, children: readonly Outcome[]): Combined {
  const applicable = applicableOf(children);
  if (applicable.length === 0) return NOT_APPLICABLE;
  return settleCount(exactlyTrue(n, truthsOf(applicable)), 'final', applicable);
}

export function combineNot(child: Outcome): Combined {
  if (child.truth === 'notApplicable') return NOT_APPLICABLE;
  const truth: Kleene = child.truth === 'unknown' ? 'unknown' : child.truth === 'true' ? 'false' : 'true';
  return { ...inherit(child), truth, standing: boundStanding('final', truth) };
}

export function combineIf(condition: Outcome, then: Outcome, otherwise: Outcome | undefined): Combined {
  if (condition.truth === 'true') return withCondition(condition, then);
  if (condition.truth !== 'unknown')
    return otherwise === undefined ? NOT_APPLICABLE : withCondition(condition, otherwise);
  const branches = [then, ...(otherwise === undefined ? [] : [otherwise])];
  const truths = new Set<Truth>([then.truth, otherwise?.truth ?? 'notApplicable']);
  if (truths.size === 1 && truths.has('notApplicable')) return NOT_APPLICABLE;
  // A branch that may turn out not to apply leaves nothing to stand on.
  const standing = truths.has('notApplicable')
    ? 'unknown'
    : leastStanding(branches.map((branch) => branch.standing));
  if (truths.size === 1 && !truths.has('unknown'))
    return settle(then.truth as Kleene, standing, branches, 'weakest');
  return unknownBecause([condition, ...branches.filter((branch) => branch.truth === 'unknown')], standing);
}

export function combineUnless(condition: Outcome, then: Outcome): Combined {
  if (condition.truth === 'true') return NOT_APPLICABLE;
  if (condition.truth !== 'unknown') return withCondition(condition, then);
  if (then.truth === 'notApplicable') return NOT_APPLICABLE;
  return unknownBecause([condition, ...(then.truth === 'unknown' ? [then] : [])], 'unknown');
}

/** The branch that a condition chose: as strong as the weaker of the two. */
function withCondition(condition: Outcome, branch: Outcome): Combined {
  if (branch.truth === 'notApplicable') return NOT_APPLICABLE;
  if (branch.truth === 'unknown') return unknownBecause([branch], branch.standing);
  const used = condition.truth === 'notApplicable' ? [branch] : [condition, branch];
  return { ...weakestOf(used), truth: branch.truth, standing: branch.standing, reasons: [], missing: [] };
}

function settle(
  truth: Kleene,
  standing: Standing,
  children: readonly Outcome[],
  pick: 'weakest' | 'strongest',
): Combined {
  const deciding = children.filter((child) => child.truth === truth);
  if (truth === 'unknown') return unknownBecause(deciding, standing);
  const bottleneck = pick === 'weakest' ? weakestOf(deciding) : strongestOf(deciding);
  return { ...bottleneck, truth, standing: boundStanding(standing, truth), reasons: [], missing: [] };
}

function settleCount(truth: Kleene, standing: Standing, children: readonly Outcome[]): Combined {
  if (truth === 'unknown')
    return unknownBecause(
      children.filter((child) => child.truth === 'unknown'),
      standing,
    );
  return {
    ...weakestOf(children.filter((child) => child.truth !== 'unknown')),
    truth,
    standing: boundStanding(standing, truth),
    reasons: [],
    missing: [],
  };
}

export function unknownBecause(open: readonly Outcome[], standing: Standing): Combined {
  return {
    truth: 'unknown',
    standing: boundStanding(standing, 'unknown'),
    reasons: union(open.map((child) => child.reasons)),
    missing: union(open.map((child) => child.missing)),
  };
}

type Certainty = { readonly strength?: Strength; readonly grade?: CitationGrade };

function inherit(child: Outcome): Combined {
  const { truth, standing, reasons, missing } = child;
  return { truth, standing, reasons, missing, ...certaintyOf(child.strength, child.grade) };
}

const isSaid = <T>(value: T | undefined): value is T => value !== undefined;
const strengthsOf = (children: readonly Outcome[]) => children.map(({ strength }) => strength).filter(isSaid);
const gradesOf = (children: readonly Outcome[]) => children.map(({ grade }) => grade).filter(isSaid);

export function weakestOf(children: readonly Outcome[]): Certainty {
  const strengths = strengthsOf(children);
  return certaintyOf(
    strengths.length === 0 ? undefined : (Math.min(...strengths) as Strength),
    weakestGrade(gradesOf(children)),
  );
}

function strongestOf(children: readonly Outcome[]): Certainty {
  const strengths = strengthsOf(children);
  return certaintyOf(
    strengths.length === 0 ? undefined : (Math.max(...strengths) as Strength),
    strongestGrade(gradesOf(children)),
  );
}

export const certaintyOf = (strength: Strength | undefined, grade: CitationGrade | undefined): Certainty => ({
  ...(strength === undefined ? {} : { strength }),
  ...(grade === undefined ? {} : { grade }),
});
