/** The sources of packs one by one: whether anything cites them, whether they can be found, dated and trusted as their grade says. */
import type { Pack, Source } from '../language/pack.ts';
import { sourcesUsed } from '../lint/check-citations.ts';

export type SourceRemark = {
  readonly kind: 'unused' | 'address' | 'grade' | 'published' | 'language' | 'twice';
  /** A fault has to be mended; a gap is what is not known. */
  readonly weight: 'fault' | 'gap';
  readonly message: string;
  readonly mend: string;
};

export type SourceReport = {
  readonly pack: string;
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly grade: Source['grade'];
  readonly lang: string;
  readonly url?: string;
  readonly published?: string;
  /** How many citations name it. */
  readonly cited: number;
  readonly remarks: readonly SourceRemark[];
};

/** `wanted` are reported; grades are compared over all `packs`. */
export function checkSources(wanted: readonly Pack[], packs: readonly Pack[]): readonly SourceReport[] {
  const grades = gradesByPublisher(packs);
  return wanted.flatMap((pack) => {
    const used = sourcesUsed(pack);
    return pack.sources.map((source, index): SourceReport => {
      const cited = used.filter((id) => id === source.source).length;
      const { title, publisher, grade, lang, url, published } = source;
      return {
        pack: pack.pack,
        source: source.source,
        title,
        publisher,
        grade,
        lang,
        ...(url === undefined ? {} : { url }),
        ...(published === undefined ? {} : { published }),
        cited,
        remarks: [
          ...(cited === 0
            ? [fault('unused', 'Nothing cites it.', 'Cite it where it was used, or take it out.')]
            : []),
          ...ofAddress(source),
          ...ofDoubles(source, pack.sources.slice(0, index)),
          ...ofGrade(source, pack, grades),
          ...ofLanguage(source),
          ...(published === undefined
            ? [
                gap(
                  'published',
                  'When it was published is not said.',
                  'Add published where the source says so.',
                ),
              ]
            : []),
        ],
      };
    });
  });
}

const fault = (kind: SourceRemark['kind'], message: string, mend: string): SourceRemark => ({
  kind,
  weight: 'fault',
  message,
  mend,
});
const gap = (kind: SourceRemark['kind'], message: string, mend: string): SourceRemark => ({
  ...fault(kind, message, mend),
  weight: 'gap',
});

/** Parameters by which a visit is followed; they are no part of an address. */
const FOLLOWED = /[?&](utm_[a-z]+|fbclid|gclid|sessionid|jsessionid|phpsessid)=/i;

function ofAddress({ url, citation }: Source): readonly SourceRemark[] {
  if (url === undefined)
    return citation === undefined
      ? [fault('address', 'It has neither an address nor an official citation.', 'Add url or citation.')]
      : [];
  return [
    ...(url.startsWith('http:')
      ? [gap('address', 'The address is not encrypted (http:).', 'Write https: where the site has it.')]
      : []),
    ...(FOLLOWED.test(url) || /^https?:\/\/[^/]*@/.test(url)
      ? [fault('address', 'The address names a visit or a visitor.', 'Take out what follows the visit.')]
      : []),
    ...(/^https?:\/\/(localhost|127\.|10\.|192\.168\.|[^/.]+(\/|$))/.test(url)
      ? [fault('address', 'Nobody else can open this address.', 'Write the public one.')]
      : []),
  ];
}

/** Two addresses that lead to the same page. */
export const normalAddress = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());

function ofDoubles({ url }: Source, before: readonly Source[]): readonly SourceRemark[] {
  if (url === undefined) return [];
  const same = before.find(
    (each) => each.url !== undefined && normalAddress(each.url) === normalAddress(url),
  );
  return same === undefined
    ? []
    : [
        fault(
          'twice',
          `${same.source} has the same address.`,
          'Keep one source; tell places apart by the locator.',
        ),
      ];
}

const hostOf = (url: string | undefined): string | undefined =>
  /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(url ?? '')?.[1]?.toLowerCase();

/** D is "anyone else": a regulator, or whoever has A or B elsewhere, is not anyone else. */
function ofGrade(
  { grade, publisher, url }: Source,
  { regulator }: Pack,
  grades: ReadonlyMap<string, ReadonlySet<string>>,
): readonly SourceRemark[] {
  if (grade !== 'D') return [];
  const host = hostOf(url);
  if (host !== undefined && host === hostOf(regulator.url))
    return [
      fault('grade', 'Grade D, and it is a page of the regulator.', 'Its guidance is C, its rules are B.'),
    ];
  const higher = [...(grades.get(publisher) ?? [])].filter((each) => each !== 'D').sort();
  return higher.length === 0
    ? []
    : [
        gap(
          'grade',
          `Grade D, and ${publisher} has ${higher.join(' and ')} elsewhere.`,
          'See whether both are right: A statute, B rule and C guidance of the regulator, D anybody else.',
        ),
      ];
}

function gradesByPublisher(packs: readonly Pack[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { publisher, grade } of packs.flatMap(({ sources }) => sources))
    found.set(publisher, (found.get(publisher) ?? new Set()).add(grade));
  return found;
}

/** BCP 47, as far as sources need it. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;
const ofLanguage = ({ lang }: Source): readonly SourceRemark[] =>
  LANGUAGE.test(lang)
    ? []
    : [fault('language', `${lang} is no language tag.`, 'Write BCP 47 such as en or pt-BR.')];
