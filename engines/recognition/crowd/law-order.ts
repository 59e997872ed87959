/** Which rules hang on themselves, through rules, steps and routes: those are not judged by columns. */
import type { Node } from '../language/nodes.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';

/** Rules that a circle of rules or steps is reached from. */
export function rulesInCircles(law: ResolvedLaw): ReadonlySet<string> {
  const next = nextIn(law);
  const state = new Map<string, 'open' | 'clear' | 'circle'>();
  const visit = (key: string): boolean => {
    const held = state.get(key);
    if (held !== undefined) return held !== 'clear';
    state.set(key, 'open');
    // All are visited, so that the state of none is left out.
    const circle = next(key).map(visit).includes(true);
    state.set(key, circle ? 'circle' : 'clear');
    return circle;
  };
  return new Set([...law.rules.keys()].filter((id) => visit(`rule ${id}`)));
}

function nextIn(law: ResolvedLaw): (key: string) => readonly string[] {
  const rulesOf = (route: string): readonly string[] => {
    const { scope = [], requirements = [] } = law.routes.get(route) ?? {};
    return [...scope, ...requirements].map((rule) => `rule ${rule}`);
  };
  return (key) => {
    const [kind = '', id = ''] = key.split(/ (.*)/s);
    if (kind === 'rule') return (law.rules.get(id)?.versions ?? []).flatMap(({ when }) => namedIn(when));
    return (law.steps.get(id)?.requires ?? []).flatMap((each) =>
      'rule' in each ? [`rule ${each.rule}`] : 'step' in each ? [`step ${each.step}`] : rulesOf(each.route),
    );
  };
}

const namedIn = (when: Node): readonly string[] =>
  walkNodes(when).flatMap(({ node }) => [
    ...('rule' in node ? [`rule ${node.rule}`] : []),
    ...(node.cure ?? []).map((step) => `step ${step}`),
  ]);
