/**
 * An ICU message taken apart, when the portal is built. Holes, plurals, ordinals, selections and tags; numbers, days and money are
 * formatted before they are put in (`Language`), so that a translator sees names only.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { CompiledCatalogue, CompiledMessage, Options, Piece } from './compiled-message.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

export function compileMessage(message: string): CompiledMessage {
  const ast = new IntlMessageFormat(message, 'en', undefined, { captureLocation: false }).getAst();
  const pieces = compileAll(ast);
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : pieces;
}

export const compileCatalogue = (catalogue: Readonly<Record<string, string>>): CompiledCatalogue =>
  Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, compileMessage(message)]));

const compileAll = (ast: Ast): readonly Piece[] => ast.map(compileElement);

/** The numbers are the types of @formatjs/icu-messageformat-parser. */
function compileElement(element: Element): Piece {
  switch (element.type) {
    case 0:
      return element.value;
    case 1:
      return ['hole', element.value];
    case 5:
      return ['select', element.value, compileOptions(element.options)];
    case 6:
      if (element.offset !== 0)
        throw new Error(`Not understood in a message: the offset of {${element.value}}.`);
      return [
        element.pluralType === 'ordinal' ? 'ordinal' : 'plural',
        element.value,
        compileOptions(element.options),
      ];
    case 7:
      return ['#'];
    case 8:
      return ['tag', element.value, compileAll(element.children)];
    default:
      throw new Error(`Not understood in a message: {${element.value}} with a format. Format it before.`);
  }
}

const compileOptions = (options: Readonly<Record<string, { readonly value: Ast }>>): Options =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, compileAll(value)]));
