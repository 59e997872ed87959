/** What axe finds: every page in two themes and three widths. */

import { EVERY_PAGE, findBarriers } from '@testamur/testing/browser';
import type { Line } from '../../../bench/line.ts';
import { noneOf, openKind, type Portal, WIDTHS } from './portal.ts';

const THEMES = ['light', 'dark'] as const;

export async function* checkBarriers(portal: Portal): AsyncIterable<Line> {
  for (const kind of EVERY_PAGE) {
    const found: string[] = [];
    const page = await openKind(portal, kind);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await findBarriers(page)).map((each) => `${width} ${colorScheme}: ${each}`));
      }
    }
    await page.context().close();
    yield noneOf(`portal.axe.${kind.route}`, found, portal.tell);
  }
}
