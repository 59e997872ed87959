/**
 * What remains between a person and a requirement or a route: the steps that would open it, in an order in which they can be taken, and
 * where it cannot be opened or decided, why. Follows the standings of `docs/semantics.md` section 3, through the steps into what they require.
 */
import { curesOf } from '../assess/remaining-steps.ts';
import type { Step } from '../language/pack.ts';
import type { Standing, Truth, UnknownReason } from '../language/verdict.ts';
import { leastStanding, type Outcome } from '../reference/outcome.ts';
import { WORDING } from './explain.ts';
import type { TellNode } from './tell-node.ts';

/** A condition that keeps the verdict where it is. `at` is its place: rule, version and path. */
export type Obstacle = {
  readonly at: string;
  readonly sentence: string;
  readonly truth: Truth;
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
  /** The question nobody has answered, where the law itself is not researched. */
  readonly notResearched?: string;
};

export type Residual = {
  /** `met`: nothing remains. `curable`: the steps suffice. `unknown`: not decided. `final`: no step helps. */
  readonly standing: Standing;
  /** Each after what it requires. Alternatives stand beside each other: one of them may be enough. */
  readonly steps: readonly string[];
  /** Only when `unknown`: the conditions that leave it undecided. */
  readonly undecided: readonly Obstacle[];
  /** Only when `final`: the conditions that close it. */
  readonly closedBy: readonly Obstacle[];
};

export type ResidualInput = {
  readonly tell: TellNode;
  readonly evaluate: (rule: string) => Outcome;
  readonly steps: ReadonlyMap<string, Step>;
  /** Scope and requirements of a route. */
  readonly rulesOf: (route: string) => readonly string[];
};

type Found = {
  readonly steps: Set<string>;
  readonly undecided: Map<string, Obstacle>;
  readonly closedBy: Map<string, Obstacle>;
};
/** `seen`: conditions and steps that have been looked into. */
type Walk = ResidualInput & { readonly found: Found; readonly seen: Set<string> };

/** Of one rule, or of all the rules of a route together. */
export function residualOf(rules: readonly string[], input: ResidualInput): Residual {
  const found: Found = { steps: new Set(), undecided: new Map(), closedBy: new Map() };
  const walk: Walk = { ...input, found, seen: new Set() };
  const standing = standingOfRules(rules, walk);
  walkRules(rules, standing, walk);
  return {
    standing,
    steps: [...found.steps],
    undecided: standing === 'unknown' ? [...found.undecided.values()] : [],
    closedBy: standing === 'final' ? [...found.closedBy.values()] : [],
  };
}

const standingOf = (outcome: Outcome): Standing =>
  outcome.truth === 'notApplicable' ? 'met' : outcome.standing;

const standingOfRules = (rules: readonly string[], { evaluate }: ResidualInput): Standing =>
  leastStanding(['met', ...rules.map((rule) => standingOf(evaluate(rule)))]);

/** The rules of a route hold together: what is closed closes it, and only then does the rest not matter. */
function walkRules(rules: readonly string[], standing: Standing, walk: Walk): void {
  for (const rule of rules) {
    const outcome = walk.evaluate(rule);
    if (standing !== 'final' || standingOf(outcome) === 'final') walkOutcome(outcome, walk);
  }
}

function walkOutcome(outcome: Outcome, walk: Walk): void {
  const standing = standingOf(outcome);
  if (standing === 'met' || walk.seen.has(outcome.path)) return;
  walk.seen.add(outcome.path);
  const below = (wanted: Standing): readonly Outcome[] =>
    activeChildren(outcome).filter((child) => standingOf(child) === wanted);
  if (standing === 'final') return tellOrWalk(outcome, below('final'), walk.found.closedBy, walk);
  const cured = walkCures(outcome.node?.cure ?? [], standing, walk);
  if (standing === 'curable') {
    // Where its own steps suffice, the rest of a node that is no choice need not be cured as well.
    if (!cured || isChoice(outcome)) for (const child of below('curable')) walkOutcome(child, walk);
    // Settled by trying every value of a missing fact: the steps stand below nodes that are unknown.
    if (!cured && below('curable').length === 0) for (const step of curesOf(outcome)) walkStep(step, walk);
    return;
  }
  const doubts = doubtsOf(outcome);
  for (const doubt of doubts) tell(doubt, walk.found.undecided, walk);
  const own = doubts.length === 0 && (outcome.truth === 'unknown' || !cured);
  if (own) tellOrWalk(outcome, below('unknown'), walk.found.undecided, walk);
  else for (const child of below('unknown')) walkOutcome(child, walk);
  for (const child of below('curable')) walkOutcome(child, walk);
}

