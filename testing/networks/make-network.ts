/** A network of so many jurisdictions, the same for the same seed. */
import { buildNetwork, type NewStep } from './build-network.ts';
import { boardExams, commonSteps, type Draw, drawFrom } from './common-steps.ts';
import { acceptance, drawJurisdiction, factOf, type Jurisdiction, ownSteps } from './jurisdiction.ts';
import type { Network } from './network.ts';

export type NetworkShape = { readonly jurisdictions: number; readonly seed: number };

/** Of so many jurisdictions one runs a board, and one is accepted widely. */
const PER_BOARD = 15;
const PER_HUB = 12;

/** @example makeNetwork({ jurisdictions: 60, seed: 1 }) // 610 facts, 1,126 steps */
export function makeNetwork({ jurisdictions: count, seed }: NetworkShape): Network {
  if (!Number.isInteger(count) || count < 5) throw new Error('A network takes five jurisdictions at least.');
  const draw = drawFrom(seed);
  const ids = Array.from({ length: count }, (_, index) => `j${String(index).padStart(3, '0')}`);
  const places = ids.map((id) => drawJurisdiction(id, draw));
  const steps: readonly NewStep[] = [
    ...commonSteps(draw),
    ...boardsOf(places, draw),
    ...places.flatMap((place) => ownSteps(place, draw)),
    ...places.flatMap((place, index) => acceptances(place, index, ids, draw)),
  ];
  return buildNetwork(steps, new Map(ids.map((id) => [id, factOf(id, 'licence')])));
}

/** Boards examine in English; three in five jurisdictions accept one, some only its first part. */
function boardsOf(places: readonly Jurisdiction[], draw: Draw): readonly NewStep[] {
  const boards = Math.ceil(places.length / PER_BOARD);
  const members = Array.from({ length: boards }, () => ({ first: [] as string[], second: [] as string[] }));
  for (const { id } of places) {
    if (!draw.inHundred(60)) continue;
    const { first, second } = draw.oneOf(members);
    first.push(factOf(id, 'part1'));
    if (draw.inHundred(70)) second.push(factOf(id, 'part2'));
  }
  return members.flatMap((parts, board) => boardExams(board, parts, draw));
}

/** Neighbours, and jurisdictions that many accept; every fourth accepts one more. */
function acceptances(
  place: Jurisdiction,
  index: number,
  ids: readonly string[],
  draw: Draw,
): readonly NewStep[] {
  const hubs = Math.ceil(ids.length / PER_HUB);
  const wanted = index % 4 === 0 ? 4 : 3;
  const accepted = new Set<number>();
  while (accepted.size < wanted) {
    const near = (index + draw.between(1, 4) * draw.oneOf([1, -1]) + ids.length) % ids.length;
    const other = draw.inHundred(40) ? draw.between(0, hubs - 1) * PER_HUB : near;
    if (other !== index && other < ids.length) accepted.add(other);
  }
  return [...accepted].map((other) => acceptance(ids[other] as string, place, draw));
}
