/** What a pack says of the law of its parent: every rule of it once, what is adopted asked for, what is left asked for by nobody. */
import { reachedFromRoutes } from '../inheritance/reached-from-routes.ts';
import { subjectOf } from '../language/origin.ts';
import type { Inheritance, Pack } from '../language/pack.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import { error, type Finding } from './finding.ts';
import type { LawIndex } from './law-index.ts';

export function checkInheritance(pack: Pack, packs: readonly Pack[], law: LawIndex): readonly Finding[] {
  const subject = subjectOf('pack', pack.pack);
  const say = (at: Path, message: string, mend: string): Finding =>
    error('LINT_INHERITS', subject, at, message, mend);
  const { inherits, parent } = pack;
  if (inherits === undefined) return parent === undefined ? [] : missing(pack, packs, subject);
  const from = packs.find((each) => each.pack === inherits.from);
  if (from === undefined)
    return [
      say(
        ['inherits', 'from'],
        `There is no pack ${inherits.from}.`,
        'Name the pack of the parent, or mend it first.',
      ),
    ];
  if (from.jurisdiction !== parent)
    return [
      say(
        ['inherits', 'from'],
        `${from.pack} is the pack of ${from.jurisdiction}; the parent is ${parent ?? 'not named'}.`,
        'Name the parent, and the pack of that jurisdiction.',
      ),
    ];
  return [
    ...(pack.uses.includes(from.pack)
      ? []
      : [
          say(
            ['uses'],
            `The pack inherits from ${from.pack} and does not use it.`,
            `Add ${from.pack} to uses.`,
          ),
        ]),
    ...checkNames(inherits, from, say),
    ...checkReached(pack, inherits, law, say),
  ];
}

function missing(pack: Pack, packs: readonly Pack[], subject: string): readonly Finding[] {
  const from = packs.find(
    ({ jurisdiction, pack: id }) => jurisdiction === pack.parent && pack.uses.includes(id),
  );
  if (from === undefined) return [];
  return [
    error(
      'LINT_INHERITS',
      subject,
      ['parent'],
      `Nothing says what becomes of the ${from.rules.length} rules of ${from.pack} here.`,
      `Add inherits: { from: ${from.pack}, adopts: […], replaces: […], leaves: […] }, each rule once.`,
    ),
  ];
}

type Say = (at: Path, message: string, mend: string) => Finding;
type Placed = { readonly rule: string; readonly at: Path };

const placesOf = ({ adopts, replaces, leaves }: Inheritance): readonly Placed[] => [
  ...adopts.map((rule, index) => ({ rule, at: ['inherits', 'adopts', index] })),
  ...replaces.map(({ rule }, index) => ({ rule, at: ['inherits', 'replaces', index, 'rule'] })),
  ...leaves.map(({ rule }, index) => ({ rule, at: ['inherits', 'leaves', index, 'rule'] })),
];

function checkNames(inherits: Inheritance, from: Pack, say: Say): readonly Finding[] {
  const known = from.rules.map(({ rule }) => rule);
  const seen = new Set<string>();
  const findings = placesOf(inherits).flatMap(({ rule, at }) => {
    const again = seen.has(rule);
    seen.add(rule);
    if (again)
      return [say(at, `${rule} is named twice.`, 'Adopt it, replace it or leave it: one of the three.')];
    if (known.includes(rule)) return [];
    const near = nearestWord(rule, known);
    const mend = near === undefined ? 'Take it out.' : `Did you mean ${near}?`;
    return [say(at, `${from.pack} has no rule ${rule}.`, mend)];
  });
  const unsaid = known.filter((rule) => !seen.has(rule));
  return [
    ...findings,
    ...unsaid.map((rule) =>
      say(['inherits'], `Nothing is said of ${rule}.`, 'Put it under adopts, replaces or leaves.'),
    ),
  ];
}

function checkReached(pack: Pack, inherits: Inheritance, law: LawIndex, say: Say): readonly Finding[] {
  const reached = reachedFromRoutes(pack, law);
  const own = new Set(pack.rules.map(({ rule }) => rule));
  return [
    ...inherits.adopts.flatMap((rule, index) =>
      reached.has(rule) || !law.rules.has(rule)
        ? []
        : [
            say(
              ['inherits', 'adopts', index],
              `${rule} is adopted, and no route of ${pack.pack} comes to it.`,
              'Let a route or a rule ask for it, or leave it and say why.',
            ),
          ],
    ),
    ...inherits.leaves.flatMap(({ rule }, index) =>
      reached.has(rule)
        ? [
            say(
              ['inherits', 'leaves', index, 'rule'],
              `${rule} is left, and ${reached.get(rule)?.[0]} comes to it.`,
              'Adopt it, or take out what refers to it.',
            ),
          ]
        : [],
    ),
    ...inherits.replaces.flatMap(({ by }, index) =>
      own.has(by)
        ? []
        : [
            say(
              ['inherits', 'replaces', index, 'by'],
              `${by} is no rule of ${pack.pack}.`,
              'Name the rule of this pack that stands in its place.',
            ),
          ],
    ),
  ];
}
