/** did:web: where the document of such a DID lies. Reaching it is a port. */
import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';

/** A host name, and a port where one is written `%3A443`. No address, no user, no dots that climb. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}(?:%3A[0-9]{1,5})?$/iu;
const STEP = /^(?!\.{1,2}$)[A-Za-z0-9._-]+(?:%[0-9A-Fa-f]{2}[A-Za-z0-9._-]*)*$/u;

/**
 * @param did untrusted
 * @example didWebUrl('did:web:school.example:medicine') // https://school.example/medicine/did.json
 */
export function didWebUrl(did: string): Result<string, CredentialsProblem> {
  const [host = '', ...steps] = did.slice('did:web:'.length).split(':');
  const isGood = did.startsWith('did:web:') && HOST.test(host) && steps.every((step) => STEP.test(step));
  // What a server may read as the end of a step must not come in by an escape.
  if (!isGood || steps.some((step) => /%(?:2e|2f|5c|3f|23|25|00)/iu.test(step)))
    return err(
      refuse('CREDENTIALS_KEY_NAME', `${quoteText(did)} is not a did:web that leads to a document.`),
    );
  const origin = `https://${host.replace(/%3a/iu, ':').toLowerCase()}`;
  return ok(steps.length === 0 ? `${origin}/.well-known/did.json` : `${origin}/${steps.join('/')}/did.json`);
}
