import { describe, expect, it } from 'vitest';
import { howToAnswer } from './how-to-answer.ts';

const HOME = 'https://example.org/below';
const ask = (path: string, more: { method?: string; isNavigation?: boolean } = {}) =>
  howToAnswer({ method: 'GET', isNavigation: true, url: new URL(path, HOME), home: HOME, ...more });

describe('a page is answered', () => {
  it.each([
    '/below',
    '/below/',
    '/below/dossier',
    '/below/results',
    '/below/results/gb',
    '/below/results/gb/plan',
    '/below/compare?with=gb,de',
    '/below/fr/results/gb',
    '/below/fr',
    '/below/offline/shell',
  ])('%s: from the browser alone', (path) => expect(ask(path)).toBe('ownPage'));

  it.each([
    '/below/rules',
    '/below/rules/gb',
    '/below/schools?q=aiims',
    '/below/about',
    '/below/fr/rules/gb',
    '/below/dossiers',
    '/below/resultsx',
  ])('%s: as the server wrote it', (path) => expect(ask(path)).toBe('page'));
});

describe('nothing is kept of', () => {
  it.each([
    ['the interface for programs', '/below/api/assess', {}],
    ['the interface for programs, opened as a page', '/below/api', {}],
    ['the short form, whose answers leave the browser', '/below/dossier/short', {}],
    ['the same in French', '/below/fr/dossier/short', {}],
    ['what a form sends', '/below/dossier', { method: 'POST' }],
    ['another site', 'https://other.org/below/results', {}],
    ['another program on the same host', '/elsewhere/results', {}],
    ['a neighbour whose name begins alike', '/belowx/results', {}],
    ['the data of a page of the server', '/below/dossier/short/__data.json', { isNavigation: false }],
    ['a file without a hash', '/below/robots.txt', { isNavigation: false }],
  ])('%s', (_what, path, more) => expect(ask(path, more)).toBe('leave'));
});

it('files named by their content, and what the server says to a page of the browser, are told apart', () => {
  expect(ask('/below/_app/immutable/assets/law.abc.json', { isNavigation: false })).toBe('file');
  expect(ask('/below/_app/version.json', { isNavigation: false })).toBe('leave');
  expect(ask('/below/results/__data.json?x-sveltekit-invalidated=1', { isNavigation: false })).toBe(
    'ownData',
  );
  expect(ask('/below/__data.json', { isNavigation: false })).toBe('ownData');
  expect(ask('/below/fr/__data.json', { isNavigation: false })).toBe('ownData');
});

it('without a base path the same holds', () => {
  const at = (path: string) =>
    howToAnswer({
      method: 'GET',
      isNavigation: true,
      url: new URL(path, 'https://a.org'),
      home: 'https://a.org',
    });
  expect([at('/'), at('/results'), at('/api/packs'), at('/rules')]).toEqual([
    'ownPage',
    'ownPage',
    'leave',
    'page',
  ]);
});
