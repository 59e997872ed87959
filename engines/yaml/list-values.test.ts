import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { listValues, writeText } from './list-values.ts';
import { parseYaml } from './parse-yaml.ts';

const TEXT = `- rule: a # the first
  on: "2026-01-02"
  when:
    all:
      - { fact: x.hours, atLeast: 5500 }
      - fact: y
        in: [GB, "NO", ie]
    of:
      - one
`;

it('tells each value with its path and the letters in which it is written', () => {
  const told = listValues(TEXT).map(({ path, value, start, end }) => [
    path.join('/'),
    value,
    TEXT.slice(start, end),
  ]);
  expect(told).toEqual([
    ['0/rule', 'a', 'a'],
    ['0/on', '2026-01-02', '"2026-01-02"'],
    ['0/when/all/0/fact', 'x.hours', 'x.hours'],
    ['0/when/all/0/atLeast', 5500, '5500'],
    ['0/when/all/1/fact', 'y', 'y'],
    ['0/when/all/1/in', ['GB', 'NO', 'ie'], '[GB, "NO", ie]'],
    ['0/when/of/0', 'one', 'one'],
  ]);
});

it('tells nothing of a text that cannot be read', () => expect(listValues('a: [b\nc: d')).toEqual([]));

it('a written text is read as the same text, within a list too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('no', 'NO', 'true', '1', 'GB', '')), { minLength: 1 }),
      (texts) => {
        const text = `a: [${texts.map(writeText).join(', ')}]\n`;
        expect(parseYaml(text, '').value?.value).toEqual({ a: texts });
        expect(listValues(text)[0]?.value).toEqual(texts);
      },
    ),
  );
});
