/** Good credentials changed at random: whatever passes must say the same as before, nothing may be thrown, nothing may take long. */
import { type Json, utf8Of } from '@testamur/engines/kernel';
import { fromBase64url, toBase64url } from './bytes/base64url.ts';
import { judgeCredential, judgePresentation, type Members, type Verdict, type World } from './index.ts';
import { isMembers } from './model/members.ts';
import {
  AUDIENCE,
  bytesOf,
  DIPLOMA,
  makeJwt,
  makeList,
  makePresentation,
  makeSdJwt,
  NONCE,
  serve,
  sign,
} from './seeds.fixture.ts';

export type FuzzReport = {
  readonly inputs: number;
  readonly controls: number;
  readonly controlsAccepted: number;
  /** Changed, and passed with the very statements that were signed. */
  readonly sameMeaning: number;
  /** Changed, and passed with others: must be none. */
  readonly wrong: readonly string[];
  readonly crashes: readonly string[];
  readonly slowest: number;
  /** How often each code was said. */
  readonly codes: ReadonlyMap<string, number>;
};

type Random = () => number;
const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

/** The same numbers for the same seed (xorshift). */
export function makeRandom(seed: number): Random {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const WORDS: readonly Json[] = [
  ...[
    '',
    'x',
    '@id',
    '@type',
    '@value',
    '@context',
    '@graph',
    '@nest',
    '@included',
    '@reverse',
    '__proto__',
    'proof',
    'id',
    'type',
  ],
  ...[
    'https://www.w3.org/2018/credentials#validUntil',
    'urn:x:y',
    'did:web:evil.example',
    'did:key:z6Mk',
    '2031-01-01T00:00:00Z',
  ],
  ...[
    'eddsa-jcs-2022',
    'eddsa-rdfc-2022',
    'ecdsa-jcs-2019',
    'authentication',
    'assertionMethod',
    'none',
    'HS256',
    'validUntil',
    'name',
  ],
  ...[null, true, 0, -1, 1e21, 131_072, '131072'],
  [],
  {},
  { '@value': 'x' },
  ['https://www.w3.org/ns/credentials/v2'],
];
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '1e400',
  '"name":"x",',
  '~',
  '.',
  '=',
  'A',
  '\u00e9',
  '\u0000',
  'null',
];

function changeText(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() * random() * 40);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + length + 1);
  if (kind === 1) return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
  return (
    text.slice(0, at) +
    String.fromCharCode((text.charCodeAt(at) || 65) ^ (1 << Math.floor(random() * 7))) +
    text.slice(at + 1)
  );
}

/** Somewhere in the value: taken away, renamed, doubled, wrapped, replaced or changed by a letter. */
function changeValue(value: Json, random: Random): Json {
  if (Array.isArray(value)) return changeItems(value as readonly Json[], random);
  if (isMembers(value)) return changeMembers(value, random);
  if (typeof value === 'string' && random() < 0.6) return changeText(value, random);
  return pick(random, WORDS);
}

function changeItems(items: readonly Json[], random: Random): Json {
  const at = Math.floor(random() * items.length);
  const kind = random();
  if (kind < 0.1) return [...items].reverse();
  if (kind < 0.2) return [...items.slice(0, at), ...items.slice(at + 1)];
  if (kind < 0.3) return [...items, items[at] ?? null];
  if (kind < 0.4) return [...items, pick(random, WORDS)];
  return items.map((item, n) => (n === at ? changeValue(item, random) : item));
}

function changeMembers(members: Members, random: Random): Json {
  const names = Object.keys(members);
  const name = pick(random, names.length === 0 ? ['x'] : names);
  const kind = random();
  const word = String(pick(random, WORDS));
  if (kind < 0.08) return Object.fromEntries(Object.entries(members).filter(([each]) => each !== name));
  if (kind < 0.16)
    return Object.fromEntries(
      Object.entries(members).map(([each, value]) => [each === name ? word : each, value]),
    );
  if (kind < 0.24) return { ...members, [word]: pick(random, WORDS) };
  if (kind < 0.28) return { ...members, [name]: [members[name] ?? null] };
  if (kind < 0.31) return { ...members, [word]: members[name] ?? null };
  return { ...members, [name]: changeValue(members[name] ?? null, random) };
}

/** A part of a token, opened, changed and closed again. */
function changeToken(token: string, random: Random): string {
  const parts = token.split(/(?=[.~])/u);
  const at = Math.floor(random() * parts.length);
  const mark = /^[.~]/u.exec(parts[at] ?? '')?.[0] ?? '';
  const bytes = fromBase64url((parts[at] ?? '').slice(mark.length));
  if (!bytes.ok || random() < 0.4) return changeText(token, random);
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes.value)) as Json;
    parts[at] = mark + toBase64url(utf8Of(JSON.stringify(changeValue(value, random))));
  } catch {
    parts[at] = mark + toBase64url(bytes.value.map((byte) => (random() < 0.03 ? byte ^ 1 : byte)));
  }
  return parts.join('');
}

