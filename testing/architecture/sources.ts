import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type Source = { readonly file: string; readonly text: string };

const SKIPPED = /(^|\/)(node_modules|dist|build|\.svelte-kit|\.cache|static)\//;

/** What ships, of one floor: no tests, no fixtures; without comments, which may speak of what the code does not do. */
export function sourcesOf(floor: string): readonly Source[] {
  return readdirSync(path.join(ROOT, floor), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(ts|svelte|mjs|js|html)$/.test(file) && !SKIPPED.test(file))
    .filter((file) => !/\.(test|test-d|fixture|db|prop|browser)\.(test\.)?\w+$/.test(file))
    .map((file) => `${floor}/${file}`)
    .map((file) => ({ file, text: withoutComments(readFileSync(path.join(ROOT, file), 'utf8')) }));
}

function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '');
}

/** The files in which it stands. */
export const filesWith = (sources: readonly Source[], pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** The cells of the table that stands under a heading of a page in Markdown, without its head. */
export function tableUnder(page: string, heading: string): readonly (readonly string[])[] {
  const [, after = ''] = readText(page).split(`## ${heading}\n`);
  const [section = ''] = after.split(/\n## /);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
