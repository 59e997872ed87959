/** No word of the interface stands in a component: what a person reads comes from the catalogues. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '../..');

/** Pages, and what they are made of. */
const TAKEN = [
  'lib/ui',
  'lib/language',
  'lib/results',
  'lib/dossier',
  'lib/map',
  'routes/+',
  'routes/results',
  'routes/dossier',
];

/** The name of the product is the same in every language. */
const NAMES = new Set(['Testamur']);
const SPOKEN = new Set([
  'aria-label',
  'alt',
  'title',
  'placeholder',
  'label',
  'lede',
  'eyebrow',
  'hint',
  'description',
  'word',
  'data-label',
  'trail',
  'values',
]);
const LETTERS = /\p{L}{2}/u;

type Node = {
  readonly type?: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
  readonly [key: string]: unknown;
};

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    yield node;
    for (const [key, child] of Object.entries(node))
      if (key !== 'attributes' && key !== 'parent') yield* nodesIn(child);
    for (const attribute of (node['attributes'] as readonly Node[] | undefined) ?? [])
      if (attribute.type === 'Attribute' && SPOKEN.has(attribute.name ?? '')) yield* nodesIn(attribute.value);
  }
}

/** Text, and what an expression shows that reads like words: with a space between them, or with a capital. */
function wordsOf(node: Node): readonly string[] {
  if (node.type === 'Text') return [(node.data ?? '').trim()];
  const isText = node.type === 'Literal' && typeof node.value === 'string';
  return isText && /^\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(String(node.value)) ? [String(node.value)] : [];
}

function looseWords(code: string): readonly string[] {
  const { fragment } = parse(code, { modern: true });
  return [...nodesIn(fragment)].flatMap(wordsOf).filter((text) => LETTERS.test(text) && !NAMES.has(text));
}

describe('a loose word', () => {
  it.each([
    ['<p>Read the law</p>', ['Read the law']],
    ['{#if a}<b>Yes</b>{:else}{say("x.y")}{/if}', ['Yes']],
    ["<p>{open ? 'Close it' : 'open it'} {key ? say('home.title') : 'status'}</p>", ['Close it', 'open it']],
    ['<nav aria-label="Main"></nav>', ['Main']],
    ["<Field label={open ? 'Name' : say('home.title')} />", ['Name']],
    ['<Field label="Name" />', ['Name']],
    ['<a class="button quiet" href="/x">{label}</a>, {b}.', []],
    ['<script>const a = "words";</script><style>p { color: red; }</style><!-- words --><p>{a}: –</p>', []],
    ['<a class="mark" href="/">Testamur</a>', []],
  ])('is found where it is one: %s', (code, words) => {
    expect(looseWords(code)).toEqual(words);
  });
});

describe('the components', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.svelte') && TAKEN.some((folder) => file.startsWith(folder)),
  );

  it.each(files)('%s takes its words from the catalogues', (file) => {
    expect(looseWords(readFileSync(path.join(source, file), 'utf8'))).toEqual([]);
  });
});
