/** The world as SVG paths, drawn for a width in pixels: land without a pack in one path, every authority by itself. */
import { type GeoPermissibleObjects, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { SEATS } from './places.ts';

export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export type Drawn = {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  /** Points where a country without a pack is too small to be seen. */
  readonly specks: string;
  readonly borders: string;
  readonly areas: ReadonlyMap<string, Area>;
  /** Jurisdictions that the atlas does not have; they stand in the list only. */
  readonly missing: readonly string[];
};

/** A country too small to see, or a part of a country, is a marker. */
export type Area = { readonly x: number; readonly y: number; readonly shape?: string };

/** Below this many square pixels a shape is not seen, so it gets a marker instead. */
const LEAST_AREA = 40;
/** Below this, land without a pack gets a point. */
const LEAST_LAND = 3;

/** Antarctica is not drawn, so the map ends in the far south of America. */
export const FRAME: GeoPermissibleObjects = {
  type: 'MultiPoint',
  coordinates: [
    [-180, 0],
    [180, 0],
    [0, 84],
    [0, -56],
  ],
};

/** @example drawWorld(world, { width: 640, jurisdictions: ['GB', 'SG'] }).areas.get('SG')?.shape // undefined: a marker */
export function drawWorld(
  world: World,
  { width, jurisdictions }: { readonly width: number; readonly jurisdictions: readonly string[] },
): Drawn {
  const projection = geoEqualEarth().fitWidth(width, FRAME);
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(path.bounds(FRAME)[1][1]);
  const countries = feature(world, world.objects.countries).features;
  const wanted = new Set(jurisdictions);
  const land = countries.filter(({ id }) => !wanted.has(String(id)));
  const areas = new Map<string, Area>();
  for (const country of countries) {
    if (!wanted.has(String(country.id))) continue;
    const [x, y] = path.centroid(country);
    areas.set(
      String(country.id),
      path.area(country) < LEAST_AREA ? { x, y } : { x, y, shape: path(country) ?? '' },
    );
  }
  for (const [jurisdiction, seat] of Object.entries(SEATS)) {
    const [x, y] = projection([seat[0], seat[1]]) ?? [];
    if (wanted.has(jurisdiction) && x !== undefined && y !== undefined) areas.set(jurisdiction, { x, y });
  }
  return {
    width,
    height,
    land: land.map((country) => path(country) ?? '').join(''),
    specks: land
      .filter((country) => path.area(country) < LEAST_LAND)
      .map((country) => path.centroid(country).map((value) => Math.round(10 * value) / 10))
      .map(([x, y]) => `M${x} ${y}h0`)
      .join(''),
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
    areas,
    missing: jurisdictions.filter((jurisdiction) => !areas.has(jurisdiction)),
  };
}