/** What keeps a node where it stands: the nodes below it that stand there too, or else itself. */
function tellOrWalk(
  outcome: Outcome,
  below: readonly Outcome[],
  into: Map<string, Obstacle>,
  walk: Walk,
): void {
  if (below.length === 0) tell(outcome, into, walk);
  else for (const child of below) walkOutcome(child, walk);
}

/**
 * The nodes below on which this one stands. A negation and a count of exactly so many stand by their own truth: nothing below them is a
 * way out. Of `if` only the branch that holds.
 */
function activeChildren({ node, children }: Outcome): readonly Outcome[] {
  if (node === undefined) return children;
  if ('not' in node || 'exactly' in node) return [];
  const [condition, then, otherwise] = children;
  if (condition === undefined || condition.truth === 'unknown' || !('if' in node || 'unless' in node))
    return children;
  const holds = (condition.truth === 'true') === 'if' in node ? then : otherwise;
  return holds === undefined ? [] : [holds];
}

/** What leaves the condition of an `if` or `unless` unknown: a step may make it true, but who needs the step is not known. */
function doubtsOf({ node, children }: Outcome): readonly Outcome[] {
  const [condition] = children;
  if (node === undefined || !('if' in node || 'unless' in node) || condition?.truth !== 'unknown') return [];
  return unknownLeaves(condition);
}

const unknownLeaves = (outcome: Outcome): readonly Outcome[] => {
  const below = outcome.children.filter(({ truth }) => truth === 'unknown');
  return below.length === 0 ? [outcome] : below.flatMap(unknownLeaves);
};

const isChoice = ({ node }: Outcome): boolean =>
  node !== undefined && ('any' in node || ('atLeast' in node && typeof node.atLeast === 'object'));

/** Steps that reach as far as the node does: whether there are any. */
function walkCures(cures: readonly string[], standing: Standing, walk: Walk): boolean {
  const helpful = cures.filter((step) => standingOfStep(step, walk) === standing);
  for (const step of helpful) walkStep(step, walk);
  return helpful.length > 0;
}

function walkStep(id: string, walk: Walk): void {
  const step = walk.steps.get(id);
  if (step === undefined || walk.seen.has(`step ${id}`)) return;
  walk.seen.add(`step ${id}`);
  for (const required of step.requires) {
    if ('step' in required) walkStep(required.step, walk);
    else if ('rule' in required) walkOutcome(walk.evaluate(required.rule), walk);
    else for (const rule of walk.rulesOf(required.route)) walkOutcome(walk.evaluate(rule), walk);
  }
  walk.found.steps.add(id);
}

/** At most curable; a step that needs itself cannot be taken. */
function standingOfStep(id: string, walk: ResidualInput, path: readonly string[] = []): Standing {
  const step = walk.steps.get(id);
  if (step === undefined || path.includes(id)) return 'final';
  const each = step.requires.map((required): Standing => {
    if ('step' in required) return standingOfStep(required.step, walk, [...path, id]);
    if ('rule' in required) return standingOf(walk.evaluate(required.rule));
    return standingOfRules(walk.rulesOf(required.route), walk);
  });
  return leastStanding(['curable', ...each]);
}

function tell(outcome: Outcome, into: Map<string, Obstacle>, { tell: tellNode }: ResidualInput): void {
  const { path, truth, reasons, missing, node } = outcome;
  const { sentence } = node === undefined ? WORDING : tellNode(node);
  const question = node !== undefined && 'notResearched' in node ? { notResearched: node.notResearched } : {};
  into.set(path, { at: path, sentence, truth, reasons, missing, ...question });
}
