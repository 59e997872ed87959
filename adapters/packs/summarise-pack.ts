/** What a pack holds, in numbers and names. */
import {
  type Doubt,
  isLogical,
  type Maintainers,
  type Node,
  type Pack,
  partsOf,
} from '@testamur/engines/recognition';
import type { PackSet } from './load-packs.ts';

export type PackSummary = {
  readonly pack: string;
  readonly name: string;
  readonly kind: Pack['kind'];
  readonly version: string;
  readonly readiness: Pack['readiness'];
  readonly hash: string;
  readonly routes: readonly {
    readonly route: string;
    readonly title: string;
    readonly grants: string;
    readonly rules: number;
  }[];
  readonly rules: number;
  readonly steps: number;
  readonly sources: Readonly<Record<'A' | 'B' | 'C' | 'D', number>>;
  readonly cases: number;
  readonly stories: number;
  readonly openQuestions: readonly string[];
  /** Points that no author has established: unknown for everybody. */
  readonly notResearched: readonly string[];
  readonly doubts: readonly (Doubt & { readonly rule: string })[];
  readonly maintainers?: Maintainers;
};

export function summarisePack(set: PackSet, pack: Pack): PackSummary {
  const { pack: id, name, kind, version, readiness, rules, routes, steps, sources } = pack;
  const suite = set.suites.get(id);
  const maintainers = set.maintainers.find((each) => each.maintainers === pack.jurisdiction);
  const graded = (grade: 'A' | 'B' | 'C' | 'D'): number =>
    sources.filter((source) => source.grade === grade).length;
  return {
    pack: id,
    name,
    kind,
    version,
    readiness,
    hash: set.hashes.get(id) ?? '',
    routes: routes.map(({ route, title, grants, scope, requirements }) => ({
      route,
      title,
      grants,
      rules: scope.length + requirements.length,
    })),
    rules: rules.length,
    steps: steps.length,
    sources: { A: graded('A'), B: graded('B'), C: graded('C'), D: graded('D') },
    cases: suite?.cases.length ?? 0,
    stories: suite?.stories.length ?? 0,
    openQuestions: pack.openQuestions.map(({ question }) => question),
    notResearched: rules.flatMap(({ rule, versions }) =>
      versions.flatMap(({ when }) => questionsIn(when).map((question) => `${rule}: ${question}`)),
    ),
    doubts: rules.flatMap(({ rule, doubts = [] }) => doubts.map((doubt) => ({ rule, ...doubt }))),
    ...(maintainers === undefined ? {} : { maintainers }),
  };
}

function questionsIn(node: Node): readonly string[] {
  if ('notResearched' in node) return [node.notResearched];
  return isLogical(node) ? partsOf(node).flatMap((part) => questionsIn(part.node)) : [];
}