type Seed = {
  readonly name: string;
  /** How often it is taken, beside the others. */
  readonly weight: number;
  readonly judge: (
    bytes: Uint8Array,
  ) => Promise<{ readonly passed: boolean; readonly signed: string; readonly codes: readonly string[] }>;
  readonly source: Json | string;
  /** What it says untouched; none where even the untouched one must not pass. */
  readonly control?: string;
};

const codesOf = (verdict: Verdict) =>
  Object.values(verdict.layers).flatMap(({ code }) => (code === undefined ? [] : [code]));

async function makeSeeds(): Promise<readonly Seed[]> {
  const world = await serve();
  const challenge = { audience: AUDIENCE, nonce: NONCE };
  const credential =
    (shown = false, where: World = world) =>
    async (bytes: Uint8Array) => {
      const verdict = await judgeCredential(bytes, where, shown ? { challenge } : {});
      return {
        passed: verdict.outcome === 'pass',
        signed: verdict.signed?.hash ?? '',
        codes: codesOf(verdict),
      };
    };
  const presentation = async (bytes: Uint8Array) => {
    const { outcome, holder, holderId = '', credentials } = await judgePresentation(bytes, world, challenge);
    const codes = [...(holder.code === undefined ? [] : [holder.code]), ...credentials.flatMap(codesOf)];
    return {
      passed: outcome === 'pass',
      signed: [holderId, ...credentials.map(({ signed }) => signed?.hash)].join(' '),
      codes,
    };
  };
  /** The bytes are a status list; the credential on it has been revoked, or has not. */
  const list = async (bytes: Uint8Array) => credential(false, await serve({}, bytes))(bytesOf(diploma));
  const diploma = await sign(DIPLOMA);
  const seeds: readonly Omit<Seed, 'control'>[] = [
    { name: 'jcs', weight: 6, judge: credential(), source: diploma },
    { name: 'rdfc', weight: 2, judge: credential(), source: await sign(DIPLOMA, 'eddsa-rdfc-2022') },
    { name: 'token', weight: 5, judge: credential(), source: await makeJwt() },
    { name: 'sd-jwt', weight: 5, judge: credential(true), source: (await makeSdJwt()).shown },
    {
      name: 'presentation',
      weight: 3,
      judge: presentation,
      source: await makePresentation({ credentials: [diploma] }),
    },
    { name: 'list', weight: 1, judge: list, source: await makeList() },
    { name: 'list that revokes', weight: 1, judge: list, source: await makeList({ revoked: [94_567] }) },
  ];
  return Promise.all(
    seeds.map(async (seed) => {
      const { passed, signed } = await seed.judge(bytesOf(seed.source));
      return passed ? { ...seed, control: signed } : seed;
    }),
  );
}

function changeSource(source: Json | string, random: Random): Uint8Array {
  if (typeof source === 'string') return bytesOf(changeToken(source, random));
  if (random() < 0.3) return bytesOf(changeText(JSON.stringify(source), random));
  let value: Json = source;
  for (let times = random() < 0.8 ? 1 : 3; times > 0; times -= 1) value = changeValue(value, random);
  return bytesOf(value as Members);
}

const CONTROL_SHARE = 0.02;

export async function runFuzz(
  inputs: number,
  seed: number,
  tell: (done: number) => void = () => {},
): Promise<FuzzReport> {
  const random = makeRandom(seed);
  const seeds = await makeSeeds();
  const bag = seeds.flatMap((each) => Array.from({ length: each.weight }, () => each));
  const codes = new Map<string, number>();
  const [wrong, crashes]: [string[], string[]] = [[], []];
  let [controls, controlsAccepted, sameMeaning, slowest] = [0, 0, 0, 0];
  for (let done = 0; done < inputs; done += 1) {
    if (done % 50_000 === 0) tell(done);
    const { judge, source, control, name } = pick(random, bag);
    const isControl = control !== undefined && random() < CONTROL_SHARE;
    const bytes = isControl ? bytesOf(source) : changeSource(source, random);
    const before = performance.now();
    try {
      const answer = await judge(bytes);
      for (const code of answer.codes) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (isControl) {
        controls += 1;
        if (answer.passed && answer.signed === control) controlsAccepted += 1;
      } else if (answer.passed && answer.signed === control) sameMeaning += 1;
      else if (answer.passed) wrong.push(`${name}: ${new TextDecoder().decode(bytes).slice(0, 3000)}`);
    } catch (thrown) {
      crashes.push(`${name}: ${String(thrown)}: ${new TextDecoder().decode(bytes).slice(0, 3000)}`);
    }
    slowest = Math.max(slowest, performance.now() - before);
  }
  return { inputs, controls, controlsAccepted, sameMeaning, wrong, crashes, slowest, codes };
}
