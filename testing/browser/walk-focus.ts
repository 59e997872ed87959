import type { Page } from 'playwright-core';

/** For the browser: says whether the element in focus can be seen, and which it is. */
const LOOK = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' ' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  // A shape of a drawing fills little of its box.
  const isDrawn = element.closest('svg') !== null;
  const shares = isDrawn ? Array.from({ length: 19 }, (_, at) => (at + 1) / 20) : [0.5, 0.1, 0.9];
  const points = boxes.flatMap(({ left, top, width, height }) =>
    shares.flatMap((across) => shares.map((down) => [left + width * across, top + height * down])));
  // What takes the pointer around a small mark is painted with nothing.
  const isSeenThrough = (found) => {
    if (found.closest('svg') === null) return false;
    const { fill, stroke } = getComputedStyle(found);
    return (fill === 'none' || /, 0\\)$/.test(fill)) && stroke === 'none';
  };
  // The copy that a drawing makes of what has the focus, above the rest, takes no pointer.
  const sheets = document.adoptedStyleSheets;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('svg *, figure * { pointer-events: auto !important }');
  if (isDrawn) document.adoptedStyleSheets = [...sheets, sheet];
  const topAt = (x, y) => isDrawn
    ? document.elementsFromPoint(x, y).find((found) => !isSeenThrough(found)) ?? null
    : document.elementFromPoint(x, y);
  const isOwn = (found) => found !== null && (found.closest('.raised') !== null || element.contains(found) || found.contains(element) && found.closest('a,button,label,summary,svg') !== null);
  const label = element.labels?.[0];
  const seen = points.some(([x, y]) => {
    const found = topAt(x, y);
    return isOwn(found) || (label?.contains(found) ?? false);
  });
  document.adoptedStyleSheets = sheets;
  return { name, seen };
})()`;

type Looked = { readonly name: string; readonly seen: boolean } | null;

const MOST_STOPS = 1_500;
const WRAPPED = 3;

/** WCAG 2.2, 2.4.11: walks through the page by keyboard and names what has the focus while nothing of it can be seen. */
export async function findObscuredFocus(
  page: Page,
): Promise<{ readonly stops: number; readonly obscured: readonly string[] }> {
  const obscured = new Set<string>();
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  let away = 0;
  let stops = 0;
  let first: string | undefined;
  while (stops < MOST_STOPS && away < WRAPPED) {
    await page.keyboard.press('Tab');
    const looked = (await page.evaluate(LOOK)) as Looked;
    if (looked === null) {
      away += 1;
      continue;
    }
    if (first !== undefined && stops > 1 && looked.name === first) break;
    first ??= looked.name;
    stops += 1;
    if (!looked.seen) obscured.add(looked.name);
  }
  return { stops, obscured: [...obscured] };
}
