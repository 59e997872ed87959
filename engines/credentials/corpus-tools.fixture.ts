import { expectOk, type Json, utf8Of } from '@testamur/engines/kernel';
import { toBase64url } from './bytes/base64url.ts';
import { issueSdJwtVc, type Members, makeJws, presentSdJwt, type Signing, type World } from './index.ts';
import {
  AUDIENCE,
  bytesOf,
  CLAIMS,
  countedSalt,
  DIPLOMA,
  graduate,
  type ListOptions,
  makeList,
  makePresentation,
  NONCE,
  SCHOOL_KEY,
  school,
  serve,
  sign,
} from './seeds.fixture.ts';
import type { Signer } from './signing.fixture.ts';
import { NOW } from './world.fixture.ts';

export type CorpusCase = {
  readonly name: string;
  /** What must be said of it. */
  readonly code: string;
  readonly make: () => Promise<{ readonly bytes: Uint8Array; readonly world: World }>;
  /** Judged as a presentation, or with somebody asked to show that it is theirs. */
  readonly as?: 'presentation' | 'shown';
};

export const json = (name: string, code: string, make: () => Promise<Members>): CorpusCase => ({
  name,
  code,
  make: async () => ({ bytes: bytesOf(await make()), world: await serve() }),
});

/** The document with another value at this place. */
export function edit(document: Members, [step = '', ...rest]: readonly string[], value: Json): Members {
  return { ...document, [step]: rest.length === 0 ? value : edit(document[step] as Members, rest, value) };
}

export const listed = (
  name: string,
  code: string,
  options: ListOptions,
  change: (document: Members) => Members = (document) => document,
): CorpusCase => ({
  name: `status: a list ${name}`,
  code,
  make: async () => ({
    bytes: bytesOf(await sign(change(DIPLOMA))),
    world: await serve({}, await makeList(options)),
  }),
});

type Parts = readonly [string, string, string];
type TokenChange = {
  readonly header?: Readonly<Record<string, Json | undefined>>;
  readonly payload?: Members;
  readonly change?: (parts: Parts) => Parts;
};

/** Rightly signed over whatever its header says, then changed. */
export const token = (
  name: string,
  code: string,
  { header = {}, payload = {}, change }: TokenChange,
): CorpusCase => ({
  name: `token: ${name}`,
  code,
  make: async () => {
    const whole = { alg: 'EdDSA', typ: 'vc+jwt', kid: SCHOOL_KEY, ...header };
    const text = [whole, { ...DIPLOMA, ...payload }]
      .map((part) => toBase64url(utf8Of(JSON.stringify(part))))
      .join('.');
    const [head = '', body = ''] = text.split('.');
    const parts: Parts = [head, body, toBase64url(await school.sign(utf8Of(text)))];
    return { bytes: utf8Of((change === undefined ? parts : change(parts)).join('.')), world: await serve() };
  },
});

type SdJwtChange = {
  readonly claims?: Members;
  readonly hidden?: readonly string[];
  readonly by?: Signer;
  readonly audience?: string;
  readonly nonce?: string;
  readonly at?: number;
  readonly change?: (whole: string) => string;
};

export const sdJwt = (name: string, code: string, options: SdJwtChange): CorpusCase => ({
  name: `sd-jwt: shown ${name}`,
  code,
  as: 'shown',
  make: async () => {
    const {
      claims = CLAIMS,
      hidden = ['name', 'degree/title'],
      by = graduate,
      audience = AUDIENCE,
      nonce = NONCE,
      at = NOW,
      change,
    } = options;
    const signing = {
      kind: 'Ed25519' as const,
      sign: school.sign,
      method: SCHOOL_KEY,
      hidden,
      salt: countedSalt,
      holder: graduate.key,
    };
    const issued = await issueSdJwtVc(
      { ...claims, vct: claims['vct'] === '' ? 'x' : (claims['vct'] as Json) },
      signing,
    );
    const { token: whole, disclosures } = expectOk(issued, 'good claims');
    const made =
      claims['vct'] === ''
        ? await makeJws(
            { ...claims, cnf: {} },
            { header: { typ: 'dc+sd-jwt', kid: SCHOOL_KEY }, kind: 'Ed25519', sign: school.sign },
          )
        : whole;
    const shown = await presentSdJwt(made, {
      disclosures,
      audience,
      nonce,
      at,
      kind: 'Ed25519',
      sign: by.sign,
    });
    return { bytes: utf8Of(change === undefined ? shown : change(shown)), world: await serve() };
  },
});

type PresentationChange = Partial<Signing> & { readonly holder?: string; readonly document?: Members };

export const presented = (
  name: string,
  code: string,
  { document = DIPLOMA, ...more }: PresentationChange,
): CorpusCase => ({
  name: `presentation: ${name}`,
  code,
  as: 'presentation',
  make: async () => ({
    bytes: bytesOf(await makePresentation({ credentials: [await sign(document)], ...more })),
    world: await serve(),
  }),
});
