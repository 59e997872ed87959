/** What an SD-JWT hides and shows (RFC 9901 sections 4.2 and 7.1): digests in the payload, disclosures beside it. */
import { err, type Json, ok, parseJsonBytes, type Result, utf8Of } from '@testamur/engines/kernel';
import { fromBase64url, toBase64url } from '../bytes/base64url.ts';
import { type Digest, digestHere } from '../bytes/digest.ts';
import { type CredentialsProblem, refuse } from '../errors.ts';
import { isMembers, type Members } from '../model/members.ts';

export type Disclosure = {
  readonly text: string;
  readonly digest: string;
  readonly value: Json /** None for an item of a list. */;
  readonly name?: string;
};

const MAX_DISCLOSURES = 1000;

export const digestOf = (text: string, digest: Digest = digestHere): string =>
  toBase64url(digest('SHA-256', utf8Of(text)));

/** @param text untrusted */
function parseDisclosure(text: string, by: Digest): Result<Disclosure, CredentialsProblem> {
  const bytes = fromBase64url(text);
  if (!bytes.ok) return err(malformed('is not base64url'));
  const json = parseJsonBytes(bytes.value);
  if (!json.ok) return json;
  const parts = Array.isArray(json.value) ? (json.value as readonly Json[]) : [];
  const [salt, name, value] = parts;
  if (typeof salt !== 'string' || salt === '') return err(malformed('has no salt'));
  const digest = digestOf(text, by);
  if (parts.length === 2 && name !== undefined) return ok({ text, digest, value: name });
  if (parts.length !== 3 || typeof name !== 'string' || value === undefined)
    return err(malformed('is no name and value'));
  if (name === '_sd' || name === '...') return err(malformed('hides a word of the format'));
  return ok({ text, digest, value, name });
}

/** The payload with what the disclosures show, and without any trace of what they hide. */
export function discloseAll(
  payload: Members,
  texts: readonly string[],
  by: Digest = digestHere,
): Result<Members, CredentialsProblem> {
  if (texts.length > MAX_DISCLOSURES) return err(malformed(`is one of more than ${MAX_DISCLOSURES}`));
  const byDigest = new Map<string, Disclosure>();
  for (const text of texts) {
    const disclosure = parseDisclosure(text, by);
    if (!disclosure.ok) return disclosure;
    if (byDigest.has(disclosure.value.digest)) return err(malformed('stands twice'));
    byDigest.set(disclosure.value.digest, disclosure.value);
  }
  const state: State = { byDigest, seen: new Set(), used: new Set(), problem: undefined };
  const shown = showMembers(payload, state, 0);
  if (state.problem !== undefined) return err(state.problem);
  if (state.used.size < byDigest.size) return err(malformed('belongs to nothing that was signed'));
  const { _sd_alg: algorithm, ...rest } = shown;
  if (algorithm !== undefined && algorithm !== 'sha-256')
    return err(
      refuse(
        'CREDENTIALS_SD_JWT_FORMAT',
        'The digests are made by an algorithm that is not accepted here: sha-256 is.',
      ),
    );
  return ok(rest);
}

type State = {
  readonly byDigest: ReadonlyMap<string, Disclosure>;
  /** Digests met in the payload or in what was shown; none may be met twice (section 7.1, step 4). */
  readonly seen: Set<string>;
  readonly used: Set<string>;
  problem: CredentialsProblem | undefined;
};

const MAX_DEPTH = 64;

function show(value: Json, state: State, depth: number): Json {
  if (depth > MAX_DEPTH) {
    state.problem ??= malformed('is nested too deep');
    return null;
  }
  if (isMembers(value)) return showMembers(value, state, depth);
  return Array.isArray(value)
    ? (value as readonly Json[]).flatMap((item) => showItem(item, state, depth))
    : value;
}

function showItem(item: Json, state: State, depth: number): readonly Json[] {
  if (!isMembers(item) || item['...'] === undefined) return [show(item, state, depth + 1)];
  const digest = item['...'];
  if (typeof digest !== 'string' || Object.keys(item).length !== 1) {
    state.problem ??= malformed('is referred to by something that is no digest');
    return [];
  }
  const disclosure = take(digest, state);
  if (disclosure === undefined) return [];
  if (disclosure.name !== undefined)
    state.problem ??= malformed('has a name, and stands for an item of a list');
  return [show(disclosure.value, state, depth + 1)];
}

function showMembers(members: Members, state: State, depth: number): Members {
  const shown: Record<string, Json> = {};
  for (const [name, value] of Object.entries(members)) {
    if (name === '...') state.problem ??= malformed('is referred to outside a list');
    if (name !== '_sd') shown[name] = show(value, state, depth + 1);
  }
  const digests = members['_sd'] ?? [];
  if (!Array.isArray(digests) || !digests.every((digest) => typeof digest === 'string')) {
    state.problem ??= malformed('is referred to by something that is no digest');
    return shown;
  }
  for (const digest of digests as readonly string[]) {
    const disclosure = take(digest, state);
    if (disclosure === undefined) continue;
    if (disclosure.name === undefined) state.problem ??= malformed('has no name, and stands for a member');
    else if (Object.hasOwn(shown, disclosure.name))
      state.problem ??= malformed('names what is there already');
    else shown[disclosure.name] = show(disclosure.value, state, depth + 1);
  }
  return shown;
}

function take(digest: string, state: State): Disclosure | undefined {
  if (state.seen.has(digest)) state.problem ??= malformed('is referred to twice');
  state.seen.add(digest);
  const disclosure = state.byDigest.get(digest);
  if (disclosure !== undefined) state.used.add(digest);
  return disclosure;
}

const malformed = (what: string): CredentialsProblem =>
  refuse('CREDENTIALS_DISCLOSURE', `A disclosure ${what}.`);
