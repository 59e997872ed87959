/** Days as an iCalendar file (RFC 5545): all-day events that block no time. Sections in brackets. */

export type CalendarDay = {
  /** The same in each file that has this day, so that a later file moves it instead of doubling it (3.8.4.7). */
  readonly uid: string;
  /** ISO text. */
  readonly on: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
};

export type Calendar = {
  readonly name: string;
  /** BCP 47 tag of its texts. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly days: readonly CalendarDay[];
};

const MOST_OCTETS = 75;
const MS_PER_MINUTE = 60_000;

export function writeCalendar({ name, language, writtenAt, days }: Calendar): string {
  const stamp = `${new Date(writtenAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  // It grows with time, so that a calendar takes the later of two files (3.8.7.4).
  const sequence = Math.floor(writtenAt / MS_PER_MINUTE);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Testamur//Plan//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap(({ uid, on, title, text, url }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
      // No DTEND: an event that starts on a date lasts that day (3.6.1).
      `SUMMARY;LANGUAGE=${language}:${escapeText(title)}`,
      `DESCRIPTION;LANGUAGE=${language}:${escapeText(text)}`,
      ...(url === undefined ? [] : [`URL:${encodeURI(decodeSafely(url))}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Backslash, semicolon, comma and line breaks (3.3.11); other control characters are not allowed there. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Lines of at most 75 octets, going on after a line break and a space; never within a letter (3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let room = MOST_OCTETS;
  for (const letter of line) {
    const { length } = encoder.encode(letter);
    if (length > room) {
      folded += '\r\n ';
      room = MOST_OCTETS - 1;
    }
    folded += letter;
    room -= length;
  }
  return folded;
}
