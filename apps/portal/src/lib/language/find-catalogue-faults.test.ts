import { describe, expect, it } from 'vitest';
import { findCatalogueFaults, holesOf, type SameAsEnglish } from './find-catalogue-faults.ts';

const faults = (
  english: Record<string, string>,
  translated: Record<string, string>,
  { locale = 'fr', same = {} }: { locale?: string; same?: SameAsEnglish } = {},
) => findCatalogueFaults({ area: 'home', locale, english, translated, same });

describe('a catalogue', () => {
  it('is whole when every sentence is said in the language', () => {
    const english = { a: 'Yes', b: '{count, plural, one {# rule} other {# rules}} of <link>{name}</link>' };
    const french = { a: 'Oui', b: '<link>{name}</link> : {count, plural, one {# règle} other {# règles}}' };
    expect(faults(english, french)).toEqual([]);
  });

  it.each([
    ['a missing key', { a: 'Yes' }, {}, 'fr home.a is missing.'],
    ['a key that English does not have', {}, { a: 'Oui' }, 'fr home.a is not in English.'],
    ['an English value', { a: 'Yes' }, { a: 'Yes' }, 'fr home.a is the English text.'],
    [
      'another hole',
      { a: 'Ask {name}' },
      { a: 'Demandez {nom}' },
      'fr home.a has the holes and tags {nom}, not {name}.',
    ],
    ['a lost tag', { a: 'Ask <b>us</b>' }, { a: 'Demandez' }, 'fr home.a has the holes and tags , not <b>.'],
    [
      'a hole lost inside a plural',
      { a: '{n, plural, one {{who}} other {{who}s}}' },
      { a: '{n, plural, one {un} other {des}}' },
      'fr home.a has the holes and tags {n}, not {n} {who}.',
    ],
  ])('has a fault with %s', (_name, english, translated, fault) => {
    expect(faults(english, translated)).toEqual([fault]);
  });

  it.each([
    ['ru', '{n, plural, one {#.} other {#}}', 'ru home.a lacks the plural many, few of {n}.'],
    ['ru', '{n, plural, one {#.} few {#,} many {#;} other {#}}', undefined],
    [
      'ar',
      '{n, plural, one {#} two {#} few {#} many {#} other {#}}',
      'ar home.a lacks the plural zero of {n}.',
    ],
    ['ar', '{n, plural, =0 {x} one {#} two {#} few {#} many {#} other {#}}', undefined],
    ['zh', '{n, plural, other {#}}', undefined],
    ['es', '{n, plural, one {#.} other {#}}', undefined],
  ])('in %s with %s says %s', (locale, message, fault) => {
    expect(faults({ a: '{n, plural, one {#} other {#}}' }, { a: message }, { locale })).toEqual(
      fault === undefined ? [] : [fault],
    );
  });

  it('may equal English where the list says why, and no entry of the list outlives its cause', () => {
    const same = { 'home.a': { locales: ['fr'], reason: 'The word is the same in French.' } };
    expect(faults({ a: 'Code' }, { a: 'Code' }, { same })).toEqual([]);
    expect(faults({ a: 'Code' }, { a: 'Code' }, { same, locale: 'es' })).toEqual([
      'es home.a is the English text.',
    ]);
    expect(faults({ a: 'Code' }, { a: 'Le code' }, { same })).toEqual([
      'fr home.a is listed as the English text, and is not.',
    ]);
  });

  it('names holes by their kind', () => {
    expect(holesOf('{b} <a>{n, plural, one {{c}} other {#}}</a> {b}')).toBe('<a> {b} {c} {n}');
  });
});
