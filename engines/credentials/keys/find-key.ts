/** From the name of a key to the key: whether whoever controls it lists it, for this purpose, at this time. */
import { err, ok, parseJsonBytes, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import type { World } from '../world.ts';
import { didWebUrl } from './did-web.ts';
import { type KeyDocument, type Purpose, parseKeyDocument } from './key-document.ts';
import { parseMultikey } from './multikey.ts';
import type { PublicKey } from './public-key.ts';

export type FoundKey = {
  readonly key: PublicKey;
  /** The name of the key in full. */
  readonly method: string;
  /** Who has it: a DID or a URL. */
  readonly controller: string;
};

export type KeyWanted = { readonly method: string; readonly purpose: Purpose };

/** @param wanted untrusted */
export async function findKey(
  wanted: KeyWanted,
  world: World,
): Promise<Result<FoundKey, CredentialsProblem>> {
  const [controller = '', fragment = ''] = wanted.method.split('#', 2);
  if (wanted.method.startsWith('did:key:')) return findDidKey(controller, fragment, world);
  const remembered = inHistory(controller, wanted, world);
  if (remembered !== undefined) return ok(remembered);
  const document = await findDocument(controller, world);
  return document.ok ? keyIn(document.value, { ...wanted, at: world.now }) : document;
}

/** A document lists the keys of today; a history those of all days. Whether the key was still theirs is judged apart. */
function inHistory(
  controller: string,
  { method, purpose }: KeyWanted,
  { histories }: World,
): FoundKey | undefined {
  const life = histories?.get(controller)?.keys.find(({ id }) => id === method);
  return life?.purposes.includes(purpose) === true ? { key: life.key, method, controller } : undefined;
}

/** did:key: the name is the key, for every purpose of signing. */
function findDidKey(did: string, fragment: string, world: World): Result<FoundKey, CredentialsProblem> {
  const text = did.slice('did:key:'.length);
  if (fragment !== '' && fragment !== text)
    return err(
      refuse('CREDENTIALS_KEY_NOT_FOUND', `${quoteText(did)} holds one key only, and not the one named.`),
    );
  const known = world.memo?.keys.get(text);
  const key = known === undefined ? parseMultikey(text) : ok(known);
  if (!key.ok) return key;
  world.memo?.keys.set(text, key.value);
  return ok({ key: key.value, method: `${did}#${text}`, controller: did });
}

export async function findDocument(
  id: string,
  world: World,
): Promise<Result<KeyDocument, CredentialsProblem>> {
  const known = world.memo?.documents.get(id);
  if (known !== undefined) return ok(known);
  const url = addressOf(id);
  if (!url.ok) return url;
  const reached = await world.reach(url.value, 'key-document');
  if (!reached.ok)
    return err(
      refuse(
        'CREDENTIALS_KEY_UNREACHABLE',
        `The keys of ${quoteText(id)} could not be had: ${reached.reason}`,
      ),
    );
  const json = parseJsonBytes(reached.bytes);
  if (!json.ok) return json;
  const document = parseKeyDocument(json.value, id);
  if (document.ok) world.memo?.documents.set(id, document.value);
  return document;
}

function addressOf(id: string): Result<string, CredentialsProblem> {
  if (id.startsWith('did:web:')) return didWebUrl(id);
  if (id.startsWith('https://')) return ok(id);
  if (/^did:[a-z0-9]+:./u.test(id))
    return err(
      refuse(
        'CREDENTIALS_DID_METHOD',
        `${quoteText(id)} is a DID of a kind that is not known here: did:key, did:web.`,
      ),
    );
  return err(refuse('CREDENTIALS_KEY_NAME', `${quoteText(id)} leads to no key.`));
}

type InDocument = KeyWanted & { readonly at: number };

export function keyIn(
  document: KeyDocument,
  { method, purpose, at }: InDocument,
): Result<FoundKey, CredentialsProblem> {
  const entry = document.entries.get(method);
  if (entry === undefined)
    return err(
      refuse('CREDENTIALS_KEY_NOT_FOUND', `${quoteText(document.id)} does not list ${quoteText(method)}.`),
    );
  if (!document.purposes[purpose].has(method))
    return err(refuse('CREDENTIALS_KEY_NOT_FOR_THIS', `The key may not be used as ${purpose}.`));
  if (entry.controller !== document.id)
    return err(refuse('CREDENTIALS_KEY_CONTROLLER', `The key belongs to ${quoteText(entry.controller)}.`));
  if (
    (entry.revokedAt ?? Number.POSITIVE_INFINITY) <= at ||
    (entry.expiresAt ?? Number.POSITIVE_INFINITY) <= at
  )
    return err(refuse('CREDENTIALS_KEY_ENDED', 'The key has expired or was revoked, by its own document.'));
  return entry.key.ok ? ok({ key: entry.key.value, method, controller: document.id }) : entry.key;
}
