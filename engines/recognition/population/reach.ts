/** Everything that the verdict on a rule or a route can rest on, as one text: two laws with the same text cannot answer differently. */

import type { LawBook } from '../assess/prepare-law.ts';
import type { Node } from '../language/nodes.ts';
import type { RuleVersion, Step } from '../language/pack.ts';
import type { Group } from '../language/vocabulary.ts';
import { walkNodes } from '../language/walk-nodes.ts';

export type Target = { readonly rule: string } | { readonly route: string };

export type Reach = {
  /** Rules reached, the target's own first. */
  readonly rules: readonly string[];
  readonly text: string;
};

export type ReachOf = (target: Target) => Reach;

/** Texts are made once for each rule, step, table and group of a law. */
export function reachIn(book: Omit<LawBook, 'hashes'>): ReachOf {
  const parts = partsOf(book);
  return (target) => {
    const seen = new Map<string, string>();
    const queue = ['rule' in target ? `rule ${target.rule}` : `route ${target.route}`];
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      if (seen.has(key)) continue;
      const part = parts(key);
      seen.set(key, part.text);
      queue.push(...part.next);
    }
    const keys = [...seen.keys()];
    return {
      rules: keys.filter((key) => key.startsWith('rule ')).map((key) => key.slice('rule '.length)),
      text: JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  };
}

type Part = { readonly text: string; readonly next: readonly string[] };

function partsOf({ packs, commonSteps, vocabulary }: Omit<LawBook, 'hashes'>): (key: string) => Part {
  const rules = new Map(packs.flatMap((pack) => pack.rules).map((rule) => [rule.rule, rule]));
  const routes = new Map(packs.flatMap((pack) => pack.routes).map((route) => [route.route, route]));
  const steps = new Map(
    [...commonSteps, ...packs.flatMap((pack) => pack.steps)].map((step) => [step.step, step]),
  );
  const tables = new Map(packs.flatMap((pack) => pack.tables).map((table) => [table.table, table]));
  const makers: Readonly<Record<string, (id: string) => Part>> = {
    rule: (id) => ofVersions(rules.get(id)?.versions ?? []),
    route: (id) => {
      const route = routes.get(id);
      const asked = [...(route?.scope ?? []), ...(route?.requirements ?? [])];
      return {
        text: JSON.stringify([route?.inForce, route?.scope, route?.requirements]),
        next: asked.map((rule) => `rule ${rule}`),
      };
    },
    step: (id) => ofStep(steps.get(id)),
    table: (id) => ({ text: JSON.stringify(tables.get(id)?.rows), next: [] }),
    group: (id) => ofGroup(vocabulary.groups.get(id)),
  };
  const held = new Map<string, Part>();
  return (key) => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const [kind = '', id = ''] = key.split(/ (.*)/s);
    const part = makers[kind]?.(id) ?? { text: '', next: [] };
    held.set(key, part);
    return part;
  };
}

/** Citations decide by the day on which they were seen, and by the grade they lend. */
function ofVersions(versions: readonly RuleVersion[]): Part {
  const text = JSON.stringify(
    versions.map(({ cite, ...version }) => [version, cite.map(({ seen, grade }) => [seen, grade])]),
    (key, value) => (key === 'label' || key === 'id' ? undefined : value),
  );
  return { text, next: versions.flatMap(({ when }) => namedIn(when)) };
}

function namedIn(when: Node): readonly string[] {
  return walkNodes(when).flatMap(({ node }) => [
    ...('rule' in node ? [`rule ${node.rule}`] : []),
    ...('table' in node ? [`table ${node.table.name}`] : []),
    ...(node.cure ?? []).map((step) => `step ${step}`),
    ...groupsIn(node),
  ]);
}

const groupsIn = (node: Node): readonly string[] =>
  Object.values(node).flatMap((value) =>
    typeof value === 'object' && value !== null && 'group' in value ? [`group ${String(value.group)}`] : [],
  );

function ofStep(step: Step | undefined): Part {
  const requires = step?.requires ?? [];
  return {
    text: JSON.stringify([step?.step, requires]),
    next: requires.map((each) => {
      if ('rule' in each) return `rule ${each.rule}`;
      return 'step' in each ? `step ${each.step}` : `route ${each.route}`;
    }),
  };
}

const ofGroup = (group: Group | undefined): Part => ({ text: JSON.stringify(group?.members), next: [] });
