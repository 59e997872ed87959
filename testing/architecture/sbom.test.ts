import { describe, expect, it } from 'vitest';
import { makeSbom } from '../../scripts/lib/make-sbom.mjs';
import { readText } from './sources.ts';

const lock = JSON.parse(readText('package-lock.json')) as Parameters<typeof makeSbom>[0];
const sbom = makeSbom(lock, { name: 'testamur', version: '0.1.0' });

describe('the list of what the product is made of', () => {
  it('lists every library of the lock file, with version and hash', () => {
    const locked = Object.entries(lock.packages).filter(
      ([place, { link }]) => place.includes('node_modules/') && link !== true,
    );
    const listed = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    expect(locked.length).toBeGreaterThan(200);
    for (const [place, { name, version }] of locked)
      expect(listed).toContain(`${name ?? place.replace(/^.*node_modules\//, '')}@${version}`);
    for (const { purl, hashes } of sbom.components)
      expect([purl, hashes?.[0]]).toEqual([
        purl,
        { alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) },
      ]);
  });

  it('tells what ships from what only builds and tests', () => {
    const scopeOf = (wanted: string) => sbom.components.find(({ name }) => name === wanted)?.scope;
    expect([scopeOf('fastify'), scopeOf('vitest')]).toEqual(['required', 'excluded']);
  });

  it('gives a licence to everything that ships', () => {
    const bare = sbom.components.filter(
      ({ scope, licenses }) => scope !== 'excluded' && licenses === undefined,
    );
    expect(bare.map(({ purl }) => purl)).toEqual([]);
  });

  it('names a library under a scope as package URLs demand', () => {
    expect(sbom.components.some(({ purl }) => /^pkg:npm\/%40fastify\/rate-limit@\d/.test(purl))).toBe(true);
  });

  it('refuses a hash that proves nothing', () => {
    const weak = {
      version: '3',
      packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha1-AAAA' } },
    };
    expect(() => makeSbom(weak, { name: 'a', version: '1.0.0' })).toThrow(/sha1/);
  });
});
