/** The atlas on the server, read when the first map is drawn. A text, so that nobody has to know the type of half a million numbers. */
import text from '../../../.cache/library/world.json?raw';
import type { World } from '../map/draw-world.ts';

let world: World | undefined;

export function openWorld(): World {
  world ??= JSON.parse(text) as World;
  return world;
}
