/** Logs that were tampered with, by somebody outside or by the operator with the true key, each against a mirror that saw an earlier state. */
import { checkLog, type LogSigner, mirrorLog, verifyEd25519 } from '@testamur/adapters/log';
import { utf8Of } from '@testamur/engines/kernel';
import {
  EMPTY_TREE,
  formatCheckpoint,
  formatNote,
  growTree,
  type Hash,
  hashLeaf,
  rootOfEdge,
  tilePath,
  tilesAt,
  writeBundle,
} from '@testamur/engines/transparency';
import { mapFiles } from './map-files.ts';

export type LogFiles = Map<string, Uint8Array>;

/** What the mirror saw, and what is there by now: entries are drawn, sizes vary around tiles. */
export type TamperWorld = {
  readonly signer: LogSigner;
  /** The key of somebody else, who has the name of the log. */
  readonly stranger: LogSigner;
  readonly before: readonly Uint8Array[];
  readonly after: readonly Uint8Array[];
};

export type Random = (below: number) => number;

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A whole log of these entries, signed. */
export function buildLog(entries: readonly Uint8Array[], signer: LogSigner): LogFiles {
  const { edge, tiles } = growTree(EMPTY_TREE, entries.map(hashLeaf));
  const bundles = [...tilesAt('entries', entries.length)].map(
    (ref) =>
      [tilePath(ref), writeBundle(entries.slice(ref.index * 256, ref.index * 256 + ref.width))] as const,
  );
  const hashes = tiles.map((tile) => [tilePath(tile), tile.bytes] as const);
  return new Map([
    ...bundles,
    ...hashes,
    ['checkpoint', signedHead({ size: entries.length, root: rootOfEdge(edge) }, signer)],
  ]);
}

function signedHead(tree: { size: number; root: Hash }, { key, sign }: LogSigner): Uint8Array {
  const text = formatCheckpoint({ origin: key.name, ...tree, extensions: [] });
  return utf8Of(
    formatNote({ text, signatures: [{ name: key.name, id: key.id, signature: sign(utf8Of(text)) }] }),
  );
}

const flip = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random(bytes.length);
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random(8)));
};

function alterFile(world: TamperWorld, random: Random, isWanted: (path: string) => boolean): LogFiles {
  const files = buildLog(world.after, world.signer);
  const paths = [...files.keys()].filter(isWanted);
  const path = paths[random(paths.length)] ?? '';
  return files.set(path, flip(files.get(path) ?? new Uint8Array(1), random));
}

const other = (random: Random): Uint8Array => utf8Of(`another ${random(1_000_000)}`);
const isBundle = (path: string): boolean => path.startsWith('tile/entries');

/** Each makes a log that must not pass. */
export const TAMPERINGS: Readonly<Record<string, (world: TamperWorld, random: Random) => LogFiles>> = {
  'an old entry rewritten, all signed anew': ({ before, after, signer }, random) =>
    buildLog(after.with(random(before.length), other(random)), signer),
  'two old entries exchanged, all signed anew': ({ before, after, signer }, random) => {
    const [a, b] = [random(before.length - 1), before.length - 1];
    return buildLog(after.with(a, after[b] ?? other(random)).with(b, after[a] ?? other(random)), signer);
  },
  'an old entry left out, all signed anew': ({ before, after, signer }, random) =>
    buildLog(after.toSpliced(random(before.length), 1), signer),
  'an entry put between old ones, all signed anew': ({ before, after, signer }, random) =>
    buildLog(after.toSpliced(random(before.length), 0, other(random)), signer),
  'cut short, signed anew': ({ before, signer }, random) =>
    buildLog(before.slice(0, random(before.length)), signer),
  'forked from an old entry on, signed': ({ before, after, signer }, random) => {
    const from = random(before.length);
    return buildLog(
      after.map((entry, at) => (at < from ? entry : other(random))),
      signer,
    );
  },
  'forked at the same size, signed': ({ before, signer }, random) =>
    buildLog(before.with(before.length - 1, other(random)), signer),
  'an entry altered in its bundle': (world, random) => alterFile(world, random, isBundle),
  'a hash altered in its tile': (world, random) =>
    alterFile(world, random, (path) => path.startsWith('tile') && !isBundle(path)),
  'a file missing': ({ after, signer }, random) => {
    const files = buildLog(after, signer);
    const paths = [...files.keys()];
    files.delete(paths[random(paths.length)] ?? '');
    return files;
  },
  'a file cut short': ({ after, signer }, random) => {
    const files = buildLog(after, signer);
    const paths = [...files.keys()];
    const path = paths[random(paths.length)] ?? '';
    return files.set(path, (files.get(path) ?? new Uint8Array(1)).slice(0, -1 - random(20)));
  },
  'a new entry altered with its tiles, the checkpoint kept': ({ after, signer }, random) => {
    const files = buildLog(after.with(random(after.length), other(random)), signer);
    return files.set('checkpoint', buildLog(after, signer).get('checkpoint') ?? new Uint8Array(0));
  },
  'the checkpoint signed by another key': ({ after, stranger }) => buildLog(after, stranger),
  'the checkpoint signed for another root': ({ after, signer }, random) => {
    const root = hashLeaf(other(random));
    return buildLog(after, signer).set('checkpoint', signedHead({ size: after.length, root }, signer));
  },
  'the checkpoint signed for more entries than there are': ({ after, signer }, random) => {
    const head = { size: after.length + 1 + random(500), root: hashLeaf(other(random)) };
    return buildLog(after, signer).set('checkpoint', signedHead(head, signer));
  },
  'a bit of the checkpoint altered': (world, random) =>
    alterFile(world, random, (path) => path === 'checkpoint'),
};

export function makeWorld(seed: number, signers: Pick<TamperWorld, 'signer' | 'stranger'>): TamperWorld {
  const random = makeRandom(seed);
  const sizes = [2 + random(40), 250 + random(12), 300 + random(300), 512, 256];
  const before = sizes[random(sizes.length)] ?? 2;
  const after = before + 1 + random(300);
  const entries = Array.from({ length: after }, (_, at) => utf8Of(`entry ${at} ${random(1000)}`));
  return { ...signers, before: entries.slice(0, before), after: entries };
}

export type Judgement = { readonly byMirror: boolean; readonly byVerify: boolean };

/** Who noticed. `seen` is the log of the world before, as a mirror holds it. */
export async function judgeTampering({ before, signer }: TamperWorld, log: LogFiles): Promise<Judgement> {
  const trust = { log: signer.key, verify: verifyEd25519 };
  const mirror = mapFiles(buildLog(before, signer));
  const mirrored = await mirrorLog(mapFiles(log), mirror, trust);
  const checked = await checkLog(mapFiles(log), trust);
  return { byMirror: !mirrored.ok, byVerify: !checked.ok || checked.value.faults.length > 0 };
}
