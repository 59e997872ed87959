import { sha256Hex } from '@testamur/engines/kernel';
import { isUuid, type Uuid } from '../authorising/index.ts';
import type { ProviderFlow } from './provider-port.ts';

/** What the attempt is for. Linking is bound to who is signed in: an answer that was made for somebody else links nothing. */
export type FlowMeant = {
  readonly organisation: Uuid;
  readonly purpose: 'sign-in' | 'link';
  readonly personId: Uuid | undefined;
};

/** Everything follows from a secret that only the browser keeps, so that nothing is kept here: no other browser can finish what this one began. */
export function makeFlow(secret: string, redirectUri: string, meant: FlowMeant): ProviderFlow {
  const { organisation, purpose, personId = '' } = meant;
  const derive = (part: string): string =>
    sha256Hex([part, secret, organisation, purpose, personId].join('\n'));
  return {
    redirectUri,
    state: `${organisation}.${purpose}.${derive('state')}`,
    nonce: derive('nonce'),
    // RFC 7636 section 4.1: 43 to 128 letters; these are 64, of 256 random bits.
    verifier: derive('verifier'),
  };
}

/** What an answer says that it is for. It is believed when the state that is made from it is the one that came back. */
export function readState(query: string): Pick<FlowMeant, 'organisation' | 'purpose'> | undefined {
  const [organisation = '', purpose] = (new URLSearchParams(query).get('state') ?? '').split('.');
  if (!isUuid(organisation) || (purpose !== 'sign-in' && purpose !== 'link')) return undefined;
  return { organisation, purpose };
}
