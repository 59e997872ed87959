/** A route of an authority grants a class of licence; a layer or regime may grant a certificate or a standing. A basis is one of the vocabulary. */
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import { error, type Finding, warning } from './finding.ts';

export function checkGrants(pack: Pack, vocabulary: Vocabulary): readonly Finding[] {
  return [...checkClasses(pack, vocabulary), ...checkBases(pack, vocabulary)];
}

function checkBases({ routes }: Pack, { codeLists }: Vocabulary): readonly Finding[] {
  const bases = (codeLists.get('licence-bases')?.entries ?? []).map(({ code }) => code);
  return routes.flatMap(({ route, obtainedBy }) => {
    if (obtainedBy === undefined || bases.includes(obtainedBy)) return [];
    const near = nearestWord(obtainedBy, bases);
    return [
      error(
        'LINT_GRANTS',
        subjectOf('route', route),
        ['obtainedBy'],
        `${obtainedBy} is no basis of a licence in the vocabulary.`,
        near === undefined ? `Write one of ${bases.join(', ')}.` : `Did you mean ${near}?`,
      ),
    ];
  });
}

function checkClasses(pack: Pack, vocabulary: Vocabulary): readonly Finding[] {
  const classes = vocabulary.codeLists.get('licence-classes')?.entries ?? [];
  const other = ['certificate-kinds', 'licence-bases', 'exams', 'specialist-titles'].flatMap(
    (list) => vocabulary.codeLists.get(list)?.entries ?? [],
  );
  const allowed = pack.kind === 'authority' ? classes : [...classes, ...other];
  return pack.routes.flatMap(({ route, grants }) => {
    const subject = subjectOf('route', route);
    const found = allowed.find((entry) => entry.code === grants);
    if (found === undefined) {
      const near = nearestWord(
        grants,
        allowed.map((entry) => entry.code),
      );
      return [
        error(
          'LINT_GRANTS',
          subject,
          ['grants'],
          `${grants} is no class of licence in the vocabulary.`,
          near === undefined ? 'Add it to the codes licence-classes.' : `Did you mean ${near}?`,
        ),
      ];
    }
    const isClass = classes.includes(found);
    return isClass && found.independent === undefined
      ? [
          warning(
            'LINT_GRANTS',
            subject,
            ['grants'],
            `The vocabulary does not say whether ${grants} permits independent practice.`,
            'Add independent: true or false to the code.',
          ),
        ]
      : [];
  });
}
