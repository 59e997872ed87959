/** Translations that say whose they are, and open questions that affect something. */
import type { Citation } from '../../kernel/index.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import { error, type Finding, warning } from './finding.ts';

/** Law read in a language that the authority does not use is a translation, and says whose. A regime speaks every language of its states. */
export function checkTranslations(pack: Pack): readonly Finding[] {
  if (pack.kind === 'regime') return [];
  const own = new Set(pack.languages.map(primary));
  const foreign = (cite: Citation): boolean =>
    cite.translation === undefined &&
    cite.lang !== undefined &&
    !own.has(primary(cite.lang)) &&
    (cite.grade === 'A' || cite.grade === 'B');
  return pack.rules.flatMap((rule) =>
    rule.versions.flatMap(({ cite }, index) =>
      cite.flatMap((each, position) =>
        foreign(each)
          ? [
              warning(
                'LINT_TRANSLATION',
                subjectOf('rule', rule.rule),
                ['versions', index, 'cite', position],
                `${each.source} was read in ${each.lang}, which ${pack.name} does not use in law.`,
                'Say translation: official or own, or add the language to the pack.',
              ),
            ]
          : [],
      ),
    ),
  );
}

const primary = (language: string): string => language.split('-')[0] ?? language;

export function checkQuestions(pack: Pack): readonly Finding[] {
  const known = new Set([
    ...pack.rules.map(({ rule }) => rule),
    ...pack.routes.map(({ route }) => route),
    ...pack.steps.map(({ step }) => step),
    ...pack.tables.map(({ table }) => table),
  ]);
  return pack.openQuestions.flatMap(({ id, affects }, index) =>
    affects
      .filter((affected) => !known.has(affected) && !affected.startsWith('step.common.'))
      .map((affected) =>
        error(
          'LINT_OPEN_QUESTION',
          subjectOf('pack', pack.pack),
          ['openQuestions', index, 'affects'],
          `The question ${id} affects ${affected}, which this pack does not have.`,
          'Correct the id.',
        ),
      ),
  );
}
