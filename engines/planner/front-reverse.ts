/** From which schools and citizenships doctors can reach an authority, by which route, and what blocks the others. */
import { formatDay } from '../kernel/index.ts';
import {
  assessPerson,
  type Outcome,
  type Pack,
  type PersonInput,
  type PreparedLaw,
} from '../recognition/index.ts';
import { findingEarliest } from './earliest-everywhere.ts';
import type { ReverseClass, ReverseReach, Stepwise } from './front.ts';
import { boxesOf, type Placed } from './front-classes.ts';
import type { Reach } from './plan.ts';
import { blockingRules } from './plan-for.ts';
import { openPlanning, type Planning } from './planning.ts';
import { type Pieces, runToEnd, telling } from './run-to-end.ts';
import { standOn, viewOf } from './standpoint.ts';

export type ReversePerson = Placed & {
  /** What she holds: a degree of that school and year, that citizenship, and whatever else everybody asked about holds. */
  readonly person: PersonInput;
};

export type ReverseQuestion = {
  readonly law: PreparedLaw;
  /** The authority to be reached. */
  readonly pack: string;
  readonly people: readonly ReversePerson[];
};

/** Throws when there is no such pack: a bug of the caller. */
export const reverseReach = (question: ReverseQuestion): ReverseReach => runToEnd(searchReverse(question));

/**
 * For people for whom every condition of the law has the same value the way is looked for once; those with one answer are told
 * together. In pieces, for there can be thousands of people.
 */
export function* searchReverse({
  law,
  pack: id,
  people,
}: ReverseQuestion): Stepwise<ReverseReach, ReverseClass> {
  const pack = law.book.packs.find((each) => each.pack === id);
  if (pack === undefined) throw new Error(`No pack ${id}.`);
  const groups = new Map<string, Answered>();
  for (const each of people) {
    const told = toldOf(groups.size, []);
    const assessment = assessPerson(law, { ...each.person, only: [id] });
    yield told;
    const planning = openPlanning(law, each.person, assessment);
    const key = yield* telling(signatureOf(planning, pack), told);
    const held = groups.get(key);
    // At once: what is worked out of one person is large, and thousands of them would be kept.
    if (held === undefined)
      groups.set(key, { found: yield* telling(reachOf(planning, pack), told), people: [each] });
    else held.people.push(each);
    yield told;
  }
  const answers = new Map<string, Answered>();
  for (const { found, people: members } of groups.values()) {
    const key = JSON.stringify(found);
    const held = answers.get(key);
    if (held === undefined) answers.set(key, { found, people: [...members] });
    else held.people.push(...members);
  }
  const classes = [...answers.values()].flatMap(({ found, people: members }) =>
    boxesOf(members).map((box): ReverseClass => ({ ...box, ...found })),
  );
  return {
    schema: 'testamur/reverse-reach/1',
    on: formatDay(law.on),
    pack: id,
    people: people.length,
    classes: classes.toSorted((a, b) => rank(a) - rank(b) || daysOf(a) - daysOf(b) || (a.id < b.id ? -1 : 1)),
  };
}

type Answered = { readonly found: Found; readonly people: Placed[] };

const toldOf = (classes: number, points: readonly ReverseClass[]) => ({
  explored: { chains: classes, chainsPruned: 0, branches: 0, tried: 0 },
  bound: { cost: [], days: 0 },
  points,
});

const ORDER: readonly Reach['reach'][] = ['reachable', 'conditional', 'unreachable'];
const rank = ({ reach }: ReverseClass): number => ORDER.indexOf(reach);
const daysOf = ({ time }: ReverseClass): number => time?.days ?? 0;

/** The value of every condition of every rule, for the degree that counts: whoever has the same has the same ways. */
function* signatureOf(planning: Planning, pack: Pack): Pieces<string> {
  const { law, person } = planning;
  const { evaluate } = standOn(planning, viewOf(planning, pack), person.dossier, law.on);
  const letters: string[] = [];
  const walk = (outcome: Outcome): void => {
    letters.push(LETTERS[outcome.truth]);
    for (const child of outcome.children) walk(child);
    letters.push(')');
  };
  let judged = 0;
  for (const rule of law.law.rules.keys()) {
    walk(evaluate(rule));
    judged += 1;
    if (judged % PIECE === 0) yield;
  }
  return letters.join('');
}

/** Rules judged between two rests. */
const PIECE = 32;

const LETTERS = { true: 't', false: 'f', unknown: 'u', notApplicable: 'n' } as const;

type Found = Omit<ReverseClass, 'id' | 'schools' | 'citizenships' | 'graduated'>;

/** The way that is surest, then earliest, to a licence that permits independent practice; where there is none, what blocks the nearest. */
function* reachOf(planning: Planning, pack: Pack): Pieces<Found> {
  const all = yield* findingEarliest(planning);
  const independent = all.filter((each) => each.independent);
  const [best] = (independent.length > 0 ? independent : all).toSorted(
    (a, b) =>
      ORDER.indexOf(a.reach) - ORDER.indexOf(b.reach) ||
      (a.time?.days ?? 0) - (b.time?.days ?? 0) ||
      (a.route < b.route ? -1 : 1),
  );
  if (best === undefined) return { reach: 'unreachable', steps: 0, via: [] };
  if (best.reach === 'unreachable')
    return { reach: 'unreachable', steps: 0, via: [], ...(yield* blockOf(planning, pack, all)) };
  const { route, reach, status, time, steps, via } = best;
  return { route, reach, status, steps, via, ...(time === undefined ? {} : { time }) };
}

/** The first rule that nothing opens, of the route with the fewest of them. */
function* blockOf(
  planning: Planning,
  pack: Pack,
  all: readonly Reach[],
): Pieces<Pick<ReverseClass, 'blockedBy'>> {
  const blocked: { readonly route: string; readonly rules: readonly string[] }[] = [];
  for (const each of all) {
    const route = pack.routes.find(({ route: id }) => id === each.route);
    if (route === undefined) continue;
    yield;
    blocked.push({ route: route.route, rules: blockingRules(planning, { pack, route }) });
  }
  const [nearest] = blocked
    .filter(({ rules }) => rules.length > 0)
    .toSorted((a, b) => a.rules.length - b.rules.length || (a.route < b.route ? -1 : 1));
  const [rule] = nearest?.rules ?? [];
  if (nearest === undefined || rule === undefined) return {};
  const title = planning.law.law.rules.get(rule)?.rule.title ?? rule;
  return { blockedBy: { route: nearest.route, rule, title } };
}
