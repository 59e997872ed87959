import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { composePlan } from './compose-plan.ts';
import { AUTHORITY, INPUT, ROUTE, readPdf, requirement } from './plan-document.fixture.ts';
import { openTypesetter } from './typeset.ts';

const setter = openTypesetter();
const document = composePlan(INPUT);
const bytes = setter.typeset(document);
const titled = (text: string) => ({ ...document, title: { text, lang: 'en' } });
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  pdf = await readPdf(bytes);
});

/** ISO 14289-1, the clauses in brackets. */
describe('a printed plan is PDF/UA-1', () => {
  it('says so, and that it is tagged (5, 7.1)', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(raw).toContain('/StructTreeRoot');
    expect(pdf.marks).toMatchObject({ Marked: true, Suspects: false });
  });

  it('has a title that is shown instead of the file name, and a language (7.1, 7.2)', () => {
    expect(pdf.info['Title']).toBe('Alpha, Full licence: plan and requirements');
    expect(pdf.preferences).toMatchObject({ DisplayDocTitle: true });
    expect(pdf.info['Language']).toBe('en');
  });

  it('tags headings in order, lists and links, and marks the foot of the page as an artifact (7.3, 7.4.2, 7.18.5)', () => {
    const headings = pdf.roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role[1]));
    expect(headings[0]).toBe(1);
    expect(headings.every((level, index) => level <= (headings[index - 1] ?? 0) + 1)).toBe(true);
    expect(headings.filter((level) => level === 2)).toHaveLength(3);
    for (const role of ['P', 'L', 'LI', 'Lbl', 'LBody', 'Link']) expect(pdf.roles).toContain(role);
    expect(JSON.stringify(pdf.pages[0]?.tags)).not.toContain('Page 1 of');
  });

  it('embeds every font (7.21.4)', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const descriptors = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
    expect(descriptors).toBeGreaterThan(0);
    expect(raw.match(/\/FontFile[23]? /g)).toHaveLength(descriptors);
  });

  it('has bookmarks (WCAG 2.4.5)', () => {
    expect(pdf.outline?.[0]?.title).toBe('Full licence');
    expect(pdf.outline?.[0]?.items.map(({ title }) => title)).toEqual([
      'What remains to be done',
      'What is asked',
      'Sources',
    ]);
  });
});

describe('a printed plan', () => {
  it('carries each citation with its address, and the date of the law', () => {
    for (const text of [
      'section 5(2)',
      'Medical Act',
      'Read in the copy of 31 March 2026',
      '22 November 2026',
    ])
      expect(pdf.text).toContain(text);
    expect(pdf.links).toContain('https://law.example/act');
  });

  it('is the same bytes whenever it is made of the same', () => {
    expect(Buffer.from(setter.typeset(composePlan(INPUT))).equals(bytes)).toBe(true);
    expect(Buffer.from(openTypesetter().typeset(document)).equals(bytes)).toBe(true);
  });

  it('shows text as text, whatever markup it resembles', async () => {
    const hostile = '#read("/etc/passwd") *a* @b $c$ <d> \\ #sys.inputs [e] "f" // g';
    const read = await readPdf(setter.typeset(titled(hostile)));
    expect(read.text.replace(/\s+/g, ' ')).toContain('#read("/etc/passwd") *a* @b $c$ <d>');
  });

  it.each(['Приказ № 12', 'Ελλάδα ≥ 3 → 4', 'تسجيل الأطباء', '执业医师法', 'Đặng résumé ½ €'])(
    'has the letters of %s',
    (text) => {
      expect(Buffer.from(setter.typeset(titled(text))).includes('%PDF')).toBe(true);
    },
  );

  it('is made even of letters that no font has, which show as replaced', async () => {
    const read = await readPdf(setter.typeset(titled('a 😀 b 𓀀 "c" 😀')));
    expect(read.text).toMatch(/a \uFFFD b \uFFFD "c" \uFFFD/);
  });

  it('runs from right to left in Arabic', () => {
    const arabic = setter.typeset({ ...document, lang: 'ar', direction: 'rtl' });
    expect(Buffer.from(arabic).toString('latin1')).toContain('/Lang (ar)');
  });

  it('is made of hundreds of requirements', async () => {
    const requirements = Array.from({ length: 300 }, (_, index) => requirement({ rule: `xa.r${index}` }));
    const route = { ...ROUTE, requirements };
    const long = setter.typeset(
      composePlan({ ...INPUT, route, authority: { ...AUTHORITY, routes: [route] } }),
    );
    expect((await readPdf(long)).pages.length).toBeGreaterThan(10);
  });
});

describe('the letters of the packs', () => {
  it('are all in the fonts', async () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@testamur/packs/package.json'));
    const letters = new Set<string>();
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.yaml') && !file.startsWith('registry'))
        for (const letter of readFileSync(path.join(folder, file), 'utf8')) letters.add(letter);
    const all = [...letters].filter((letter) => !/\p{C}/u.test(letter)).join(' ');
    expect(letters.size).toBeGreaterThan(150);
    expect((await readPdf(setter.typeset(titled(all)))).text).not.toContain('\uFFFD');
  });
});
