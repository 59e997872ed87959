/** What the form asks before any verdict: enough for the law to say what else decides. An order of questions, nothing more. */
export const FIRST_DEGREE_FACTS = ['school', 'graduatedOn', 'title', 'language'] as const;
export const FIRST_PERSON_FACTS = ['citizenships', 'birthDate'] as const;

/** Their names, as a verdict gives them. */
export const FIRST_FACTS: readonly string[] = [
  ...FIRST_DEGREE_FACTS.map((fact) => `pmq.${fact}`),
  ...FIRST_PERSON_FACTS.map((fact) => `person.${fact}`),
];
