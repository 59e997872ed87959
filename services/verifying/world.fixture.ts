/** A school of the invented registry that signs, and the machine that checks: what tests of this room begin with. */
import { digestOnNode, fitsSchema, verifyOnNode } from '@testamur/adapters/credentials';
import type { World } from '@testamur/engines/credentials';
import type { Registry } from '@testamur/engines/recognition/registry';
import { makeLibrary } from '@testamur/services/recognising';
import { ALDERMOOR, fictionalRegistry } from '@testamur/testing/fictional-registry';
import { DIPLOMA, SCHOOL, serve } from '../../engines/credentials/seeds.fixture.ts';
import { pack, rule, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import { type IssuerEntry, makeIssuerList, type Verifying } from './index.ts';

export const LISTED: IssuerEntry = { id: SCHOOL, school: ALDERMOOR, cite: [] };

/** 2020-07-01, when the school was accredited by an agency that was recognised. */
export const DEGREE = {
  ...DIPLOMA,
  credentialSubject: {
    ...(DIPLOMA['credentialSubject'] as object),
    achievement: {
      ...((DIPLOMA['credentialSubject'] as { readonly achievement: object }).achievement as object),
      achievementType: 'ProfessionalDoctorate',
      alignment: [
        {
          type: ['Alignment'],
          targetCode: '0912',
          targetFramework: 'ISCED-F 2013',
          targetName: 'Medicine',
          targetUrl: 'https://uis.unesco.org/isced-f/0912',
        },
      ],
    },
  },
} as unknown as typeof DIPLOMA;

const awardedOn = { type: 'day', label: 'Award', definition: 'x', standard: 'own' } as const;
const pmq = VOCABULARY.sections.get('pmq');
if (pmq === undefined) throw new Error('the small law has degrees');
const sections = new Map([
  ...VOCABULARY.sections,
  ['pmq', { ...pmq, facts: { ...pmq.facts, awardedOn } }] as const,
]);

export const LAW = {
  vocabulary: { ...VOCABULARY, sections },
  commonSteps: [],
  packs: [pack([rule('xx.degree.long', version({ fact: 'pmq.years', atLeast: 6 }))])],
  hashes: new Map([['xx', `sha256:${'0'.repeat(64)}`]]),
} as const;

export async function makeVerifying(
  more: {
    readonly issuers?: readonly IssuerEntry[];
    readonly registry?: Registry;
    readonly world?: World;
    readonly roots?: ReadonlySet<string>;
  } = {},
): Promise<Verifying> {
  const world = more.world ?? (await serve());
  return {
    world: { ...world, verify: verifyOnNode, digest: digestOnNode, fitsSchema },
    library: makeLibrary(LAW as never, more.registry ?? fictionalRegistry),
    issuers: makeIssuerList(more.issuers ?? [LISTED]),
    ...(more.roots === undefined ? {} : { roots: more.roots }),
  };
}
