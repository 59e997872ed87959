import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enlarge, MOST_ZOOM, moveTo, type Part, pointInPart, shift, WHOLE } from './part-of-map.ts';

const SIZE = { width: 800, height: 400 };

describe('the part of the map that is shown', () => {
  it('keeps its middle when it is enlarged, and comes back', () => {
    const near = enlarge(WHOLE, 'in');
    expect(near).toEqual({ x: 0.25, y: 0.25, zoom: 2 });
    expect(enlarge(near, 'out')).toEqual(WHOLE);
  });

  it('moves by half of itself and stops at the edge', () => {
    const near = enlarge(WHOLE, 'in');
    expect(shift(near, 1, 0)).toEqual({ x: 0.5, y: 0.25, zoom: 2 });
    expect(shift(shift(near, 1, 0), 1, 0).x).toBe(0.5);
    expect(shift(WHOLE, -1, -1)).toEqual(WHOLE);
  });

  it('brings a place into sight and otherwise stays', () => {
    const near = enlarge(enlarge(WHOLE, 'in'), 'in');
    const place = { x: 790, y: 200 };
    const there = moveTo(place, near, SIZE);
    const { x } = pointInPart(place, there, SIZE);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThanOrEqual(SIZE.width);
    expect(moveTo(place, there, SIZE)).toBe(there);
  });

  it('never leaves the world, whatever is pressed', () => {
    const press = fc.constantFrom<(part: Part) => Part>(
      (part) => enlarge(part, 'in'),
      (part) => enlarge(part, 'out'),
      (part) => shift(part, 1, -1),
      (part) => shift(part, -1, 1),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        const { x, y, zoom } = presses.reduce((part, each) => each(part), WHOLE);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y) + 1 / zoom).toBeLessThanOrEqual(1 + 1e-9);
        expect(zoom).toBeLessThanOrEqual(MOST_ZOOM);
      }),
    );
  });
});
