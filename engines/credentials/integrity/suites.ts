/** The cryptographic suites: how a document becomes bytes, and with which kinds of keys they are signed. */
import type { HashName } from '../bytes/digest.ts';
import type { KeyKind } from '../keys/public-key.ts';

export const SUITES = {
  'eddsa-jcs-2022': { form: 'jcs', keys: ['Ed25519'] },
  'eddsa-rdfc-2022': { form: 'rdfc', keys: ['Ed25519'] },
  'ecdsa-jcs-2019': { form: 'jcs', keys: ['P-256', 'P-384'] },
  'ecdsa-rdfc-2019': { form: 'rdfc', keys: ['P-256', 'P-384'] },
} as const satisfies Readonly<
  Record<string, { readonly form: 'jcs' | 'rdfc'; readonly keys: readonly KeyKind[] }>
>;

export type Suite = keyof typeof SUITES;
export const isSuite = (value: unknown): value is Suite =>
  typeof value === 'string' && Object.hasOwn(SUITES, value);

/** vc-di-ecdsa section 3: the hash is as strong as the curve. */
export const hashFor = (kind: KeyKind): HashName => (kind === 'P-384' ? 'SHA-384' : 'SHA-256');
