/** The world with each country of schools in one of a few looks, light enough to stand in the page itself. */
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { FRAME, type World } from '../map/draw-world.ts';
import type { State } from './reach-view.ts';

export type ReachMap = {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly shapes: readonly { readonly state: State; readonly path: string }[];
  /** Countries too small to be seen. */
  readonly marks: readonly { readonly state: State; readonly x: number; readonly y: number }[];
};

const WIDTH = 760;
const LEAST_AREA = 14;

export function drawReach(world: World, states: ReadonlyMap<string, State>): ReachMap {
  const projection = geoEqualEarth().fitWidth(WIDTH, FRAME);
  const path = geoPath(projection).digits(0);
  const land: string[] = [];
  const shapes = new Map<State, string[]>();
  const marks: { state: State; x: number; y: number }[] = [];
  for (const country of feature(world, world.objects.countries).features) {
    const state = states.get(String(country.id));
    const isSmall = path.area(country) < LEAST_AREA;
    if (state === undefined) {
      if (!isSmall) land.push(thin(path(country) ?? ''));
      continue;
    }
    if (isSmall) {
      const [x, y] = path.centroid(country).map(Math.round);
      if (x !== undefined && y !== undefined) marks.push({ state, x, y });
      continue;
    }
    shapes.set(state, [...(shapes.get(state) ?? []), thin(path(country) ?? '')]);
  }
  return {
    width: WIDTH,
    height: Math.ceil(path.bounds(FRAME)[1][1]),
    land: land.join(''),
    shapes: [...shapes].map(([state, paths]) => ({ state, path: paths.join('') })),
    marks,
  };
}

/** At whole pixels many points fall on the one before, and islets into one: neither is seen. Steps are told relative to the last point. */
export function thin(path: string): string {
  return path
    .split('M')
    .slice(1)
    .flatMap((ring) => {
      const points = ring
        .replace('Z', '')
        .split('L')
        .filter((point, index, all) => point !== all[index - 1])
        .map((point) => point.split(',').map(Number));
      if (points.length < MOST_ISLET) return [];
      const [first = []] = points;
      const steps = points.slice(1).map(([x = 0, y = 0], index) => {
        const [px = 0, py = 0] = points[index] ?? [];
        return `${x - px} ${y - py}`;
      });
      return [`M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`];
    })
    .join('');
}

const MOST_ISLET = 4;
