import { fail } from '@sveltejs/kit';
import type { Problem } from '@testamur/engines/kernel';
import type { Assessment } from '@testamur/engines/recognition';
import {
  dossierFrom,
  EXAM,
  examsOf,
  SCHOOL_COUNTRY,
  SCHOOL_NAME,
  shortQuestions,
} from '$lib/dossier/short-form.ts';
import { findMessage, loadAreas } from '$lib/language/catalogue-store.ts';
import { makeLanguage } from '$lib/language/language.ts';
import { ROOT } from '$lib/language/root.ts';
import { openReference } from '$lib/reference/open-reference.ts';
import { rowsOf } from '$lib/results/rows.ts';
import { whatRemains } from '$lib/results/what-remains.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { vocabulary } = openReference(locals).book;
  const questions = shortQuestions(vocabulary).map(({ name, definition }) => ({
    name,
    definition,
    entries: 'codes' in definition ? (vocabulary.codeLists.get(definition.codes)?.entries ?? []) : [],
  }));
  return {
    questions,
    exams: examsOf(vocabulary),
    countries: vocabulary.codeLists.get('countries')?.entries ?? [],
    names: { school: SCHOOL_NAME, country: SCHOOL_COUNTRY, exam: EXAM },
  };
};

/** The problem document of the interface for programs (RFC 9457). */
type Refusal = Problem & { readonly problems?: readonly Problem[] };

export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const form = await request.formData();
    const { vocabulary } = openReference(locals).book;
    const answer = await fetch(`${ROOT}/api/assess`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dossier: dossierFrom(form, vocabulary) }),
    });
    const said = Object.fromEntries(
      [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]),
    );
    if (!answer.ok)
      return fail(answer.status, { said, problems: problemsIn((await answer.json()) as Refusal) });
    const assessment = (await answer.json()) as Assessment;
    await loadAreas(locals.locale, ['common', 'results', 'dossier']);
    const language = makeLanguage({ locale: locals.locale, root: ROOT, find: findMessage });
    return {
      said,
      on: assessment.on,
      rows: rowsOf(assessment).map((row) => ({
        ...row,
        remains: whatRemains(row, vocabulary, language),
        best: undefined,
      })),
    };
  },
};

function problemsIn(refusal: Refusal): readonly Problem[] {
  const all = refusal.problems ?? [refusal];
  return all.map(({ code, message, at = '', hint }) => ({
    code,
    message: message ?? 'The answers could not be judged.',
    at: at.replace(/^\/dossier/, ''),
    ...(hint === undefined ? {} : { hint }),
  }));
}
