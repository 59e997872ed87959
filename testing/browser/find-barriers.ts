import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds against WCAG 2.2 AA, one sentence per finding with the element; an empty list is a pass. Our pages have no frames, so
 * axe need not look for them (legacy mode) nor describe what passed: a third of the time for the same findings.
 */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const options = {
    runOnly: { type: 'tag' as const, values: STANDARDS },
    resultTypes: ['violations' as const],
  };
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode(true).analyze();
  expectNoFrames(page);
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} (${node.target.join(' ')})`),
  );
}

function expectNoFrames(page: Page): void {
  if (page.frames().length > 1) throw new Error('The page has frames, which axe did not look into.');
}
