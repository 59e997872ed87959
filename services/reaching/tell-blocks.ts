/** Answers about few told of everybody for whom they stand, in few lines: every school of a line goes with every citizenship of it. */
import type { ReverseClass } from '@testamur/engines/planner';
import type { Years } from './classify-years.ts';
import type { Standing } from './typical-doctor.ts';

export type Unit = {
  readonly schools: readonly string[];
  readonly citizenships: readonly string[];
  readonly graduated: Years;
  /** The one of them who was asked about. */
  readonly asked: Standing;
};

type Block = Omit<Unit, 'asked'>;

/** `groups`: the first unit of each is the one that was asked about. */
export function tellBlocks(
  answers: readonly ReverseClass[],
  groups: readonly (readonly Unit[])[],
): readonly ReverseClass[] {
  const byAsked = new Map(
    groups.flatMap((units) => units.slice(0, 1).map(({ asked }) => [keyOf(asked), units] as const)),
  );
  return joinBlocks(
    answers.flatMap(({ id: _id, schools, citizenships, graduated, ...found }) =>
      standingsIn({ schools, citizenships, graduated }).flatMap((asked) =>
        (byAsked.get(keyOf(asked)) ?? []).map((unit) => told(unit, found)),
      ),
    ),
  );
}

/** Lines of one answer as few lines, the best answers first. */
export function joinBlocks(lines: readonly ReverseClass[]): readonly ReverseClass[] {
  const byFound = new Map<string, { readonly found: Found; readonly blocks: Block[] }>();
  for (const { id: _id, schools, citizenships, graduated, ...found } of lines) {
    const key = JSON.stringify(found);
    const held = byFound.get(key) ?? { found, blocks: [] };
    byFound.set(key, held);
    held.blocks.push({ schools, citizenships, graduated });
  }
  return [...byFound.values()]
    .flatMap(({ found, blocks }) => blocksOf(blocks).map((block) => told(block, found)))
    .sort((a, b) => rank(a) - rank(b) || sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1));
}

const told = ({ schools, citizenships, graduated }: Block, found: Found): ReverseClass => ({
  id: idOf({ schools, citizenships, graduated }),
  schools,
  citizenships,
  graduated,
  ...found,
});

const ORDER: readonly ReverseClass['reach'][] = ['reachable', 'conditional', 'unreachable'];
const rank = ({ reach }: ReverseClass): number => ORDER.indexOf(reach);
const sizeOf = ({ schools, citizenships, graduated: { from, to } }: Block): number =>
  schools.length * citizenships.length * (to - from + 1);

type Found = Omit<ReverseClass, 'id' | 'schools' | 'citizenships' | 'graduated'>;

const keyOf = ({ school, citizenship, graduated }: Standing): string =>
  `${school} ${citizenship} ${graduated}`;

const idOf = ({ schools, citizenships, graduated: { from, to } }: Block): string =>
  `${schools.join('+')} ${citizenships.join('+')} ${from}-${to}`;

function standingsIn({ schools, citizenships, graduated: { from, to } }: Block): readonly Standing[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((graduated) =>
    schools.flatMap((school) => citizenships.map((citizenship) => ({ school, citizenship, graduated }))),
  );
}

/** First years that follow one another, then citizenships of the same schools and years, then schools that go with the same of both. */
function blocksOf(units: readonly Block[]): readonly Block[] {
  const places = groupBy(
    units,
    ({ schools, citizenships }) => `${schools.join('+')} ${citizenships.join('+')}`,
  );
  const joined = places.flatMap((alike) => joinYears(alike));
  const citizens = groupBy(
    joined,
    ({ schools, graduated }) => `${schools.join('+')} ${graduated.from}-${graduated.to}`,
  );
  const wide = citizens.map((alike) => ({
    ...first(alike),
    citizenships: alike.flatMap(({ citizenships }) => citizenships).sort(),
  }));
  const schools = groupBy(
    wide,
    ({ citizenships, graduated }) => `${citizenships.join('+')} ${graduated.from}-${graduated.to}`,
  );
  return schools.map((alike) => ({ ...first(alike), schools: alike.flatMap((each) => each.schools).sort() }));
}

function joinYears(alike: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of alike.toSorted((a, b) => a.graduated.from - b.graduated.from)) {
    const last = joined.at(-1);
    if (last !== undefined && last.graduated.to === block.graduated.from - 1)
      joined[joined.length - 1] = {
        ...last,
        graduated: { from: last.graduated.from, to: block.graduated.to },
      };
    else joined.push(block);
  }
  return joined;
}

const first = (blocks: readonly Block[]): Block => blocks[0] as Block;

function groupBy(blocks: readonly Block[], keyOf: (block: Block) => string): readonly (readonly Block[])[] {
  const groups = new Map<string, Block[]>();
  for (const block of blocks) groups.set(keyOf(block), [...(groups.get(keyOf(block)) ?? []), block]);
  return [...groups.values()];
}
