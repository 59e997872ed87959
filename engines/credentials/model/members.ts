import type { Json } from '@testamur/engines/kernel';

/** A JSON object. */
export type Members = { readonly [name: string]: Json };

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD lets one stand for a list of one. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value as Json];
}

export function typesOf(value: Members): readonly Json[] {
  return listOf(value['type']);
}

export function hasType(value: Members, type: string): boolean {
  return typesOf(value).includes(type);
}

export function without(value: Members, ...names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** An address with a scheme, by which something can be named: `https:`, `did:`, `urn:` … */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/u.test(value);
}
