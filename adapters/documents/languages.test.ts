import { beforeAll, describe, expect, it } from 'vitest';
import { composePlan } from './compose-plan.ts';
import { INPUT, PLAN, readPdf, STEP } from './plan-document.fixture.ts';
import { showDay, showMoney, showPeriod } from './show-values.ts';
import { openTypesetter } from './typeset.ts';
import { EN } from './words/en.ts';
import { documentLanguages, speak } from './words/say.ts';
import type { WordKey } from './words/words.ts';

const setter = openTypesetter();
const languages = documentLanguages();
const translated = languages.filter((language) => language !== 'en');
const KEYS = Object.keys(EN) as WordKey[];
const TEXTS = ['route', 'pack', 'version', 'value', 'note', 'low', 'high', 'day', 'rule', 'text', 'currency'];
const VALUES = { ...Object.fromEntries(TEXTS.map((name) => [name, `‹${name}›`])), number: 1 };
const PUNCTUATION: readonly WordKey[] = ['joint', 'sentence', 'withNote', 'rateIs'];
const holesOf = (text: string) => [...text.matchAll(/‹\w+›/g)].map(([hole]) => hole).sort();

const wishes = {
  budget: { amount: 20_000.5, currency: 'GBP' },
  deadline: '2029-01-01',
  ...{ excludedCountries: ['DE', 'US-NY'], willLearn: ['fr'], refusedSteps: ['step.xa.exam'], share: 0.5 },
  rates: { into: 'EUR', worth: { GBP: 1.17 }, on: '2026-11-01', source: 'Central Bank' },
  excludeSelection: true,
};
const way = {
  plan: { ...PLAN, assumes: [{ rule: 'xa.b', title: 'Good standing', reasons: [], missing: [] }] },
  wishes,
};
const documentIn = (language: string) =>
  composePlan({ ...INPUT, way: { ...way, isAgainstWishes: false, among: 3 }, language });

describe.each(languages)('a document in %s', (language) => {
  const document = documentIn(language);
  const bytes = setter.typeset(document);
  let pdf: Awaited<ReturnType<typeof readPdf>>;
  beforeAll(async () => {
    pdf = await readPdf(bytes);
  });

  it('is tagged, says its language and its direction', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw.includes('/Direction /R2L')).toBe(language === 'ar');
    expect(pdf.marks).toMatchObject({ Marked: true, Suspects: false });
    expect(pdf.preferences).toMatchObject({ DisplayDocTitle: true });
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Link']) expect(pdf.roles).toContain(role);
  });

  it('has a letter for everything that it says', () => {
    expect(pdf.text).not.toContain('\uFFFD');
  });

  it('keeps what the pack says in the language of the pack, marked', () => {
    expect([document.title, document.authority].map(({ lang }) => lang)).toEqual(['en', 'en']);
    expect(document.steps.items[0]?.text).toEqual({ text: STEP.text, lang: 'en' });
    const assumed = document.remarks.find((remark) => remark.length > 1);
    expect(
      assumed
        ?.filter(({ lang }) => lang === 'en')
        .map(({ text }) => text)
        .join(''),
    ).toContain('Good standing');
    expect(assumed?.[0]?.lang).toBe(language);
  });
});

describe.each(translated)('the words in %s', (language) => {
  const [own, english] = [speak(language), speak('en')];

  it.each([0, 1, 2, 3, 5, 11, 21, 100, 1_000_000])(
    'fill the same holes as the English ones, of %i things',
    (count) => {
      for (const key of KEYS) {
        const [said, source] = [own, english].map(({ say }) => say(key, { ...VALUES, count }));
        expect(holesOf(said ?? ''), key).toEqual(holesOf(source ?? ''));
        expect(said?.trim(), key).not.toBe('');
      }
    },
  );

  it('are words of the language', () => {
    const same = KEYS.filter(
      (key) => own.say(key, { ...VALUES, count: 2 }) === english.say(key, { ...VALUES, count: 2 }),
    );
    const shared = { fr: ['packIs', 'page', 'sourcesHeading'] } as Readonly<Record<string, string[]>>;
    expect(same.filter((key) => !PUNCTUATION.includes(key) && !shared[language]?.includes(key))).toEqual([]);
  });

  it('say that nobody has read them, on the first page', async () => {
    const { unread } = speak(language);
    const text = (await readPdf(setter.typeset(documentIn(language)))).pages[0]?.text ?? '';
    // Arabic comes out of a PDF in the order of the eye: its letters are counted, not its words.
    const lettersOf = (of: string) => of.normalize('NFKC').replace(/[^\p{L}]/gu, '').length;
    expect(lettersOf(unread ?? '')).toBeGreaterThan(20);
    if (language !== 'ar') expect(text.replace(/\s/g, '')).toContain((unread ?? '').replace(/\s/g, ''));
    expect(documentIn(language).unread).toBe(unread);
  });
});

describe('values', () => {
  it.each([
    ['en', '31 March 2026', 'GBP 1,234.50', '2 years 6 months'],
    ['fr', '31 mars 2026', '1 234,50 GBP', '2 ans 6 mois'],
    ['es', '31 de marzo de 2026', '1234,50 GBP', '2 años 6 meses'],
    ['pt', '31 de março de 2026', 'GBP 1.234,50', '2 anos 6 meses'],
    ['ar', '31 مارس 2026', '1,234.50 GBP', 'سنتان و6 أشهر'],
    ['ru', '31 марта 2026 г.', '1 234,50 GBP', '2 года 6 месяцев'],
    ['zh', '2026年3月31日', 'GBP 1,234.50', '2年6个月'],
  ])('are written as %s writes them', (language, day, money, period) => {
    const speech = speak(language);
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f]/g, '');
    expect(showDay('2026-03-31', speech)).toBe(day);
    expect(plain(showMoney({ amount: 1234.5, currency: 'GBP' }, speech))).toBe(money);
    expect(plain(showPeriod('P2Y6M', speech))).toBe(period);
  });

  it('end a Russian sentence with one point, though the day ends with one', () => {
    const speech = speak('ru');
    expect(speech.say('published', { day: showDay('2026-03-31', speech) })).toBe(
      'Опубликовано: 31 марта 2026 г.',
    );
  });
});
