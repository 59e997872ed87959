import { openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

/**
 * What a script of somebody else would do first, tried in the page. Playwright's own evaluation is not bound by the policy of the page, what
 * the expression does is.
 */
const ATTEMPTS: readonly (readonly [name: string, expression: string])[] = [
  ['markup from text', `document.body.innerHTML = '<img src=x onerror=alert(1)>'`],
  ['markup put beside an element', `document.body.insertAdjacentHTML('beforeend', '<b>x</b>')`],
  ['a document written anew', `document.write('<b>x</b>')`],
  ['a program of another origin beside the page', `new Worker('https://evil.example/worker.js')`],
  ['a program made of text', `new Worker('data:text/javascript,1')`],
  [
    'a script element with an address of another origin',
    `document.createElement('script').src = 'https://evil.example/x.js'`,
  ],
  ['a script element with text', `document.createElement('script').text = 'alert(1)'`],
  ['a handler made of text', `document.body.setAttribute('onclick', 'alert(1)')`],
  ['another policy', `trustedTypes.createPolicy('mine', { createHTML: (text) => text })`],
];
/** Of a page with script, which has made the one that there can be. */
const SECOND_DEFAULT = [
  'a second default policy',
  `trustedTypes.createPolicy('default', { createHTML: (text) => text })`,
] as const;

describe('a page', () => {
  it.each(['/', '/rules/gb', '/results/gb', '/nothing'])(
    '%s turns no text into markup or script',
    async (address) => {
      const watched = await openPage(browser, `${inject('productUrl')}${address}`);
      await watched.page.waitForLoadState('networkidle');
      const before = watched.faults.filter((fault) => !/404/.test(fault));
      expect(before).toEqual([]);
      const hasScript = await watched.page.evaluate('document.scripts.length > 0');
      for (const [name, expression] of hasScript ? [...ATTEMPTS, SECOND_DEFAULT] : ATTEMPTS) {
        const outcome = await watched.page.evaluate(
          `(() => { try { ${expression}; return 'done'; } catch (error) { return error.name; } })()`,
        );
        expect([name, outcome]).toEqual([name, 'TypeError']);
      }
      await watched.close();
    },
  );
});
