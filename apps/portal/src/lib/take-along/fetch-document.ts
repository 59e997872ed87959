/** Asks the server for a document: the one act for which what she entered leaves the browser, and she is told before. */
import { err, ok, type Result } from '@testamur/engines/kernel';
import { ROOT } from '../language/root.ts';
import type { AskedWay } from './asked-way.ts';

export type DocumentQuestion = AskedWay & {
  readonly dossier: unknown;
  readonly on: string;
  readonly knownOn: string;
  readonly language: string;
};

/** The error is the reason as the server tells it; nothing where it did not answer. */
export async function fetchDocument(question: DocumentQuestion): Promise<Result<Blob, string | undefined>> {
  try {
    const answer = await fetch(`${ROOT}/api/documents/plan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      cache: 'no-store',
    });
    if (answer.ok) return ok(await answer.blob());
    const { detail } = (await answer.json()) as { readonly detail?: string };
    return err(detail);
  } catch {
    return err(undefined);
  }
}
