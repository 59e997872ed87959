import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '@testamur/engines/kernel';
import { createTransport } from 'nodemailer';
import { type MailProblem, refuse } from './errors.ts';

export type MailSettings = {
  /** Who sends: an address, or a name with one. */
  readonly from: string;
  readonly by:
    | {
        readonly kind: 'smtp';
        /** smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465. */
        readonly url: string;
        /** Lets a mail server that offers no TLS pass; for one on the same machine. */
        readonly isPlainAllowed?: boolean;
      }
    | { readonly kind: 'file'; readonly folder: string };
};

export type Mail = {
  /** A UUID. It makes the Message-ID, so that a mail that is sent twice is one to whoever reads it. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
  readonly createdAt: string;
};

export type Mailer = {
  send(mail: Mail): Promise<Result<null, MailProblem>>;
  close(): void;
};

/** Opens the way out for letters: a mail server, or a folder with one .eml file per letter, which needs none. */
export function openMailer({ from, by }: MailSettings): Result<Mailer, MailProblem> {
  return by.kind === 'file' ? ok(fileMailer(from, by.folder)) : openSmtp(from, by);
}

type Transport = ReturnType<typeof createTransport>;

/** Files and addresses in a letter are never read: whatever a name holds, it stays text. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true } as const;

function messageOf(from: string, mail: Mail): Parameters<Transport['sendMail']>[0] {
  const domain = /@([^\s@<>]+?)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    // An object, so that nothing in the address is read as a list of addresses.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.createdAt),
    messageId: `<${mail.messageId}@${domain}>`,
    // RFC 3834: nobody answers automatically to what was sent automatically.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    ...CLOSED,
  };
}

function openSmtp(
  from: string,
  { url, isPlainAllowed }: Extract<MailSettings['by'], { kind: 'smtp' }>,
): Result<Mailer, MailProblem> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^smtps?:$/.test(address.protocol) || address.hostname === '') return err(unusable());
  const isSecure = address.protocol === 'smtps:';
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && !isPlainAllowed,
    ignoreTLS: !isSecure && isPlainAllowed === true,
    ...(address.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...CLOSED,
  });
  return ok({
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(from, mail));
        return ok(null);
      } catch (error) {
        return err(describeFailure(error));
      }
    },
    close: () => transport.close(),
  });
}

/** A sign-in that is refused is a fault of the settings: the letter waits until it is mended. */
function describeFailure(error: unknown): MailProblem {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  const isForGood = typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
  const status = typeof responseCode === 'number' ? ` (${responseCode})` : '';
  return isForGood
    ? refuse('MAIL_REFUSED', `The mail server refuses the message${status}.`, 'Correct the address.')
    : refuse('MAIL_UNREACHABLE', `The mail server did not take the message${status}.`, 'It is tried again.');
}

const unusable = () =>
  refuse(
    'MAIL_SETTINGS',
    'The address of the mail server cannot be used.',
    'Write it as smtps://user:password@mail.example.org:465 or smtp://mail.example.org:587.',
  );

/** The same letter again takes the place of the first: its file is named after it. */
function fileMailer(from: string, folder: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix', ...CLOSED });
  return {
    send: async (mail) => {
      const composed = await composer.sendMail(messageOf(from, mail));
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const place = path.join(folder, `${mail.messageId}.eml`);
        const unfinished = `${place}.${randomBytes(6).toString('hex')}.part`;
        writeFileSync(unfinished, composed.message as Buffer, { mode: 0o600, flush: true });
        renameSync(unfinished, place);
        return ok(null);
      } catch {
        return err(
          refuse('MAIL_UNWRITABLE', 'The folder of letters cannot be written.', 'Check the folder.'),
        );
      }
    },
    close: () => composer.close(),
  };
}
