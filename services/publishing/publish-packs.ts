import { err, parseDay, type Result } from '@testamur/engines/kernel';
import {
  type AuthorisingProblem,
  type Platform,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { LeafStores } from './leaf-store.ts';
import { performPublicAct } from './perform-public-act.ts';

export type PackPublished = { readonly pack: string; readonly version: string; readonly sha256: string };
export type PacksPublished = {
  /** `sha256:…` of the rule base, as its index has it. */
  readonly ruleBase: string;
  /** A civil day. */
  readonly publishedOn: string;
  readonly packs: readonly PackPublished[];
};

const HASH = /^[0-9a-f]{64}$/;
const NAME = /^[a-z0-9-]{1,40}$/;
const VERSION = /^[0-9A-Za-z.+-]{1,40}$/;
/** What one entry of the log holds, with room for what stands around it. */
const MOST_PACKS = 300;

/** Says which rule base is released. Whoever holds a verdict can later show which law it was made from, and that it was public. */
export function publishPacks(
  platform: Platform<LeafStores>,
  request: Request,
  given: PacksPublished,
): Promise<Result<{ readonly leafId: Uuid }, AuthorisingProblem>> {
  const { ruleBase, publishedOn } = given;
  const packs = given.packs.map(({ pack, version, sha256 }) => ({ pack, version, sha256 }));
  const unfit = findUnfit({ ruleBase, publishedOn, packs });
  if (unfit) return Promise.resolve(err(unfit));
  const open = { ruleBase, publishedOn, packs };
  return performPublicAct(
    platform,
    { act: 'publishing.publish-packs', request, content: open },
    async () => ({ ok: true, value: { value: {}, leaf: { open } } }),
  );
}

function findUnfit({ ruleBase, publishedOn, packs }: PacksPublished): AuthorisingProblem | undefined {
  if (!/^sha256:/.test(ruleBase) || !HASH.test(ruleBase.slice(7)))
    return unusable('hash of the rule base', 'It must be sha256: and 64 digits.');
  if (!parseDay(publishedOn).ok) return unusable('day', 'Write a day such as 2027-01-01.');
  const isFit = ({ pack, version, sha256 }: PackPublished) =>
    NAME.test(pack) && VERSION.test(version) && HASH.test(sha256);
  if (packs.length === 0 || packs.length > MOST_PACKS || !packs.every(isFit))
    return unusable('list of packs', `It holds 1 to ${MOST_PACKS} packs, each with a version and a hash.`);
  return undefined;
}
