/** The short form, for browsers without JavaScript: the main questions, and the dossier that its answers make. */
import type {
  Dossier,
  DossierEntry,
  DossierValue,
  FactDefinition,
  Vocabulary,
} from '@testamur/engines/recognition';

const DEGREE_FACTS = [
  'graduatedOn',
  'title',
  'language',
  'years',
  'entitlesToPractiseAtHome',
  'inWorldDirectory',
] as const;
const PERSON_FACTS = ['citizenships', 'birthDate'] as const;

export type ShortQuestion = {
  /** The name of the field and, for facts, of the fact. */
  readonly name: string;
  readonly definition: FactDefinition;
};

export const SCHOOL_NAME = 'school.name';
export const SCHOOL_COUNTRY = 'school.country';
/** Followed by the code of an examination. */
export const EXAM = 'exams.';

export function shortQuestions(vocabulary: Vocabulary): readonly ShortQuestion[] {
  const of = (section: string, facts: readonly string[]): readonly ShortQuestion[] =>
    facts.flatMap((fact) => {
      const definition = vocabulary.sections.get(section)?.facts[fact];
      return definition === undefined ? [] : [{ name: `${section}.${fact}`, definition }];
    });
  return [...of('pmq', DEGREE_FACTS), ...of('person', PERSON_FACTS)];
}

export const examsOf = (
  vocabulary: Vocabulary,
): readonly { readonly code: string; readonly label: string }[] =>
  vocabulary.codeLists.get('exams')?.entries ?? [];

/** What is left empty is left out; everything else is checked where the dossier is judged. */
export function dossierFrom(form: FormData, vocabulary: Vocabulary): Dossier {
  const degree: Record<string, DossierValue> = {};
  const person: Record<string, DossierValue> = {};
  for (const { name, definition } of shortQuestions(vocabulary)) {
    const [section = '', fact = ''] = name.split('.');
    const value = valueFrom(form.getAll(name).map(String), definition);
    if (value !== undefined) (section === 'pmq' ? degree : person)[fact] = value;
  }
  const [school, country] = [SCHOOL_NAME, SCHOOL_COUNTRY].map((name) => String(form.get(name) ?? '').trim());
  if (country) degree['awardingCountry'] = country;
  if (school && country) degree['school'] = { name: school, country };
  return {
    schema: 'testamur/dossier/1',
    person,
    qualifications: [{ ...degree, id: 'degree-1' } as DossierEntry],
    exams: examAnswers(form, vocabulary),
  };
}

function valueFrom(texts: readonly string[], definition: FactDefinition): DossierValue | undefined {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  const [first] = given;
  if (first === undefined) return undefined;
  if (definition.type === 'codes') return given;
  if (definition.type === 'boolean') return first === 'true' ? true : first === 'false' ? false : first;
  if (definition.type === 'number' && first !== 'unknown')
    return Number.isFinite(Number(first)) ? Number(first) : first;
  return first;
}

/** `pass` and `fail` give an entry, beside which there may be others; `none` says that there is none. */
function examAnswers(
  form: FormData,
  vocabulary: Vocabulary,
): { readonly entries: readonly DossierEntry[]; readonly completeFor: readonly string[] } {
  const answers = examsOf(vocabulary).map(({ code }) => ({
    code,
    answer: String(form.get(`${EXAM}${code}`) ?? ''),
  }));
  const taken = answers.filter(({ answer }) => answer === 'pass' || answer === 'fail');
  return {
    entries: taken.map(
      ({ code, answer }, index) => ({ id: `exams-${index + 1}`, exam: code, result: answer }) as DossierEntry,
    ),
    completeFor: answers.filter(({ answer }) => answer === 'none').map(({ code }) => code),
  };
}
