/** Which part of the map is shown: its corner as shares of the whole, and how many times it is enlarged. */
export type Part = { readonly x: number; readonly y: number; readonly zoom: number };

export const WHOLE: Part = { x: 0, y: 0, zoom: 1 };
export const MOST_ZOOM = 8;
const STEP = 2;

type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

/** The middle stays where it is, as far as the edges of the world allow. */
export function enlarge(part: Part, by: 'in' | 'out'): Part {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, by === 'in' ? part.zoom * STEP : part.zoom / STEP));
  const middle = { x: part.x + 0.5 / part.zoom, y: part.y + 0.5 / part.zoom };
  return within({ x: middle.x - 0.5 / zoom, y: middle.y - 0.5 / zoom, zoom });
}

/** By half of what is shown. */
export const shift = ({ x, y, zoom }: Part, right: number, down: number): Part =>
  within({ x: x + right / (2 * zoom), y: y + down / (2 * zoom), zoom });

/** Where a point of the whole drawing stands in the part that is shown. */
export const pointInPart = (point: Point, { x, y, zoom }: Part, { width, height }: Size): Point => ({
  x: (point.x - x * width) * zoom,
  y: (point.y - y * height) * zoom,
});

/** Brings a point into sight, and leaves the part where it is when the point is in sight already. */
export function moveTo(point: Point, part: Part, size: Size): Part {
  const { x, y } = pointInPart(point, part, size);
  if (x >= 0 && x <= size.width && y >= 0 && y <= size.height) return part;
  return within({
    x: point.x / size.width - 0.5 / part.zoom,
    y: point.y / size.height - 0.5 / part.zoom,
    zoom: part.zoom,
  });
}

const within = ({ x, y, zoom }: Part): Part => ({ x: inside(x, zoom), y: inside(y, zoom), zoom });
const inside = (start: number, zoom: number): number => Math.min(1 - 1 / zoom, Math.max(0, start));
