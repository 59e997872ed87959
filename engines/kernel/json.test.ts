import { describe, expect, it } from 'vitest';
import { canonicalise } from './canonical-json.ts';
import { checkJson } from './json.ts';

const sparse: unknown[] = [1];
sparse[2] = 3;
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

describe('what JSON cannot hold is refused where it stands, never dropped', () => {
  it.each([
    ['undefined', undefined, 'KERNEL_JSON_NOT_JSON', ''],
    ['an undefined member', { a: { b: undefined } }, 'KERNEL_JSON_NOT_JSON', '/a/b'],
    ['a hole in an array', { list: sparse }, 'KERNEL_JSON_NOT_JSON', '/list/1'],
    ['a function', [() => 1], 'KERNEL_JSON_NOT_JSON', '/0'],
    ['a symbol', [Symbol('s')], 'KERNEL_JSON_NOT_JSON', '/0'],
    ['a bigint', { n: 1n }, 'KERNEL_JSON_NOT_JSON', '/n'],
    ['a Date, though it has toJSON', { at: new Date(0) }, 'KERNEL_JSON_NOT_JSON', '/at'],
    ['a Map', new Map(), 'KERNEL_JSON_NOT_JSON', ''],
    ['a boxed string', [new String('a')], 'KERNEL_JSON_NOT_JSON', '/0'],
    ['NaN', { 'a/b': [Number.NaN] }, 'KERNEL_JSON_NUMBER_RANGE', '/a~1b/0'],
    ['Infinity', [1, Number.POSITIVE_INFINITY], 'KERNEL_JSON_NUMBER_RANGE', '/1'],
    ['a high surrogate alone', { name: 'a\ud800' }, 'KERNEL_JSON_LONE_SURROGATE', '/name'],
    ['a low surrogate alone', ['\udc00b'], 'KERNEL_JSON_LONE_SURROGATE', '/0'],
    ['surrogates the wrong way round', ['\udc00\ud800'], 'KERNEL_JSON_LONE_SURROGATE', '/0'],
    ['a lone surrogate in a name', { in: { '\ud800': 1 } }, 'KERNEL_JSON_LONE_SURROGATE', '/in'],
    ['a cycle', cyclic, 'KERNEL_JSON_TOO_DEEP', undefined],
  ])('%s', (_, value, code, at) => {
    const expected = { ok: false, error: { code, ...(at === undefined ? {} : { at }) } };
    expect(checkJson(value)).toMatchObject(expected);
    expect(canonicalise(value)).toMatchObject(expected);
  });

  it.each([
    [undefined, 'JSON cannot hold undefined.'],
    [() => 1, 'JSON cannot hold a function.'],
    [new Date(0), 'JSON cannot hold an object that is not plain.'],
    [Number.NaN, 'NaN is not a number that JSON can hold.'],
  ])('and named (%#)', (value, message) => {
    expect(checkJson(value)).toMatchObject({ ok: false, error: { message } });
  });

  it('200 levels are accepted, 201 refused', () => {
    const nest = (levels: number) => {
      let value: unknown = 1;
      for (let n = 0; n < levels; n += 1) value = [value];
      return value;
    };
    expect(checkJson(nest(200)).ok).toBe(true);
    expect(checkJson(nest(201))).toMatchObject({ ok: false, error: { code: 'KERNEL_JSON_TOO_DEEP' } });
  });
});

describe('what JSON can hold is given back unchanged', () => {
  it.each([
    [null],
    [false],
    [0],
    [-1.5e-7],
    ['😀'],
    [[[], {}]],
    [{ a: { b: [1, 'x', null] } }],
    [Object.assign(Object.create(null), { a: 1 })],
  ])('%j', (value) => {
    const checked = checkJson(value);
    expect(checked.ok && checked.value).toBe(value);
  });
});
