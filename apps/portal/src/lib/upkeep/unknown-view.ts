/** What nobody knows yet of each jurisdiction: its open questions, and the points of rules that are not researched. */
import { type Pack, type Rule, walkNodes } from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';
import { type Point, type Pointer, pointing } from '../rules/pointer.ts';

export type UnknownPoint = {
  /** Of the question within its pack; never another's. */
  readonly id: string;
  readonly question: string;
  /** Rules, routes and steps. */
  readonly affects: readonly Pointer[];
  /** Routes, of any pack, that ask for a rule which is not researched. */
  readonly routes: readonly Pointer[];
};

export type UnknownOf = {
  readonly pack: string;
  readonly name: string;
  readonly version: string;
  readonly hash: string;
  readonly questions: readonly UnknownPoint[];
  readonly points: readonly UnknownPoint[];
};

export type UnknownCount = Pick<UnknownOf, 'pack' | 'name'> & {
  readonly questions: number;
  readonly points: number;
};

/** By name. */
export function countUnknowns({ reference, language }: Reading): readonly UnknownCount[] {
  const counts = [...reference.packs.values()].map(({ pack }) => ({
    pack: pack.pack,
    name: pack.name,
    questions: pack.openQuestions.length,
    points: pack.rules.reduce((sum, rule) => sum + questionsIn(rule).length, 0),
  }));
  return counts.sort((a, b) => a.name.localeCompare(b.name, language.format));
}

export function viewUnknowns({ reference, language }: Reading, pack: Pack): UnknownOf {
  const point = pointing(reference, { link: language.link, query: '' });
  const { pack: id, name, version, openQuestions, rules } = pack;
  return {
    pack: id,
    name,
    version,
    hash: reference.packs.get(id)?.hash ?? '',
    questions: openQuestions.map((each) => ({
      id: each.id,
      question: each.question,
      affects: each.affects.map(point),
      routes: [],
    })),
    points: rules.flatMap((rule) =>
      questionsIn(rule).map((question, index) => ({
        id: `${rule.rule}.${index + 1}`,
        question,
        affects: [point(rule.rule)],
        routes: routesAsking(rule.rule, reference.book.packs, point),
      })),
    ),
  };
}

/** Each question of a rule once, in whichever of its wordings. */
const questionsIn = ({ versions }: Rule): readonly string[] => [
  ...new Set(
    versions.flatMap(({ when }) =>
      walkNodes(when).flatMap(({ node }) => ('notResearched' in node ? node.notResearched : [])),
    ),
  ),
];

const routesAsking = (rule: string, packs: readonly Pack[], point: Point): readonly Pointer[] =>
  packs
    .flatMap(({ routes }) => routes)
    .filter(({ scope, requirements }) => scope.includes(rule) || requirements.includes(rule))
    .map(({ route }) => point(route));
