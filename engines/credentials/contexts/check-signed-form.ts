/**
 * Whether a JSON-LD document says nothing that a signature over its statements (RDFC) would not cover, and nothing in disguise.
 * Expansion drops, merges and renames in silence; a reader of the JSON would not notice. So whatever could differ is refused beforehand:
 * what is empty, what stands twice, keywords and addresses in the place of terms, contexts that are not pinned.
 */
import { type Json, quoteText, toPointer } from '@testamur/engines/kernel';
import { type CredentialsCode, type CredentialsProblem, refuse } from '../errors.ts';
import { isMembers, type Members } from '../model/members.ts';
import type { ContextStore } from './context-store.ts';

type Steps = readonly (string | number)[];

/** A value written out: `{ "@value": …, "@language": …, "@direction": …, "@type": … }` and nothing else. */
const VALUE_WORDS: ReadonlySet<string> = new Set(['@value', '@language', '@direction', '@type']);

export function checkSignedForm(document: Members, store: ContextStore): CredentialsProblem | undefined {
  const size = sizeOf(document);
  if (size.objects > LIMITS.objects || size.longest > LIMITS.items)
    return problem(
      'CREDENTIALS_GRAPH_TOO_GREAT',
      [],
      'The document holds more parts than are compared with each other here.',
    );
  return checkMembers(document, store, []);
}

/** Expansion compares every item of a list with every other: the time grows with the square. */
const LIMITS = { objects: 1000, items: 1000 } as const;

type Size = { objects: number; longest: number };

function sizeOf(value: Json, size: Size = { objects: 0, longest: 0 }): Size {
  if (typeof value !== 'object' || value === null) return size;
  if (Array.isArray(value)) size.longest = Math.max(size.longest, value.length);
  else size.objects += 1;
  for (const inner of Object.values(value) as readonly Json[]) sizeOf(inner, size);
  return size;
}

function checkMembers(members: Members, store: ContextStore, steps: Steps): CredentialsProblem | undefined {
  if (members['@value'] !== undefined) return checkValue(members, steps);
  for (const [name, value] of Object.entries(members)) {
    const at = [...steps, name];
    const found =
      name === '@context'
        ? checkContexts(value, store, at)
        : (checkName(name, at) ?? (name === 'type' ? checkNames(value, at) : checkAny(value, store, at)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkValue(members: Members, steps: Steps): CredentialsProblem | undefined {
  const strange = Object.entries(members).find(
    ([name, value]) => !VALUE_WORDS.has(name) || value === null || typeof value === 'object',
  );
  return (
    strange &&
    problem(
      'CREDENTIALS_TERM_DISGUISED',
      steps,
      'A value holds more than value, language, direction and type.',
    )
  );
}

function checkName(name: string, steps: Steps): CredentialsProblem | undefined {
  if (!name.startsWith('@') && !name.includes(':') && name !== '') return undefined;
  return problem(
    'CREDENTIALS_TERM_DISGUISED',
    steps,
    `${quoteText(name)} stands where a plain term belongs.`,
  );
}

/** A type in full is the same statement as its term, but not the same word. */
function checkNames(value: Json, steps: Steps): CredentialsProblem | undefined {
  const names = Array.isArray(value) ? (value as readonly Json[]) : [value];
  for (const name of names) {
    if (typeof name !== 'string') return problem('CREDENTIALS_TERM_UNDEFINED', steps, 'A type is a term.');
    const found = checkName(name, steps);
    if (found !== undefined) return found;
  }
  return Array.isArray(value) ? checkItems(names, steps) : undefined;
}

function checkAny(value: Json, store: ContextStore, steps: Steps): CredentialsProblem | undefined {
  if (value === null)
    return problem('CREDENTIALS_VALUE_UNSIGNED', steps, 'A member is null, which no signature covers.');
  if (isMembers(value)) return checkMembers(value, store, steps);
  if (!Array.isArray(value)) return undefined;
  const items = value as readonly Json[];
  for (let n = 0; n < items.length; n += 1) {
    const found = checkAny(items[n] as Json, store, [...steps, n]);
    if (found !== undefined) return found;
  }
  return checkItems(items, steps);
}

/** Statements are a set: the same twice is said once. Lists that keep their order lose nothing by this. */
function checkItems(items: readonly Json[], steps: Steps): CredentialsProblem | undefined {
  if (items.length === 0)
    return problem('CREDENTIALS_VALUE_UNSIGNED', steps, 'A list is empty, which no signature covers.');
  if (items.some((item) => Array.isArray(item)))
    return problem('CREDENTIALS_VALUE_UNSIGNED', steps, 'A list stands in a list.');
  const plain = items
    .map((item) => (isMembers(item) ? namedOnly(item) : item))
    .filter((item) => item !== undefined);
  if (new Set(plain).size < plain.length)
    return problem(
      'CREDENTIALS_VALUE_UNSIGNED',
      steps,
      'A list holds the same twice, which a signature covers once.',
    );
  return undefined;
}

const namedOnly = ({ id }: Members): Json | undefined => id;

/** Whether all contexts are pinned: a reader of the JSON takes the meaning from them, however it was signed. */
export function checkContexts(
  value: Json,
  store: ContextStore,
  steps: Steps,
): CredentialsProblem | undefined {
  for (const context of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (typeof context !== 'string')
      return problem(
        'CREDENTIALS_CONTEXT_INLINE',
        steps,
        'A context is written into the document: terms could mean anything.',
      );
    if (!store.has(context))
      return problem(
        'CREDENTIALS_CONTEXT_UNKNOWN',
        steps,
        `The context ${quoteText(context)} is not known here.`,
      );
  }
  return undefined;
}

const problem = (code: CredentialsCode, steps: Steps, message: string): CredentialsProblem =>
  refuse(code, message, { at: toPointer(steps) });
