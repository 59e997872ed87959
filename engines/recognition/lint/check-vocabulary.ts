/** The vocabulary itself: code lists that exist, keys that are codes, groups whose members are codes, steps that read. */
import { subjectOf } from '../language/origin.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import { shareCodes } from './fact-types.ts';
import { error, type Finding } from './finding.ts';

export function checkVocabulary(vocabulary: Vocabulary): readonly Finding[] {
  return [
    ...[...vocabulary.sections.values()].flatMap((section) => checkSection(section, vocabulary)),
    ...checkGroups(vocabulary),
  ];
}

function checkSection(section: Section, vocabulary: Vocabulary): readonly Finding[] {
  const findings = Object.entries(section.facts).flatMap(([name, fact]) =>
    'codes' in fact && !vocabulary.codeLists.has(fact.codes)
      ? [
          error(
            'LINT_VOCABULARY',
            subjectOf('section', `${section.section}.${name}`),
            ['codes'],
            `No list of codes ${fact.codes}.`,
            'Add it to vocabulary/codes.',
          ),
        ]
      : [],
  );
  const key = section.key === undefined ? undefined : section.facts[section.key];
  if (section.key !== undefined && key?.type !== 'code') {
    findings.push(
      error(
        'LINT_VOCABULARY',
        subjectOf('section', section.section),
        ['key'],
        `The key ${section.key} is no fact of type code.`,
        'Name the field by which a person can say "none".',
      ),
    );
  }
  return findings;
}

function checkGroups({ groups, codeLists }: Vocabulary): readonly Finding[] {
  return [...groups.values()].flatMap((group) => {
    const subject = subjectOf('group', group.group);
    const list = [...codeLists.values()].find(
      (each) => shareCodes(each.codes, group.codes) && each.codes === group.codes,
    );
    if (list === undefined)
      return [
        error(
          'LINT_VOCABULARY',
          subject,
          ['codes'],
          `No list of codes ${group.codes}.`,
          'Name a list of the vocabulary.',
        ),
      ];
    const codes = new Set(list.entries.map((entry) => entry.code));
    return group.members.flatMap(({ code }, index) =>
      codes.has(code)
        ? []
        : [
            error(
              'LINT_CODE_UNKNOWN',
              subject,
              ['members', index],
              `${code} is not a code of ${group.codes}.`,
              'Correct the code.',
            ),
          ],
    );
  });
}
