import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PlanDocument } from './document.ts';
import { PLAN_TEMPLATE } from './template.ts';

const FONT_FILES: readonly (readonly [package_: string, file: string])[] = [
  ['@embedpdf/fonts-latin', 'NotoSans-Regular.ttf'],
  ['@embedpdf/fonts-latin', 'NotoSans-Bold.ttf'],
  ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'],
  ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Bold.ttf'],
  ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  ['@embedpdf/fonts-sc', 'NotoSansHans-Bold.otf'],
];
/** Stands for a letter that no font has. */
const REPLACEMENT = '\uFFFD';
const NOT_SHOWN = /the text `"((?:[^"\\]|\\.)+)"` could not be displayed/g;

export type Typesetter = {
  /** The bytes of a PDF/UA-1. It blocks while it works. */
  typeset(document: PlanDocument): Uint8Array;
};

/** Reads the fonts (17 MB) once. */
export function openTypesetter(): Typesetter {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: FONT_FILES.map(readFont) }] });
  return {
    typeset: (document) => {
      try {
        return typesetOnce(compiler, JSON.stringify(document));
      } catch (error) {
        const text = replaceUnshown(JSON.stringify(document), error);
        return typesetOnce(compiler, text);
      } finally {
        // Nothing of a document stays in the memory of the compiler.
        compiler.evictCache(0);
        compiler.resetShadow();
      }
    },
  };
}

function readFont([name, file]: (typeof FONT_FILES)[number]): Buffer {
  const entry = createRequire(import.meta.url).resolve(name);
  return readFileSync(path.join(path.dirname(entry), '..', 'fonts', file));
}

function typesetOnce(compiler: NodeCompiler, document: string): Uint8Array {
  return compiler.pdf(
    { mainFileContent: PLAN_TEMPLATE, inputs: { document } },
    { pdfStandard: 'ua-1', pdfTags: true },
  );
}

/** The compiler names every letter that it cannot show; anything else that fails is a fault of ours, told without the text. */
function replaceUnshown(document: string, error: unknown): string {
  const message = error instanceof Error ? error.message.replaceAll('\\"', '"') : '';
  const unshown = new Set([...message.matchAll(NOT_SHOWN)].map(([, text]) => text ?? ''));
  if (unshown.size === 0) throw new Error(`A document was not typeset: ${message.slice(0, 200)}`);
  let text = document;
  for (const each of unshown) text = text.replaceAll(JSON.stringify(each).slice(1, -1), REPLACEMENT);
  return text;
}
