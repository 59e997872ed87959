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
  ])('from %s to %s', (wanted, next) =>
    expect(whereNext(wanted, { root: '', otherwise: '/account' })).toBe(next),
  );

  it('stays below the path at which it is served', () => {
    const served = { root: '/testamur', otherwise: '/testamur/account' };
    expect(whereNext('/testamur/organisations/x', served)).toBe('/testamur/organisations/x');
    expect(whereNext('/elsewhere', served)).toBe('/testamur/account');
  });
});
