import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowBand, layOutFlow, wrap } from './route-flow.ts';

const words = { or: 'or', more: (count: number) => `and ${count} more` };
const box = (title: string, ...options: string[]) => ({ title, options, unknown: false });
const bands = (requirements: number, options: readonly string[] = []): readonly FlowBand[] => [
  { kind: 'scope', heading: 'For', boxes: [box('Everybody')] },
  {
    kind: 'requirements',
    heading: 'Asked',
    boxes: Array.from({ length: requirements }, (_, index) => box(`Rule ${index}`, ...options)),
  },
  { kind: 'licence', heading: 'Leads to', boxes: [box('Licence')] },
];
const shape = { width: 600, columns: 3, rightToLeft: false };

describe('the drawing of a route', () => {
  it('keeps every box inside it and off every other, however many there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.string({ maxLength: 80 }), { maxLength: 9 }),
        fc.constantFrom(1, 2, 3),
        fc.boolean(),
        (count, options, columns, rightToLeft) => {
          const flow = layOutFlow(bands(count, options), words, { ...shape, columns, rightToLeft });
          expect(flow.boxes).toHaveLength(count + 2);
          for (const [index, a] of flow.boxes.entries()) {
            expect(a.x >= 0 && a.x + a.width <= flow.width && a.y + a.height <= flow.height).toBe(true);
            for (const b of flow.boxes.slice(index + 1))
              expect(
                a.x + a.width <= b.x ||
                  b.x + b.width <= a.x ||
                  a.y + a.height <= b.y ||
                  b.y + b.height <= a.y,
              ).toBe(true);
            for (const { y } of a.lines) expect(y > a.y && y < a.y + a.height).toBe(true);
          }
        },
      ),
    );
  });

  it('puts the first box of a row on the side where reading begins', () => {
    const xOf = (rightToLeft: boolean) =>
      layOutFlow(bands(3), words, { ...shape, rightToLeft }).boxes[1]?.x ?? Number.NaN;
    expect(xOf(false)).toBeLessThan(xOf(true));
  });

  it('draws alternatives with an “or” between them, and counts those that it leaves out', () => {
    const linesOf = (options: readonly string[]) =>
      layOutFlow(bands(1, options), words, shape).boxes[1]?.lines.map(({ text }) => text);
    expect(linesOf(['A', 'B'])).toEqual(['Rule 0', 'A', 'or', 'B']);
    expect(linesOf(['A', 'B', 'C', 'D', 'E'])).toEqual(['Rule 0', 'A', 'or', 'B', 'or', 'C', 'and 2 more']);
  });

  it('breaks writing between words and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 12 }), (all) => {
        const lines = wrap(all.join(' '), 14);
        expect(lines.join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(14);
      }),
    );
  });
});
