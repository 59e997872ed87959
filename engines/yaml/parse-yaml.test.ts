import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';

const problemsOf = (text: string): readonly string[] =>
  parseYaml(text, 'a.yaml').problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
  );

describe('the strict subset', () => {
  it('types nothing but what YAML 1.2 types: a quoted day is a text, a bare NO too', () => {
    expect(
      parseYaml(
        'on: "2021-07-01"\nbare: 2021-07-01\ncountry: NO\nyes: yes\nn: 6.5\nflag: true\nnone: null\n',
        'a.yaml',
      ).value?.value,
    ).toEqual({
      on: '2021-07-01',
      bare: '2021-07-01',
      country: 'NO',
      yes: 'yes',
      n: 6.5,
      flag: true,
      none: null,
    });
  });

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['an anchor', 'a: &x 1\nb: 2\n', /^a\.yaml:1:\d+ Anchors/],
    ['an alias', 'a: &x 1\nb: *x\n', /Aliases/],
    ['a tag', 'a: 1\nb: !secret x\n', /Tags/],
    ['a standard tag written out', 'a: 1\nb: !!str 2\n', /Tags/],
    ['a merge key', 'a: { <<: { b: 1 } }\n', /^a\.yaml:1:6 Merge keys/],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', /^a\.yaml:3:1 .*unique/],
    ['a key that is no text', 'a: 1\n7: x\n', /^a\.yaml:2:1 A key must be a text/],
    ['a bracket that is not closed', 'a: [1, 2\nb: 3\n', /^a\.yaml:\d+:\d+ /],
    ['a tab as indentation', 'a:\n\tb: 1\n', /^a\.yaml:2:1 /],
    ['two documents', 'a: 1\n---\nb: 2\n', /^a\.yaml:2:1 /],
  ];
  it.each(refused)('refuses %s', (_name, text, line) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toMatch(line);
    expect(parseYaml(text, 'a.yaml').value).toBeUndefined();
    for (const problem of problems) expect(problem).not.toContain('\n');
  });

  it('a bomb of aliases is refused, not unfolded', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnopqrstuvwxyz'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9).fill(`*${'abcdefghijklmnopqrstuvwxyz'[index]}`).join(', ')}]`,
        ),
    ].join('\n');
    expect(problemsOf(bomb).length).toBeGreaterThan(0);
  });
});

describe('places', () => {
  const TEXT = 'first: 1\nlist:\n  - { a: 1, bb: 2 }\n  - deep:\n      er: [7, 8]\n';
  const locate = (...path: readonly (string | number)[]): string => {
    const { line, column } = parseYaml(TEXT, 'a.yaml').value?.locate(path) ?? { line: 0, column: 0 };
    return `${line}:${column}`;
  };
  it.each([
    [['first'], '1:1'],
    [['list'], '2:1'],
    [['list', 0], '3:5'],
    [['list', 0, 'bb'], '3:13'],
    [['list', 1, 'deep', 'er'], '5:7'],
    [['list', 1, 'deep', 'er', 1], '5:15'],
    [['list', 1, 'nowhere', 'x'], '4:5'],
    [[], '1:1'],
  ] as const)('%j stands at %s', (path, at) => {
    expect(locate(...path)).toBe(at);
  });
});
