/** A literal of the law against the type of its fact. */
import { parseDay } from '../../kernel/index.ts';
import type { Scalar } from '../language/nodes.ts';
import type { FactType } from '../language/vocabulary.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { Path } from '../schema/problem.ts';
import { ANY_CODES, type Say, type Words } from './fact-types.ts';

export function checkLiteral(
  fact: string,
  literal: Scalar,
  type: FactType,
  at: Path,
  { vocabulary }: Words,
  say: Say,
): void {
  const wrong = (wanted: string): void =>
    say(
      'LINT_TYPE',
      at,
      `${fact} is a ${type.type}; ${JSON.stringify(literal)} is not ${wanted}.`,
      `Write ${wanted}.`,
    );
  switch (type.type) {
    case 'boolean':
      return typeof literal === 'boolean' ? undefined : wrong('true or false');
    case 'number':
      if (typeof literal !== 'number') return wrong('a number');
      if (literal < (type.min ?? literal) || literal > (type.max ?? literal))
        say(
          'LINT_THRESHOLD',
          at,
          `${literal} lies outside what ${fact} can be (${type.min ?? '…'} to ${type.max ?? '…'}).`,
          'Correct the threshold, or the range in the vocabulary.',
        );
      return;
    case 'day':
      return typeof literal === 'string' && parseDay(literal).ok
        ? undefined
        : wrong('a day such as "2021-07-01"');
    case 'code':
    case 'codes':
      return typeof literal === 'string'
        ? checkCode(literal, type.codes, at, vocabulary, say)
        : wrong('a code');
    default:
      return typeof literal === 'string' ? undefined : wrong('a text');
  }
}

function checkCode(code: string, codes: string, at: Path, vocabulary: Words['vocabulary'], say: Say): void {
  if (codes === ANY_CODES) return;
  const list = vocabulary.codeLists.get(codes);
  if (list === undefined)
    return say(
      'LINT_VOCABULARY',
      at,
      `The vocabulary has no list of codes ${codes}.`,
      'Add the list to vocabulary/codes.',
    );
  if (list.entries.some((entry) => entry.code === code)) return;
  const near = nearestWord(
    code,
    list.entries.map((entry) => entry.code),
  );
  say(
    'LINT_CODE_UNKNOWN',
    at,
    `${code} is not a code of ${codes}.`,
    near === undefined ? 'Add it to vocabulary/codes, or use a code that is there.' : `Did you mean ${near}?`,
  );
}
