import { err, ok, parseJsonBytes, type Result, readUtf8 } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isMembers, type Members } from '../model/members.ts';
import type { CredentialForm } from './verdict.ts';

export type ReadInput =
  | { readonly form: 'data-integrity'; readonly document: Members }
  | { readonly form: Exclude<CredentialForm, 'data-integrity'>; readonly text: string };

const MAX_BYTES = 2_097_152;
const TOKEN = /^[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:~[A-Za-z0-9_.~-]*)?$/u;

/** What kind of credential the bytes are. @param bytes untrusted */
export function readInput(bytes: Uint8Array): Result<ReadInput, CredentialsProblem> {
  if (bytes.length > MAX_BYTES)
    return err(refuse('CREDENTIALS_TOO_LARGE', `More than ${MAX_BYTES} bytes are not read.`));
  // An image (PNG, SVG) may hold a credential; whoever opens it passes on what it holds.
  if (bytes[0] === 0x89 || bytes[0] === 0x3c) return err(unknownForm());
  if (!looksLikeToken(bytes)) {
    const json = parseJsonBytes(bytes);
    if (!json.ok) return json;
    if (isMembers(json.value)) return ok({ form: 'data-integrity', document: json.value });
    return err(refuse('CREDENTIALS_FORM_UNKNOWN', 'This is JSON, but no credential.'));
  }
  const text = (readUtf8(bytes) ?? '').trim();
  if (!TOKEN.test(text)) return err(unknownForm());
  return ok({ form: text.includes('~') ? 'dc+sd-jwt' : 'vc+jwt', text });
}

/** A token begins with the letters of `{"` in base64url; JSON does with a bracket, perhaps behind space. */
function looksLikeToken(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte)) ?? 0;
  return (
    (first >= 0x41 && first <= 0x5a) ||
    (first >= 0x61 && first <= 0x7a && ![0x74, 0x66, 0x6e].includes(first))
  );
}

const unknownForm = (): CredentialsProblem =>
  refuse('CREDENTIALS_FORM_UNKNOWN', 'This is neither a JSON document nor a JWT nor an SD-JWT.');
