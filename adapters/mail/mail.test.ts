import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk } from '@testamur/engines/kernel';
import { MESSAGE_KINDS, type MessageKind } from '@testamur/services/messaging';
import { describe, expect, it } from 'vitest';
import { type Mail, openMailer, renderMail } from './index.ts';
import { LANGUAGES, languageOf } from './words/languages.ts';

const KINDS = Object.keys(MESSAGE_KINDS) as readonly MessageKind[];
const VALUES = { path: '/join#abc', minutes: '15', until: '2026-12-01', host: 'hook.example' };
const render = (about: MessageKind, language: string, more: object = {}) =>
  renderMail(
    { about, language, displayName: 'Dr Test', organisationName: 'A school', values: VALUES, ...more },
    'https://t.example',
  );
const MAIL: Mail = {
  messageId: '11111111-1111-4111-8111-111111111111',
  to: 'somebody@example.org',
  subject: 'Ärzte',
  text: 'text',
  html: '<p>text</p>',
  language: 'de',
  createdAt: '2026-11-22T12:00:00.000Z',
};
const FROM = 'Testamur <no-reply@t.example>';

describe('a letter', () => {
  it.each(Object.keys(LANGUAGES))('of every kind is whole in %s: nothing is left to fill in', (language) => {
    for (const kind of KINDS) {
      const { subject, text, html } = render(kind, language);
      expect([kind, /[{}]|undefined/.test(subject + text + html)]).toEqual([kind, false]);
      expect(subject.length).toBeGreaterThan(3);
      expect(text).toContain('https://t.example/join#abc');
      expect(html).toContain(`lang="${language}"`);
    }
  });

  it('says in each language something else than in English', () => {
    for (const kind of KINDS)
      for (const language of Object.keys(LANGUAGES).filter((one) => one !== 'en'))
        expect([kind, language, render(kind, language).text]).not.toEqual([
          kind,
          language,
          render(kind, 'en').text,
        ]);
  });

  it('is read from right to left in Arabic', () =>
    expect(render('invitation', 'ar').html).toContain('dir="rtl"'));

  it.each([
    ['pt-BR', 'pt'],
    ['FR', 'fr'],
    ['xx', 'en'],
    ['constructor', 'en'],
  ])('for somebody who reads %s is in %s', (tag, language) => expect(languageOf(tag)).toBe(language));

  it('keeps names as text: no markup, no second header, no foreign link', () => {
    const name = '<img src=x onerror=alert(1)>\r\nBcc: all@example.org';
    const { subject, html, text } = render('invitation', 'en', {
      organisationName: name,
      values: { ...VALUES, path: '//evil.example' },
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<img');
    expect(text + html).not.toContain('evil.example');
  });

  it('fetches nothing when it is read', () => {
    for (const kind of KINDS) expect(render(kind, 'en').html).not.toMatch(/src=|url\(|<link|<script|<style/);
  });
});

describe('the folder of letters', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-mail-'));
  const mailer = expectOk(
    openMailer({ from: FROM, by: { kind: 'file', folder } }),
    'a folder needs no server',
  );

  it('holds one file per letter, for its owner’s eyes; the same letter again is the same file', async () => {
    expect(await mailer.send(MAIL)).toEqual({ ok: true, value: null });
    expect(await mailer.send(MAIL)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual([`${MAIL.messageId}.eml`]);
    const file = path.join(folder, `${MAIL.messageId}.eml`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const letter = readFileSync(file, 'utf8');
    expect(letter).toContain(`Message-ID: <${MAIL.messageId}@t.example>`);
    expect(letter).toContain('Auto-Submitted: auto-generated');
    expect(letter).toContain('To: somebody@example.org');
    expect(letter).toContain('Subject: =?UTF-8?');
  });

  it('that cannot be written is said, and is not thrown', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const blocked = expectOk(
      openMailer({ from: FROM, by: { kind: 'file', folder: path.join(file, 'x') } }),
      'later',
    );
    expect(await blocked.send(MAIL)).toMatchObject({ ok: false, error: { code: 'MAIL_UNWRITABLE' } });
  });
});

/** Speaks as much SMTP as it takes (RFC 5321), and answers the recipient as it is told. */
async function smtpServer(recipient: string): Promise<{ server: Server; url: string; said: () => string }> {
  let said = '';
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      said += text;
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) {
          inData = false;
          socket.write('250 taken\r\n');
        }
        return;
      }
      for (const line of text.split('\r\n').filter((one) => one !== '')) {
        if (/^RCPT/.test(line)) socket.write(`${recipient}\r\n`);
        else if (/^DATA/.test(line)) {
          inData = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, said: () => said };
}

describe('a mail server', () => {
  it.each([
    ['250 ok', { ok: true, value: null }],
    ['550 no such user', { ok: false, error: { code: 'MAIL_REFUSED' } }],
    ['451 later', { ok: false, error: { code: 'MAIL_UNREACHABLE' } }],
  ])('that answers the recipient with %s', async (answer, expected) => {
    const { server, url, said } = await smtpServer(answer);
    const mailer = expectOk(
      openMailer({ from: FROM, by: { kind: 'smtp', url, isPlainAllowed: true } }),
      'an address',
    );
    expect(await mailer.send(MAIL)).toMatchObject(expected);
    expect(said()).toContain('RCPT TO:<somebody@example.org>');
    if (expected.ok) expect(said()).toContain(`Message-ID: <${MAIL.messageId}@t.example>`);
    mailer.close();
    server.close();
  });

  it('that offers no TLS gets no letter unless that is allowed', async () => {
    const { server, url, said } = await smtpServer('250 ok');
    const mailer = expectOk(openMailer({ from: FROM, by: { kind: 'smtp', url } }), 'an address');
    expect(await mailer.send(MAIL)).toMatchObject({ ok: false, error: { code: 'MAIL_UNREACHABLE' } });
    expect(said()).not.toContain('RCPT');
    mailer.close();
    server.close();
  });

  it.each(['http://mail.example', 'mail.example', ''])('whose address is "%s" is refused at start', (url) =>
    expect(openMailer({ from: FROM, by: { kind: 'smtp', url } })).toMatchObject({
      ok: false,
      error: { code: 'MAIL_SETTINGS' },
    }),
  );
});
