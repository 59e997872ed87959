/** What a first visit costs, in bytes. */

import { EVERY_PAGE, HEAVIEST_PAGES, type Weight, weighPage } from '@testamur/testing/browser';
import { barred, figure, type Line } from '../../../bench/line.ts';
import { noneOf, type Portal } from './portal.ts';

const KILOBYTE = 1000;
const MOST_FIRST_CONTENT = 40;
const MOST_SCRIPT = 100;
const MOST_DATA = 150;
const SCRIPTED: readonly string[] = ['/', '/dossier', '/results', '/results/[pack]'];

export async function* checkWeight({ browser, origin, tell }: Portal): AsyncIterable<Line> {
  const foreign: string[] = [];
  for (const kind of EVERY_PAGE) {
    const weight = await weighPage(browser, origin, kind);
    foreign.push(...weight.foreign.map((address) => `${kind.path} asks ${address}`));
    if (SCRIPTED.includes(kind.route)) yield* linesOf(kind.route, weight);
    else yield most(`${kind.route} first content`, weight.firstContent, MOST_FIRST_CONTENT);
    for (const { kind: what, name, bytes } of weight.files) tell(`${kind.route}: ${what} ${name} ${bytes}`);
  }
  for (const kind of HEAVIEST_PAGES) {
    const { firstContent } = await weighPage(browser, origin, kind);
    yield most(`${kind.path} first content`, firstContent, MOST_FIRST_CONTENT);
  }
  yield noneOf('portal.requests to other sites', foreign, tell);
}

function* linesOf(route: string, weight: Weight): Iterable<Line> {
  const promised = route === '/results' ? most : (what: string, bytes: number) => kilobytes(what, bytes);
  yield most(`${route} first content`, weight.firstContent, MOST_FIRST_CONTENT);
  yield promised(`${route} script until it is whole`, weight.script, MOST_SCRIPT);
  yield kilobytes(`${route} script afterwards`, weight.laterScript);
  yield promised(`${route} rule data`, weight.data, MOST_DATA);
  yield kilobytes(`${route} data afterwards`, weight.laterData);
  yield kilobytes(`${route} map`, weight.map);
  yield kilobytes(`${route} fonts`, weight.fonts);
}

const most = (what: string, bytes: number, bar: number): Line =>
  barred({ id: `portal.weight.${what}`, value: bytes / KILOBYTE, unit: 'kB', bar, better: 'lower' });

const kilobytes = (what: string, bytes: number): Line =>
  figure({ id: `portal.weight.${what}`, value: bytes / KILOBYTE, unit: 'kB', better: 'lower' });
