import { expectOk, hasLoneSurrogate, type Json } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestHere } from '../bytes/digest.ts';
import { quadsOf } from '../contexts/canonical-quads.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2, DATA_INTEGRITY_V2 } from '../contexts/pinned-contexts.ts';
import { CONTEXTS } from '../world.fixture.ts';
import { proofQuads } from './proof-quads.ts';

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const expand = (config: { readonly [name: string]: Json }) =>
  quadsOf(config, CONTEXTS, { hash: 'SHA-256', digest: digestHere });

const url = fc.constantFrom(
  'did:web:school.example#key-1',
  'https://school.example/keys#1',
  'urn:uuid:0a',
  'did:key:z6Mk#z6Mk',
);
const text = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('a"b', 'a\\b', 'a\nb\tc', '\u0001\u007f\r\f\b', 'é—中'),
  )
  .filter((each) => !hasLoneSurrogate(each));
const config = fc.record(
  {
    '@context': fc.constantFrom<Json>(
      [CREDENTIALS_V2],
      [CREDENTIALS_V2, OB],
      [CREDENTIALS_V2, DATA_INTEGRITY_V2],
      [DATA_INTEGRITY_V2],
    ),
    type: fc.constant('DataIntegrityProof'),
    cryptosuite: fc.constantFrom('eddsa-rdfc-2022', 'ecdsa-rdfc-2019'),
    proofPurpose: fc.constantFrom(
      'assertionMethod',
      'authentication',
      'capabilityInvocation',
      'capabilityDelegation',
      'keyAgreement',
    ),
    verificationMethod: url,
    id: url,
    created: fc.constantFrom('2024-06-01T00:00:00Z', '2024-06-01T00:00:00.123+02:00'),
    expires: fc.constant('2034-06-01T00:00:00Z'),
    challenge: text,
    nonce: text,
    domain: fc.oneof<fc.Arbitrary<Json>[]>(text, fc.uniqueArray(text, { minLength: 1, maxLength: 3 })),
    previousProof: fc.oneof<fc.Arbitrary<Json>[]>(url, fc.uniqueArray(url, { minLength: 1, maxLength: 3 })),
  },
  { requiredKeys: ['@context', 'type', 'cryptosuite', 'proofPurpose', 'verificationMethod'] },
);

describe('what a proof says of itself', () => {
  it('written directly is what expansion makes of it, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(config, async (each) => {
        expect(proofQuads(each as { readonly [name: string]: Json })).toBe(
          expectOk(await expand(each as { readonly [name: string]: Json }), 'all terms are defined'),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is expanded where the contexts are others', () => {
    const other = {
      '@context': [CREDENTIALS_V1, OB],
      type: 'DataIntegrityProof',
      verificationMethod: 'urn:a:b',
      proofPurpose: 'assertionMethod',
    };
    expect(proofQuads(other)).toBeUndefined();
  });
});
