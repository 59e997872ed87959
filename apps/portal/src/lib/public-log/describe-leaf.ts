/** What was said in public, in a sentence. */
import type { Language } from '$lib/language/language.ts';
import type { Leaf } from './log-view.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function describeLeaf({ act, what }: Leaf, { say }: Pick<Language, 'say'>): string {
  switch (act) {
    case 'institutions.verify-organisation': {
      const { name } = (what['subject'] ?? {}) as { readonly name?: unknown };
      return say('public-log.act.verify', { name: text(name) });
    }
    case 'institutions.withdraw-verification':
      return say('public-log.act.withdraw');
    case 'publishing.publish-packs': {
      const count = Array.isArray(what['packs']) ? what['packs'].length : 0;
      return say('public-log.act.packs', { count, hash: text(what['ruleBase']).slice(0, 19) });
    }
    case 'publishing.change-log-key':
      return say('public-log.act.key', { key: text(what['to']) });
    default:
      return act;
  }
}
