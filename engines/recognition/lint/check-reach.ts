/** Routes nobody can open, and steps in circles. */
import { findAssignment } from '../cells/find-assignment.ts';
import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import { coverageOf, type ResolvedLaw } from '../query/resolve-query.ts';
import { checkNeeds } from './check-needs.ts';
import { error, type Finding, warning } from './finding.ts';
import type { LawIndex } from './law-index.ts';
import { meetableRules } from './meetable-rules.ts';

export function checkReach(
  pack: Pack,
  packs: readonly Pack[],
  index: LawIndex,
  law: ResolvedLaw,
): readonly Finding[] {
  return [...checkRoutes(pack, law), ...checkCircles(pack, index), ...checkNeeds(pack, packs)];
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
