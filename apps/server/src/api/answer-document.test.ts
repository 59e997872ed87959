import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { documentLanguages, openTypesetter, type PlanDocument } from '@testamur/adapters/documents';
import { parseYaml } from '@testamur/adapters/packs';
import { loadRegistry } from '@testamur/adapters/registry';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { type FrontPoint, frontFor } from '@testamur/engines/planner';
import { makeLibrary, openPlans, readQuestion } from '@testamur/services/recognising';
import { realLaw } from '@testamur/testing/real-law';
import { describe, expect, it } from 'vitest';
import { type DocumentAsk, printPlan } from './answer-document.ts';
import { makePress } from './press.ts';

const folder = path.dirname(createRequire(import.meta.url).resolve('@testamur/packs/package.json'));
const { registry } = expectOk(loadRegistry(folder), 'the registry');
const book = realLaw();
const library = makeLibrary(book, registry);
const samples = readdirSync(path.join(folder, 'samples')).filter((file) => file.endsWith('.yaml'));
const today = expectOk(parseDay('2026-11-22'), 'a day');
const days = { act: 'print', today, latest: today } as const;
const press = makePress(openTypesetter(), book.languages);
const dossierOf = (file: string): unknown =>
  parseYaml(readFileSync(path.join(folder, 'samples', file), 'utf8'), file).value?.value;
const GRADUATE = dossierOf('fresh-graduate.yaml');

type Question = DocumentAsk['question'];
const print = (question: Question) => printPlan(library, { ...days, question }, press);

/** What goes to the typesetter. */
function compose(question: Question): PlanDocument {
  const composed: PlanDocument[] = [];
  const typeset = (document: PlanDocument) => {
    composed.push(document);
    return new Uint8Array();
  };
  expectOk(printPlan(library, { ...days, question }, { ...press, typesetter: { typeset } }), 'a document');
  return composed[0] as PlanDocument;
}

const PRINTED_OF = 9;

