/** What a pack names must exist, in the pack itself or in one that it says it uses; rules must not lead back to themselves. */
import { subjectOf } from '../language/origin.ts';
import type { Pack, Rule } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding } from './finding.ts';
import { COMMON, type LawIndex } from './law-index.ts';

type Kind = 'rules' | 'routes' | 'steps' | 'tables';
type Reference = { readonly kind: Kind; readonly id: string; readonly subject: string; readonly at: Path };

export function checkReferences(pack: Pack, law: LawIndex, packIds: readonly string[]): readonly Finding[] {
  const missing = pack.uses
    .filter((used) => !packIds.includes(used))
    .map((used) =>
      error(
        'LINT_USES',
        subjectOf('pack', pack.pack),
        ['uses'],
        `The pack ${used} does not exist or cannot be read.`,
        'Mend that pack first, or take it out of uses.',
      ),
    );
  const references = referencesOf(pack).flatMap((reference) => checkReference(reference, pack, law));
  const circles = pack.rules.flatMap((rule) =>
    leadsBack(rule, law)
      ? [
          error(
            'LINT_CIRCLE',
            subjectOf('rule', rule.rule),
            [],
            `${rule.rule} refers to itself.`,
            'Break the circle: take out one of the rule references.',
          ),
        ]
      : [],
  );
  return [...missing, ...references, ...circles];
}

function checkReference({ kind, id, subject, at }: Reference, pack: Pack, law: LawIndex): readonly Finding[] {
  const found = law[kind].get(id);
  if (found === undefined) {
    const near = nearestWord(id, [...law[kind].keys()]);
    return [
      error(
        'LINT_REFERENCE',
        subject,
        at,
        `There is no ${kind.slice(0, -1)} ${id}.`,
        near === undefined ? 'Write it, or correct the id.' : `Did you mean ${near}?`,
      ),
    ];
  }
  if (found.pack === pack.pack || found.pack === COMMON || pack.uses.includes(found.pack)) return [];
  return [
    error(
      'LINT_USES',
      subject,
      at,
      `${id} belongs to the pack ${found.pack}, which this pack does not say it uses.`,
      `Add ${found.pack} to uses in pack.yaml.`,
    ),
  ];
}

export function referencesOf(pack: Pack): readonly Reference[] {
  return [
    ...pack.rules.flatMap(referencesOfRule),
    ...pack.routes.flatMap((route): readonly Reference[] => {
      const subject = subjectOf('route', route.route);
      const all = (kind: Kind, name: 'scope' | 'requirements' | 'finally'): readonly Reference[] =>
        route[name].map((id, index) => ({ kind, id, subject, at: [name, index] }));
      return [...all('rules', 'scope'), ...all('rules', 'requirements'), ...all('steps', 'finally')];
    }),
    ...pack.steps.flatMap((step) =>
      step.requires.map((required, index): Reference => {
        const subject = subjectOf('step', step.step);
        if ('rule' in required) return { kind: 'rules', id: required.rule, subject, at: ['requires', index] };
        if ('route' in required)
          return { kind: 'routes', id: required.route, subject, at: ['requires', index] };
        return { kind: 'steps', id: required.step, subject, at: ['requires', index] };
      }),
    ),
  ];
}

function referencesOfRule(rule: Rule): readonly Reference[] {
  const subject = subjectOf('rule', rule.rule);
  return rule.versions.flatMap((version, index) =>
    walkNodes(version.when, ['versions', index, 'when']).flatMap(({ node, at }): readonly Reference[] => [
      ...('rule' in node ? [{ kind: 'rules', id: node.rule, subject, at: [...at, 'rule'] } as const] : []),
      ...(node.cure ?? []).map(
        (id, position): Reference => ({ kind: 'steps', id, subject, at: [...at, 'cure', position] }),
      ),
    ]),
  );
}

/** Rules that a rule refers to directly. */
export const rulesIn = (rule: Rule): readonly string[] =>
  rule.versions.flatMap((version) =>
    walkNodes(version.when).flatMap(({ node }) => ('rule' in node ? [node.rule] : [])),
  );

function leadsBack(start: Rule, law: LawIndex): boolean {
  const seen = new Set<string>();
  const queue = [...rulesIn(start)];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === start.rule) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const next = law.rules.get(id);
    if (next !== undefined) queue.push(...rulesIn(next.value));
  }
  return false;
}
