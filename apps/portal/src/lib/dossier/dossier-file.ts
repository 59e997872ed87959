/** A dossier as a file: what the person takes away, and what she brings back. Nothing of it is sent anywhere. */
import { canonicalise, expectOk, type Problem, parseJson } from '@testamur/engines/kernel';
import type { Dossier } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';

export const LARGEST_FILE = 1_000_000;

export function writeDossier(dossier: Dossier): string {
  const canonical = expectOk(canonicalise(dossier as never), 'a dossier is JSON');
  return `${JSON.stringify(JSON.parse(canonical), null, 2)}\n`;
}

export type ReadFile = { readonly value: unknown } | { readonly problem: Pick<Problem, 'message' | 'hint'> };

export const tooLarge = ({ say }: Language): ReadFile => ({
  problem: {
    message: say('dossier.file.large'),
    hint: say('dossier.file.most', { count: LARGEST_FILE }),
  },
});

/** YAML is read by a library that is loaded for the occasion only. */
export async function readDossierFile(text: string, language: Language): Promise<ReadFile> {
  if (text.length > LARGEST_FILE) return tooLarge(language);
  const json = parseJson(text, { maxLength: LARGEST_FILE });
  if (json.ok) return { value: json.value };
  if (/^\s*[[{]/.test(text))
    return {
      problem: {
        message: json.error.message,
        ...(json.error.hint === undefined ? {} : { hint: json.error.hint }),
      },
    };
  return readYaml(text, language);
}

async function readYaml(text: string, { say }: Language): Promise<ReadFile> {
  const { parseDocument } = await import('yaml');
  // Core schema, so that a day stays a text; no aliases, so that a small file stays small.
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  const [fault] = document.errors;
  if (fault)
    return {
      problem: {
        message: say('dossier.file.neither', { fault: fault.message.split('\n')[0] ?? '' }),
        hint: say('dossier.file.choose'),
      },
    };
  try {
    const again = parseJson(JSON.stringify(document.toJS({ maxAliasCount: 0 })) ?? '', {
      maxLength: LARGEST_FILE,
    });
    return again.ok ? { value: again.value } : { problem: { message: again.error.message } };
  } catch {
    return { problem: { message: say('dossier.file.itself'), hint: say('dossier.file.writeOut') } };
  }
}
