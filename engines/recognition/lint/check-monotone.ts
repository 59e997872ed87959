/** Conditions that something gained can break: a planner that only adds steps must take care of them. */

import type { Node } from '../language/nodes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Effect, Pack, Step } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { type Finding, warning } from './finding.ts';
import type { LawIndex } from './law-index.ts';

export function checkMonotone(pack: Pack, index: LawIndex): readonly Finding[] {
  const effects = [...index.steps.values()].flatMap(({ value }) =>
    value.effects.map((effect) => ({ effect, step: value })),
  );
  return pack.rules.flatMap((rule) =>
    rule.versions.flatMap((version, position) =>
      walkNodes(version.when, ['versions', position, 'when'])
        .filter(({ place }) => place.its === undefined && place.table === undefined)
        .flatMap(({ node, at }) => {
          const breaking = denied(node).flatMap((leaf) => gainedBy(leaf, effects))[0];
          if (breaking === undefined) return [];
          return [
            warning(
              'LINT_NOT_MONOTONE',
              subjectOf('rule', rule.rule),
              at,
              `Taking ${breaking.step} can break this: it denies something that can be gained.`,
              'Say it without not where the law allows; else a plan may close the route.',
            ),
          ];
        }),
    ),
  );
}

/** Leaves whose truth this node takes for the worse. */
function denied(node: Node): readonly Node[] {
  if ('not' in node) return walkNodes(node.not).map((each) => each.node);
  return 'count' in node && node.count.atMost !== undefined ? [node] : [];
}

type Placed = { readonly effect: Effect; readonly step: Step };

function gainedBy(leaf: Node, effects: readonly Placed[]): readonly Step[] {
  const list = 'some' in leaf ? leaf.some : 'count' in leaf ? leaf.count : undefined;
  if (list !== undefined)
    return effects
      .filter(
        ({ effect }) => 'list' in effect && effect.list === list.list && mayMatch(effect.entry, list.where),
      )
      .map(({ step }) => step);
  if (!('fact' in leaf) || leaf.fact.startsWith('its.')) return [];
  return effects
    .filter(
      ({ effect }) =>
        'fact' in effect && effect.fact === leaf.fact && !('equals' in leaf && leaf.equals !== effect.value),
    )
    .map(({ step }) => step);
}

/** Whether an entry that a step adds may satisfy a selection: no field that it sets rules it out by a literal. */
function mayMatch(entry: Extract<Effect, { list: string }>['entry'], where: Node | undefined): boolean {
  if (where === undefined) return true;
  if ('all' in where) return where.all.every((each) => mayMatch(entry, each));
  if (!('fact' in where)) return true;
  const value = entry[where.fact.replace(/^its\./, '')];
  if (value === undefined) return true;
  if ('equals' in where && typeof where.equals !== 'object') return where.equals === value;
  return !('in' in where) || 'group' in where.in || where.in.includes(String(value));
}
