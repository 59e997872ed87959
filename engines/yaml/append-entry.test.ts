import { describe, expect, it } from 'vitest';
import { appendEntry } from './append-entry.ts';
import { parseYaml } from './parse-yaml.ts';

describe('one more entry of a list', () => {
  it.each([
    ['in brackets', 'cite: [a]\nz: 1\n', 'cite: [a, b]\nz: 1\n'],
    ['in brackets with room', 'cite: [ a ]\n', 'cite: [ a, b ]\n'],
    ['empty', 'cite: []\n', 'cite: [b]\n'],
    ['over several lines', 'cite: [\n  a,\n]\nz: 1\n', 'cite: [\n  a, b\n]\nz: 1\n'],
    ['with dashes', 'cite:\n  - a\n  - c\nz: 1\n', 'cite:\n  - a\n  - c\n  - b\nz: 1\n'],
    ['with dashes, at the end of the file', 'cite:\n  - a', 'cite:\n  - a\n  - b'],
    ['with a comment behind the last', 'cite:\n  - a # so\nz: 1\n', 'cite:\n  - a # so\n  - b\nz: 1\n'],
    ['of records', 'cite:\n  - x: 1\n    y: 2\nz: 1\n', 'cite:\n  - x: 1\n    y: 2\n  - b\nz: 1\n'],
  ])('%s', (_name, text, wanted) => {
    const made = appendEntry(text, ['cite'], 'b') ?? '';
    expect(made).toBe(wanted);
    const [before, after] = [text, made].map(
      (each) => parseYaml(each, 'a.yaml').value?.value as { cite: unknown[] },
    );
    expect(after?.cite).toEqual([...(before?.cite ?? []), 'b']);
  });

  it('is refused where there is no list, or no YAML', () => {
    expect(appendEntry('cite: a\n', ['cite'], 'b')).toBeUndefined();
    expect(appendEntry('z: 1\n', ['cite'], 'b')).toBeUndefined();
    expect(appendEntry('cite: [a\n', ['cite'], 'b')).toBeUndefined();
  });
});
