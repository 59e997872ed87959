import type { Page } from 'playwright-core';

/**
 * For the browser. A target is smaller than 24 by 24 pixels and has less than a circle of 24 pixels to itself. Exempt, as in the
 * criterion: links within a sentence, and what another target on the page does too that is large enough (the map has its list).
 */
const LOOK = `(() => {
  const LEAST = 24;
  const SELECTOR = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=option], [role=tab], [tabindex="0"]';
  const isShown = (element) => {
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && style.pointerEvents !== 'none' && !element.closest('.sr-only, .skip') && element.getClientRects().length > 0;
  };
  /** What may be pressed: of a control with a label around it, the label too. */
  const boxOf = (element) => {
    const box = (element.closest('label') ?? element).getBoundingClientRect();
    return { left: box.left, top: box.top, right: box.right, bottom: box.bottom, width: box.width, height: box.height };
  };
  const isInSentence = (element) => {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, cite, label, summary');
    return block !== null && block.textContent.trim().length > element.textContent.trim().length;
  };
  const targets = [...document.querySelectorAll(SELECTOR)].filter(isShown).map((element) => ({ element, box: boxOf(element) }));
  const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });
  const distance = ({ x, y }, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const isSmall = ({ box }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
  const small = targets.filter(isSmall);
  const crowded = small.filter((one) => {
    const middle = centre(one.box);
    return targets.some((other) => {
      if (other.element === one.element || other.element.contains(one.element) || one.element.contains(other.element)) return false;
      if (other.element.closest('label') !== null && other.element.closest('label') === one.element.closest('label')) return false;
      if (distance(middle, other.box) < LEAST / 2) return true;
      if (!isSmall(other)) return false;
      const there = centre(other.box);
      return Math.hypot(middle.x - there.x, middle.y - there.y) < LEAST;
    });
  });
  const leadsThereToo = (one) => {
    const address = one.element.getAttribute('href');
    return address !== null && targets.some((other) => other !== one && other.element.getAttribute('href') === address && !crowded.includes(other));
  };
  return crowded.filter((one) => !isInSentence(one.element) && !leadsThereToo(one)).map(({ element, box }) =>
    element.tagName.toLowerCase() + ' "' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) + '" ' + Math.round(box.width) + '×' + Math.round(box.height));
})()`;

/** WCAG 2.2, 2.5.8: what is too small to press and too near to something else. */
export const findSmallTargets = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(LOOK)) as string[];
