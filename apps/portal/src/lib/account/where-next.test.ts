import { describe, expect, it } from 'vitest';
import { whereNext } from './where-next.ts';

describe('after signing in one goes', () => {
  it.each([
    ['/organisations/x', '/organisations/x'],
    ['/fr/account?a=b', '/fr/account?a=b'],
    [null, '/account'],
    ['//evil.example', '/account'],
    ['/\\evil.example', '/account'],
    ['https://evil.example', '/account'],
    ['javascript:alert(1)', '/account'],
    ['/a b', '/account'],
    ['', '/account'],
  ])('from %s to %s', (wanted, next) => expect(whereNext(wanted, '/account')).toBe(next));
});
