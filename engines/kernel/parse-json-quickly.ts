import type { Json } from './json.ts';

/**
 * What the platform's own reader reads, where it and ours can be shown to agree: every member that is written stands in what was read (so no name
 * stands twice), nothing is nested too deep, all numbers are finite and no escape could be half a character. Everything else is `undefined`:
 * `parseJson` then reads it itself, and says what is wrong and where.
 */
export function parseJsonQuickly(text: string, maxDepth: number): Json | undefined {
  const written = countMembers(text, maxDepth);
  if (written === undefined || text.includes('__proto__')) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const left = { members: written };
  return isPlain(value, left) && left.members === 0 ? value : undefined;
}

const [QUOTE, BACKSLASH, LETTER_U, COLON] = [0x22, 0x5c, 0x75, 0x3a] as const;

/** Colons outside strings, or `undefined` where the text is too deep or holds what needs a closer look: an escape by number, half a character. */
function countMembers(text: string, maxDepth: number): number | undefined {
  if (!text.includes('\\')) return countWithoutEscapes(text, maxDepth);
  let [members, depth, inside] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdfff) return undefined;
    if (inside) {
      if (unit === QUOTE) inside = false;
      else if (unit === BACKSLASH) {
        at += 1;
        if (text.charCodeAt(at) === LETTER_U) return undefined;
      }
    } else if (unit === QUOTE) inside = true;
    else if (unit === COLON) members += 1;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return members;
}

/** Where no string holds an escape, each ends at the next quotation mark, and need not be looked at letter by letter. */
function countWithoutEscapes(text: string, maxDepth: number): number | undefined {
  if (/[\ud800-\udfff]/.test(text)) return undefined;
  let [members, depth] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = text.indexOf('"', at + 1);
      if (at < 0) return undefined;
    } else if (unit === COLON) members += 1;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return members;
}

/** Only the depth already counted is walked, so the stack holds. */
function isPlain(value: Json, left: { members: number }): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) if (!isPlain(item, left)) return false;
    return true;
  }
  const members = value as { readonly [name: string]: Json };
  for (const name in members) {
    left.members -= 1;
    if (!isPlain(members[name] as Json, left)) return false;
  }
  return true;
}
