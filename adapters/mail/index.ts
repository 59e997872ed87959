export type { MailCode, MailProblem } from './errors.ts';
export { type Mail, type Mailer, type MailSettings, openMailer } from './open-mailer.ts';
export { type MailRendered, renderMail } from './render-mail.ts';