describe('a printed plan', () => {
  /** A document takes a second to set: one pack in so many, each sample at least once. */
  const printed = library.book.packs.filter((_, index) => index % PRINTED_OF === 0);

  it.each(printed.map(({ pack }, index) => [pack, samples[index % samples.length] ?? '']))(
    'is made of the way to %s for the %s',
    (pack, file) => {
      const printed = expectOk(print({ dossier: dossierOf(file), target: { pack } }), 'a document');
      expect(Buffer.from(printed).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    },
  );

  it.each([
    ['no target', {}, ['RECOGNISING_TARGET_UNCLEAR']],
    ['a route that is not there', { target: { route: 'xx.none' } }, ['RECOGNISING_ROUTE_UNKNOWN']],
    ['a day that is none', { target: { pack: 'gb' }, on: '2026-02-30' }, ['KERNEL_DAY_IMPOSSIBLE']],
  ])('is refused for %s', (_name, change, codes) => {
    const printed = print({ dossier: {}, ...change });
    expect(printed.ok ? [] : printed.error.map(({ code }) => code)).toEqual(codes);
  });

  it('holds nothing of a note that the person wrote', () => {
    const dossier = dossierOf(samples[0] ?? '') as object;
    const [plain, noted] = [dossier, { ...dossier, note: 'Zyxomma petiolatum' }].map((each) =>
      Buffer.from(expectOk(print({ dossier: each, target: { pack: 'gb' } }), 'a document')),
    );
    expect(plain?.equals(noted ?? Buffer.of())).toBe(true);
  });
});

const TRANSLATED = documentLanguages().filter((language) => language !== 'en');

describe('a plan printed in another language', () => {
  it.each(TRANSLATED)('is tagged in %s, and says its language', (language) => {
    const question = { dossier: GRADUATE, target: { pack: 'gb' }, language };
    const text = Buffer.from(expectOk(print(question), 'a document')).toString('latin1');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain(`/Lang (${language})`);
  });

  it.each(TRANSLATED)(
    'tells each rule in %s, and keeps the text of the pack, marked as English',
    (language) => {
      const asked = { dossier: GRADUATE, target: { pack: 'gb' } };
      const english = compose(asked);
      const { requirements, unread, lang } = compose({ ...asked, language });
      expect(lang).toBe(language);
      expect(unread).toMatch(/\p{L}/u);
      expect(requirements.items.length).toBe(english.requirements.items.length);
      for (const [index, { text, title, told, verdict }] of requirements.items.entries()) {
        const same = english.requirements.items[index];
        expect([title, text]).toEqual([same?.title, same?.text]);
        expect(told?.lang).toBe(language);
        expect(told?.text).not.toBe(same?.text.text);
        expect(verdict).not.toBe(same?.verdict);
      }
      const { unread: none, requirements: plain } = english;
      expect([none, plain.items.some(({ told }) => told !== undefined)]).toEqual([undefined, false]);
    },
  );

  it('names the steps that packs share in that language', () => {
    const { steps } = compose({ dossier: GRADUATE, target: { pack: 'gb' }, language: 'fr' });
    const languages = new Set(steps.items.map(({ title }) => title.lang));
    expect([...languages].sort()).toEqual(['en', 'fr']);
  });

  it('is English where there are no words in it', () => {
    expect(compose({ dossier: GRADUATE, target: { pack: 'gb' }, language: 'de' }).lang).toBe('en');
  });
});

const AUSTRALIA = { dossier: GRADUATE, target: { pack: 'au' } };

/** The front as anybody computes it at home. */
function frontOf({ dossier, wishes = {}, target }: Question) {
  const request = expectOk(readQuestion({ dossier }, { library, today, latest: today }), 'a dossier');
  return frontFor(openPlans(library, request), target as { readonly pack: string }, wishes);
}

const stepsOf = ({ plan }: Pick<FrontPoint, 'plan'>) =>
  plan.steps.map(({ title, schedule }) => [title, schedule.doneOn]);

describe('the way that she chose', () => {
  it('is the one that is printed, by its place or by its steps', () => {
    const asked = { dossier: GRADUATE, target: { pack: 'nz' } };
    const { points } = frontOf(asked);
    expect(points.length).toBeGreaterThan(2);
    // Each is searched anew, which takes a second: the first, the last and one between them.
    const some = [0, 1, points.length - 1].flatMap((index) => {
      const point = points[index];
      return point === undefined ? [] : [{ index, point }];
    });
    const printed = some.map(({ point, index }) => {
      const { target, basis, steps, assumes } = point.plan;
      const byPlace = compose({ ...asked, point: index });
      const chosen = {
        route: target.route,
        steps: steps.map(({ key }) => key).reverse(),
        assumes: assumes.map(({ rule }) => rule),
        ...(basis === undefined ? {} : { basis }),
      };
      expect(compose({ ...asked, point: chosen })).toEqual(byPlace);
      expect(byPlace.steps.items.map(({ title }) => title.text)).toEqual(
        stepsOf(point).map(([title]) => title),
      );
      return JSON.stringify([byPlace.title, byPlace.steps, byPlace.sum]);
    });
    expect(new Set(printed).size).toBe(3);
  });

  it('keeps her wishes, and says them', () => {
    const wishes = { notBefore: '2028-03-01', refusedSteps: ['step.common.ielts-academic'], share: 0.5 };
    const document = compose({ ...AUSTRALIA, wishes, point: 0, language: 'fr' });
    const [first] = frontOf({ ...AUSTRALIA, wishes }).points;
    expect(document.steps.items).toHaveLength(first?.plan.steps.length ?? 0);
    const said = document.wishes.items.map(({ values }) => values.map(({ text }) => text).join());
    expect(said).toEqual(['1 mars 2028', 'Passer l’IELTS Academic', expect.stringMatching(/^50\s%$/)]);
    expect(compose(AUSTRALIA).wishes.items).toEqual([]);
  });

  it('may break a wish where no way keeps them all, and the paper says so', () => {
    const wishes = { deadline: '2026-12-01' };
    const { points, excludedBy } = frontOf({ ...AUSTRALIA, wishes });
    const breaking = excludedBy.flatMap(({ cheapest }) => cheapest ?? [])[0];
    expect([points.length, breaking === undefined]).toEqual([0, false]);
    const steps = breaking?.plan.steps.map(({ key }) => key) ?? [];
    const document = compose({ ...AUSTRALIA, wishes, point: { steps } });
    expect(document.steps.items).toHaveLength(steps.length);
    expect(document.remarks[0]?.[0]?.text).toContain('breaks at least one');
    const none = compose({ ...AUSTRALIA, wishes });
    expect([none.steps.items.length, none.remarks[0]?.[0]?.text]).toEqual([
      0,
      'No way to this licence keeps all your wishes.',
    ]);
  });

  it('marks a figure of hers, so that nobody looks for its source', () => {
    const own = { 'step.common.ielts-academic': { cost: { amount: 77, currency: 'EUR' } } };
    const document = compose({ ...AUSTRALIA, wishes: { own } });
    expect(JSON.stringify(document.steps)).toContain('EUR 77, your own figure'.replace(' ', '\u00a0'));
  });

  it.each<[string, Partial<Question>, string, string]>([
    ['a place that the front does not have', { point: 99 }, '/point', 'RECOGNISING_POINT_UNKNOWN'],
    ['steps that no way has', { point: { steps: ['x'] } }, '/point', 'RECOGNISING_POINT_UNKNOWN'],
    [
      'a day that is none',
      { wishes: { deadline: '2027-02-30' } },
      '/wishes/deadline',
      'KERNEL_DAY_IMPOSSIBLE',
    ],
    [
      'a period that is none',
      { wishes: { own: { 'step.common.ielts-academic': { study: 'soon' } } } },
      '/wishes/own/step.common.ielts-academic/study',
      'KERNEL_PERIOD_FORMAT',
    ],
    [
      'a currency that is none',
      { wishes: { budget: { amount: 5, currency: 'euro' } } },
      '/wishes/budget',
      'KERNEL_MONEY_CURRENCY',
    ],
    [
      'a step that is not there',
      { wishes: { refusedSteps: ['step.common.ielts-academic', 'step.xx.none'] } },
      '/wishes/refusedSteps/1',
      'RECOGNISING_STEP_UNKNOWN',
    ],
  ])('is refused for %s, and the field is named', (_name, change, at, code) => {
    const printed = print({ ...AUSTRALIA, ...change });
    expect(printed.ok ? [] : printed.error.map((problem) => [problem.at, problem.code])).toEqual([
      [at, code],
    ]);
  });
});
