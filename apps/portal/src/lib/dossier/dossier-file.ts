/** A dossier as a file: what the person takes away, and what she brings back. Nothing of it is sent anywhere. */
import { canonicalise, expectOk, type Problem, parseJson } from '@testamur/engines/kernel';
import type { Dossier } from '@testamur/engines/recognition';

export const LARGEST_FILE = 1_000_000;

export function writeDossier(dossier: Dossier): string {
  const canonical = expectOk(canonicalise(dossier as never), 'a dossier is JSON');
  return `${JSON.stringify(JSON.parse(canonical), null, 2)}\n`;
}

export type ReadFile = { readonly value: unknown } | { readonly problem: Pick<Problem, 'message' | 'hint'> };

export const tooLarge = (): ReadFile => ({
  problem: {
    message: 'This file is larger than a dossier can be.',
    hint: `At most ${LARGEST_FILE.toLocaleString('en')} characters are read.`,
  },
});

/** YAML is read by a library that is loaded for the occasion only. */
export async function readDossierFile(text: string): Promise<ReadFile> {
  if (text.length > LARGEST_FILE) return tooLarge();
  const json = parseJson(text, { maxLength: LARGEST_FILE });
  if (json.ok) return { value: json.value };
  if (/^\s*[[{]/.test(text))
    return {
      problem: {
        message: json.error.message,
        ...(json.error.hint === undefined ? {} : { hint: json.error.hint }),
      },
    };
  return readYaml(text);
}

async function readYaml(text: string): Promise<ReadFile> {
  const { parseDocument } = await import('yaml');
  // Core schema, so that a day stays a text; no aliases, so that a small file stays small.
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  const [fault] = document.errors;
  if (fault)
    return {
      problem: {
        message: `This is neither JSON nor YAML: ${fault.message.split('\n')[0]}`,
        hint: 'Choose a file that was downloaded here, or a dossier in YAML.',
      },
    };
  try {
    const again = parseJson(JSON.stringify(document.toJS({ maxAliasCount: 0 })) ?? '', {
      maxLength: LARGEST_FILE,
    });
    return again.ok ? { value: again.value } : { problem: { message: again.error.message } };
  } catch {
    return { problem: { message: 'This YAML refers to itself.', hint: 'Write each part out.' } };
  }
}
