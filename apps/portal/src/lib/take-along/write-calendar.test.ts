import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, writeCalendar } from './write-calendar.ts';

const DAY: CalendarDay = { uid: 'a@testamur', on: '2027-03-01', title: 'Exam', text: 'Two papers.' };
const write = (...days: readonly CalendarDay[]): string =>
  writeCalendar({ name: 'Plan', language: 'en', writtenAt: Date.UTC(2026, 10, 22, 9, 30), days });

/** What another program reads. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      until: event.endDate.toString(),
      isDay: event.startDate.isDate,
      title: event.summary,
      text: event.description,
      url: each.getFirstPropertyValue('url'),
      sequence: event.sequence,
    };
  });

describe('a calendar', () => {
  it('is read by others as all-day events', () => {
    expect(read(write(DAY))).toEqual([
      {
        ...{ uid: 'a@testamur', on: '2027-03-01', until: '2027-03-02', isDay: true, url: null },
        ...{ title: 'Exam', text: 'Two papers.', sequence: 29_922_330 },
      },
    ]);
  });

  it.each([
    ['commas, semicolons and backslashes', 'a, b; c\\d \\n e'],
    ['several lines', 'a\nb\n\nc'],
    ['Arabic and Chinese', 'تسجيل الأطباء 执业医师法 '.repeat(20).trim()],
    ['letters outside the first plane', '𝄞😀'.repeat(40)],
    ['what looks like a line of its own', 'a\nEND:VEVENT\nBEGIN:VALARM'],
  ])('keeps %s', (_name, text) => {
    expect(read(write({ ...DAY, title: text, text }))).toMatchObject([{ title: text, text }]);
  });

  it('takes line breaks of any kind as line breaks, and leaves out what is not allowed', () => {
    expect(read(write({ ...DAY, text: 'a\r\nb\rc\u0000d\u001b' }))[0]?.text).toBe('a\nb\ncd');
  });

  it('keeps an address as it is, or makes it one', () => {
    for (const url of ['https://law.example/a?b=1,2;c#d', 'https://law.example/%D0%B0'])
      expect(read(write({ ...DAY, url }))[0]?.url).toBe(url);
    expect(read(write({ ...DAY, url: 'https://law.example/а б\r\nX:1' }))[0]?.url).toBe(
      'https://law.example/%D0%B0%20%D0%B1%0D%0AX:1',
    );
  });

  it('raises the sequence with time, so that the later file counts', () => {
    const at = (writtenAt: number) =>
      read(writeCalendar({ name: '', language: 'en', writtenAt, days: [DAY] }))[0]?.sequence ?? 0;
    expect(at(Date.UTC(2026, 10, 22, 9, 31))).toBe(at(Date.UTC(2026, 10, 22, 9, 30)) + 1);
  });

  it('has lines of at most 75 octets that end in CRLF, whatever it holds', () => {
    const letters = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(letters, letters, (title, text) => {
        const file = write({ ...DAY, title, text });
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of file.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const shown = text
          .replace(/\r\n?/g, '\n')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
          .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
        expect(read(file)[0]?.text ?? '').toBe(shown);
      }),
    );
  });
});
