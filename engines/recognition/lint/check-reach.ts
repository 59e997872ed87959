/** Routes nobody can open, steps in circles, and rules and steps that nothing needs. */
import { findAssignment } from '../cells/find-assignment.ts';
import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { coverageOf, type ResolvedLaw } from '../query/resolve-query.ts';
import { error, type Finding, warning } from './finding.ts';
import type { LawIndex } from './law-index.ts';

export function checkReach(
  pack: Pack,
  packs: readonly Pack[],
  index: LawIndex,
  law: ResolvedLaw,
): readonly Finding[] {
  return [...checkRoutes(pack, law), ...checkCircles(pack, index), ...checkNeeds(pack, packs)];
}

/**
 * Rules that somebody can meet, as a least fixed point: a rule is in it when a version can be true while only rules already in it are,
 * and what nobody has researched is not.
 */
export function meetableRules(law: ResolvedLaw): ReadonlySet<string> {
  const meetable = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [id, { rule }] of law.rules) {
      if (meetable.has(id) || !rule.versions.some(({ when }) => canHold(when, meetable, law))) continue;
      meetable.add(id);
      grown = true;
    }
  }
  return meetable;
}

/** Not meetable only when the search over the cut points is sure of it. */
function canHold(when: Node, meetable: ReadonlySet<string>, law: ResolvedLaw): boolean {
  const trimmed = withoutUnmeetable(when, meetable);
  return (
    findAssignment(trimmed, 'true', law).found !== 'no' ||
    findAssignment(trimmed, 'notApplicable', law).found === 'yes'
  );
}

/** A leaf that can never be true, with the value the search would have to give it taken away. */
const NEVER: Node = { all: [{ fact: '?never', equals: true }, { not: { fact: '?never', equals: true } }] };

function withoutUnmeetable(node: Node, meetable: ReadonlySet<string>): Node {
  if ('notResearched' in node || ('rule' in node && !meetable.has(node.rule))) return NEVER;
  const part = (each: Node): Node => withoutUnmeetable(each, meetable);
  if ('all' in node) return { all: node.all.map(part) };
  if ('any' in node) return { any: node.any.map(part) };
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return { atLeast: { n: node.atLeast.n, of: node.atLeast.of.map(part) } };
  if ('if' in node)
    return {
      if: node.if,
      then: part(node.then),
      ...(node.else === undefined ? {} : { else: part(node.else) }),
    };
  return 'unless' in node ? { unless: node.unless, then: part(node.then) } : node;
}

function checkRoutes(pack: Pack, law: ResolvedLaw): readonly Finding[] {
  const meetable = meetableRules(law);
  return pack.routes.flatMap((route) => {
    const rules = [...route.scope, ...route.requirements];
    const blocking = rules.find((rule) => law.rules.has(rule) && !meetable.has(rule));
    const subject = subjectOf('route', route.route);
    if (blocking !== undefined)
      return [
        warning(
          'LINT_UNREACHABLE',
          subject,
          [],
          `No dossier opens this route: ${blocking} can be met by nobody, or is not researched.`,
          'Research the point, or correct the rule.',
        ),
      ];
    const together = { all: rules.flatMap((rule) => newestOf(rule, law)) };
    if (
      together.all.length > 0 &&
      findAssignment(together, 'false', law).found !== 'no' &&
      findAssignment(together, 'true', law).found === 'no'
    ) {
      return [
        error(
          'LINT_UNREACHABLE',
          subject,
          ['requirements'],
          'No dossier meets all requirements of this route together.',
          'Two of them contradict each other: correct one.',
        ),
      ];
    }
    return [];
  });
}

function newestOf(rule: string, law: ResolvedLaw): readonly Node[] {
  const versions = law.rules.get(rule)?.rule.versions ?? [];
  const newest = versions.toSorted((a, b) => coverageOf(b).from - coverageOf(a).from)[0];
  return newest === undefined || versions.length > 1 ? [] : [newest.when];
}

/** What a step certainly needs: the steps it requires, and the only cure of a condition without alternatives. */
function needsOf(step: Step, index: LawIndex): readonly string[] {
  return step.requires.flatMap((required) => {
    if ('step' in required) return [required.step];
    const rules =
      'rule' in required ? [required.rule] : (index.routes.get(required.route)?.value.requirements ?? []);
    return rules.flatMap((rule) => {
      const versions = index.rules.get(rule)?.value.versions ?? [];
      return versions.length === 1 ? versions.flatMap(({ when }) => onlyCures(when)) : [];
    });
  });
}

function onlyCures(node: Node): readonly string[] {
  if (node.cure !== undefined) return node.cure.length === 1 ? node.cure : [];
  return 'all' in node ? node.all.flatMap(onlyCures) : [];
}

function checkCircles(pack: Pack, index: LawIndex): readonly Finding[] {
  return pack.steps.flatMap((start) => {
    const seen = new Set<string>();
    const queue = [...needsOf(start, index)];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (id === start.step)
        return [
          error(
            'LINT_STEP_CIRCLE',
            subjectOf('step', start.step),
            ['requires'],
            `${start.step} needs what only ${start.step} brings about.`,
            'Take the requirement out, or name another step that cures it.',
          ),
        ];
      if (seen.has(id)) continue;
      seen.add(id);
      const next = index.steps.get(id)?.value;
      if (next !== undefined) queue.push(...needsOf(next, index));
    }
    return [];
  });
}

function checkNeeds(pack: Pack, packs: readonly Pack[]): readonly Finding[] {
  const required = packs.flatMap(({ steps }) => steps.flatMap(({ requires }) => requires));
  const nodes = packs.flatMap(({ rules }) =>
    rules.flatMap(({ versions }) => versions.flatMap(({ when }) => walkNodes(when).map(({ node }) => node))),
  );
  const steps = new Set([
    ...nodes.flatMap((node) => node.cure ?? []),
    ...packs.flatMap(({ routes }) => routes.flatMap((route) => route.finally)),
    ...required.flatMap((each) => ('step' in each ? [each.step] : [])),
  ]);
  const rules = new Set([
    ...nodes.flatMap((node) => ('rule' in node ? [node.rule] : [])),
    ...packs.flatMap(({ routes }) => routes.flatMap((route) => [...route.scope, ...route.requirements])),
    ...required.flatMap((each) => ('rule' in each ? [each.rule] : [])),
  ]);
  return [
    ...pack.steps
      .filter(({ step }) => !steps.has(step))
      .map(({ step }) =>
        warning(
          'LINT_STEP_NEEDLESS',
          subjectOf('step', step),
          [],
          `Nothing needs ${step}: no cure, no end of a route, no other step.`,
          'Name it where it is needed, or take it out.',
        ),
      ),
    ...pack.rules
      .filter(({ rule }) => !rules.has(rule))
      .map(({ rule }) =>
        warning(
          'LINT_RULE_UNUSED',
          subjectOf('rule', rule),
          [],
          `No route, rule or step uses ${rule}.`,
          'Add it to a route, or take it out.',
        ),
      ),
  ];
}
