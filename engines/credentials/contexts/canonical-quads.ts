/// <reference path="./libraries.d.ts" />
/** A JSON-LD document as the one text of its statements: expansion by `jsonld` in safe mode, then RDFC-1.0. Only pinned contexts are read. */
import { err, hexOf, joinBytes, ok, quoteText, type Result, utf8Of } from '@testamur/engines/kernel';
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { type Digest, digestHere, type HashName } from '../bytes/digest.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import type { Members } from '../model/members.ts';
import { checkSignedForm } from './check-signed-form.ts';
import type { ContextStore } from './context-store.ts';

export type Hashing = { readonly hash: HashName; readonly digest: Digest };
const HASHING: Hashing = { hash: 'SHA-256', digest: digestHere };

/** Statements without a name of their own are compared with each other, which may take long. */
const LIMITS = { quads: 20_000, blankNodes: 4_000 } as const;

/**
 * Canonical N-Quads of a document, or why a signature over them would not cover all that the document says.
 * @param document untrusted
 */
export async function canonicalQuads(
  document: Members,
  store: ContextStore,
  hashing: Hashing = HASHING,
): Promise<Result<string, CredentialsProblem>> {
  const unsigned = checkSignedForm(document, store);
  return unsigned === undefined ? quadsOf(document, store, hashing) : err(unsigned);
}

/** As `canonicalQuads`, for what the caller has made or checked. */
export async function quadsOf(
  document: Members,
  store: ContextStore,
  hashing: Hashing,
): Promise<Result<string, CredentialsProblem>> {
  try {
    const dataset = await jsonld.toRDF(document, {
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader: async (url) => ({
        contextUrl: null,
        documentUrl: url,
        document: contextOf(store, url),
      }),
    });
    const blank = new Set(dataset.filter(isBlank).map(({ subject }) => JSON.stringify(subject)));
    if (dataset.length > LIMITS.quads || blank.size > LIMITS.blankNodes) return err(tooGreat());
    return ok(
      await rdfCanonize.canonize(dataset, {
        algorithm: 'RDFC-1.0',
        format: 'application/n-quads',
        maxWorkFactor: 1,
        createMessageDigest: () => collectDigest(hashing),
      }),
    );
  } catch (thrown) {
    return err(problemOf(thrown));
  }
}

const isBlank = ({ subject }: { readonly subject: { readonly termType: string } }): boolean =>
  subject.termType === 'BlankNode';

function contextOf(store: ContextStore, url: string): unknown {
  const document = store.get(url);
  if (document === undefined) throw new Error(`unknown context ${url}`);
  return document;
}

function collectDigest({ hash, digest }: Hashing) {
  const parts: Uint8Array[] = [];
  return {
    update: (text: string): void => {
      parts.push(utf8Of(text));
    },
    digest: (): string => hexOf(digest(hash, joinBytes(...parts))),
  };
}

/** What the libraries say, in our words. Whatever they throw, the document is not read. */
function problemOf(thrown: unknown): CredentialsProblem {
  const { message = '', details } = thrown as { readonly message?: string; readonly details?: unknown };
  if (/work|iterations|complex/iu.test(message)) return tooGreat();
  return refuse(
    'CREDENTIALS_TERM_UNDEFINED',
    `Some of what is written has no meaning that a signature covers: ${quoteText(whatOf(details) ?? message)}.`,
    { hint: 'Every name and every type must be defined by one of the contexts.' },
  );
}

function whatOf(details: unknown): string | undefined {
  const event = (details as { readonly event?: { readonly details?: Readonly<Record<string, unknown>> } })
    ?.event?.details;
  const word =
    event?.['property'] ?? event?.['type'] ?? event?.['value'] ?? event?.['id'] ?? event?.['relativeIri'];
  return typeof word === 'string' ? word : undefined;
}

const tooGreat = (): CredentialsProblem =>
  refuse(
    'CREDENTIALS_GRAPH_TOO_GREAT',
    'The document holds more statements, or more that are alike, than are compared here.',
  );
