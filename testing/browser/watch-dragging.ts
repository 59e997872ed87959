import type { BrowserContext, Page } from 'playwright-core';

const DRAGGING = ['dragstart', 'drag', 'pointermove', 'mousemove', 'touchmove'];

/**
 * For the browser, before any script of the page: remembers who listens for a movement while something is held. The framework follows
 * the mouse on the root, to load early what is pointed at; that is no dragging.
 */
const WATCH = `(() => {
  const heard = (globalThis.__testamurDragging = []);
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    const isHover = type === 'mousemove' && this === document.documentElement;
    if (${JSON.stringify(DRAGGING)}.includes(type) && !isHover) heard.push(type + ' on ' + (this.tagName ?? this.constructor.name));
    return add.call(this, type, ...rest);
  };
})()`;

export const watchDragging = (context: BrowserContext): Promise<void> =>
  context.addInitScript(WATCH).then(() => undefined);

/** WCAG 2.2, 2.5.7: what would have to be dragged. Nothing in the portal is: no listener for it, nothing draggable, no map to pan. */
export const findDragging = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(
    `[...globalThis.__testamurDragging, ...[...document.querySelectorAll('[draggable=true], input[type=range]')].map((element) => element.outerHTML.slice(0, 80))]`,
  )) as string[];
