/** JSON-LD contexts by address, each known by its hash: what a term means cannot be changed by whoever serves the address. */
import { err, hashOf, type Json, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isMembers } from '../model/members.ts';

declare const checked: unique symbol;
/** Made by `makeContextStore` only, so that every document in it is the pinned one. */
export type ContextStore = ReadonlyMap<string, Json> & { readonly [checked]: true };

export type ContextPin = {
  readonly url: string;
  /** SHA-256 of the canonical form (RFC 8785) of the document: white space says nothing. */
  readonly hash: string;
};

export function makeContextStore(
  pins: readonly ContextPin[],
  documentOf: (url: string) => Json | undefined,
): Result<ContextStore, CredentialsProblem> {
  const store = new Map<string, Json>();
  for (const { url, hash } of pins) {
    const document = documentOf(url);
    if (document === undefined || !isMembers(document) || document['@context'] === undefined)
      return err(
        refuse('CREDENTIALS_CONTEXT_UNKNOWN', `There is no context document for ${quoteText(url)}.`),
      );
    const found = hashOf(document);
    if (!found.ok) return found;
    if (found.value !== hash)
      return err(
        refuse(
          'CREDENTIALS_CONTEXT_ALTERED',
          `The context ${quoteText(url)} is not the one that is pinned: ${found.value}.`,
          {
            hint: 'Read what has changed before you pin another.',
          },
        ),
      );
    store.set(url, document);
  }
  return ok(store as unknown as ContextStore);
}
