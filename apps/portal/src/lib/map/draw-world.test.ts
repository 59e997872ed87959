import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawWorld, type World } from './draw-world.ts';

/** The atlas as it comes, with two countries given the names that the build gives them. */
function atlas(): World {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as World;
  for (const country of world.objects.countries.geometries) {
    if (country.id === '826') country.id = 'GB';
    if (country.id === '702') country.id = 'SG';
  }
  return world;
}

const world = atlas();
const draw = (jurisdictions: readonly string[], width = 960) => drawWorld(world, { width, jurisdictions });

describe('the world map', () => {
  it('draws a large country as a shape and a small one as a mark', () => {
    const { areas } = draw(['GB', 'SG']);
    expect(areas.get('GB')?.shape).toMatch(/^M/);
    expect(areas.get('SG')?.shape).toBeUndefined();
    expect(areas.get('SG')).toEqual({ x: expect.any(Number), y: expect.any(Number) });
  });

  it('marks the seat of an authority for a part of a country', () => {
    const { areas } = draw(['US-NY', 'US-TX', 'CA-BC']);
    const [newYork, texas, columbia] = ['US-NY', 'US-TX', 'CA-BC'].map((id) => areas.get(id));
    expect(columbia?.x).toBeLessThan(texas?.x ?? 0);
    expect(texas?.x).toBeLessThan(newYork?.x ?? 0);
    expect(texas?.y).toBeGreaterThan(newYork?.y ?? Number.POSITIVE_INFINITY);
  });

  it('names what it cannot show instead of dropping it', () => {
    expect(draw(['GB', 'XX-ATLANTIS']).missing).toEqual(['XX-ATLANTIS']);
  });

  it.each([320, 960])('keeps every mark inside a drawing %i pixels wide', (width) => {
    const drawn = draw(['GB', 'SG', 'US-NY', 'US-TX', 'CA-BC'], width);
    for (const { x, y } of drawn.areas.values()) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(drawn.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(drawn.height);
    }
  });

  it('draws a country with a pack apart from the land', () => {
    expect(draw(['GB']).land.length).toBeLessThan(draw([]).land.length);
  });
});
