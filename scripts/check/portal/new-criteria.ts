/** The six criteria of levels A and AA that are new in WCAG 2.2. */

import {
  EVERY_PAGE,
  findAskedTwice,
  findDragging,
  findHelpOutOfOrder,
  findObscuredFocus,
  findSignInTests,
  findSmallTargets,
  helpOn,
  watchDragging,
} from '@testamur/testing/browser';
import type { Line } from '../../../bench/line.ts';
import { noneOf, openKind, type Portal } from './portal.ts';

/** The narrow one is where things lie above each other, the wide one where they lie side by side. */
const SIZES = [360, 1280] as const;

export async function* checkNewCriteria(portal: Portal): AsyncIterable<Line> {
  const found = {
    focus: [] as string[],
    dragging: [] as string[],
    targets: [] as string[],
    help: [] as string[],
    signIn: [] as string[],
  };
  let firstHelp: readonly string[] | undefined;
  let stops = 0;
  for (const kind of EVERY_PAGE) {
    for (const width of SIZES) {
      const page = await openKind(portal, kind, { width, prepare: watchDragging });
      const at = (each: string): string => `${kind.path} at ${width}: ${each}`;
      found.targets.push(...(await findSmallTargets(page)).map(at));
      found.signIn.push(...(await findSignInTests(page)).map(at));
      const help = await helpOn(page);
      firstHelp ??= help;
      if (help.length === 0) found.help.push(at('no help'));
      found.help.push(...findHelpOutOfOrder(firstHelp, help).map(at));
      const focus = await findObscuredFocus(page);
      stops += focus.stops;
      found.focus.push(...focus.obscured.map(at));
      found.dragging.push(...(await findDragging(page)).map(at));
      await page.context().close();
    }
  }
  portal.tell(`The keyboard stopped ${stops} times.`);
  yield noneOf('portal.wcag.2.4.11 focus obscured', found.focus, portal.tell);
  yield noneOf('portal.wcag.2.5.7 dragging needed', found.dragging, portal.tell);
  yield noneOf('portal.wcag.2.5.8 targets too small', found.targets, portal.tell);
  yield noneOf('portal.wcag.3.2.6 help in another order', found.help, portal.tell);
  yield noneOf(
    'portal.wcag.3.3.7 asked twice',
    await findAskedTwice(portal.browser, portal.origin),
    portal.tell,
  );
  yield noneOf('portal.wcag.3.3.8 tests of memory at sign-in', found.signIn, portal.tell);
}
