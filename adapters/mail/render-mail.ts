import { type MailTaken, MESSAGE_KINDS } from '@testamur/services/messaging';
import { LANGUAGES, languageOf } from './words/languages.ts';

export type MailRendered = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
};

type ToRender = Pick<MailTaken, 'about' | 'displayName' | 'language' | 'organisationName' | 'values'>;

/**
 * Plain text and the same as small HTML: no picture, no script, no style sheet, nothing that is fetched when it is read, and links that lead where
 * they say. `portal` is the address of the portal without a slash at its end.
 */
export function renderMail(mail: ToRender, portal: string): MailRendered {
  const language = languageOf(mail.language);
  const words = LANGUAGES[language];
  const { subject, lines, link } = words.kinds[mail.about];
  const values = { ...mail.values, organisation: mail.organisationName ?? 'Testamur' };
  const greeting =
    mail.displayName === undefined ? words.greetingPlain : fill(words.greeting, { name: mail.displayName });
  const href = `${portal}${safePath(mail.values['path'])}`;
  const because = words.because[MESSAGE_KINDS[mail.about]];
  const paragraphs = [greeting, ...lines.map((line) => fill(line, values))];
  return {
    subject: oneLine(fill(subject, values)),
    text: [...paragraphs, `${link}: ${href}`, '-- ', because, 'Testamur']
      .join('\n\n')
      .replace('-- \n\n', '-- \n'),
    html: toHtml({ language, paragraphs, link, href, because }),
    language,
  };
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** A path of our own portal; anything else leads to its front page. */
const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?!\/)[\w\-./?=&#%]*$/.test(path) ? path : '/';

/** A header is one line: a name with a line break would begin another (RFC 5322 section 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header may not hold
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');

type Parts = {
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly href: string;
  readonly because: string;
};

function toHtml({ language, paragraphs, link, href, because }: Parts): string {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>Testamur</title></head><body>`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    `<p><a href="${escapeHtml(href)}">${escapeHtml(link)}</a></p>`,
    `<p><small>${escapeHtml(because)}</small></p>`,
    '</body></html>',
    '',
  ].join('\n');
}
