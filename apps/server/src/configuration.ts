import path from 'node:path';
import type { EgressSettings } from '@testamur/adapters/egress';
import type { MailSettings } from '@testamur/adapters/mail';
import { err, ok, parseDay, type Result } from '@testamur/engines/kernel';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { ServerProblem } from './errors.ts';
import { readFromFiles } from './read-from-files.ts';

/** What a process does: answers requests, works off what waits, or both. */
const ROLES = ['web', 'worker', 'all'] as const;
export type Role = (typeof ROLES)[number];

const HALT_FILE = 'halt.json';

/** Every environment variable that the server reads, and nothing else reads them. */
const Environment = Type.Object({
  HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'Address to listen on; 0.0.0.0 for all',
  }),
  PORT: Type.Integer({ default: 8080, minimum: 0, maximum: 65_535, description: 'Port; 0 for any free one' }),
  TESTAMUR_DATA: Type.String({
    default: 'testamur-data',
    minLength: 1,
    description: 'Folder of the embedded database',
  }),
  DATABASE_URL: Type.String({ default: '', description: 'postgres://… ; empty for the embedded database' }),
  TESTAMUR_PERSON_KEYS: Type.String({
    default: '',
    description:
      'Folder of the keys under which what is kept about people is enciphered; apart from the data and its backups (TESTAMUR_DATA with -person-keys)',
  }),
  TESTAMUR_MASTER_KEY: Type.String({
    default: '',
    description: '32 random bytes in base64 that wrap those keys',
  }),
  TESTAMUR_MASTER_KEY_FILE: Type.String({
    default: '',
    description: 'A file that holds them; where neither is given, one is made beside the keys',
  }),
  LOG_KEY: Type.String({
    default: '',
    description:
      'Signing key of the public log, as testamur log init writes it; none: public acts wait in the database',
  }),
  LOG_FOLDER: Type.String({
    default: '',
    description: 'Folder of the public log, which anybody may copy; empty for log in TESTAMUR_DATA',
  }),
  DATABASE_CONNECTIONS: Type.Integer({
    default: 10,
    minimum: 2,
    maximum: 500,
    description: 'Connections of this process to the server of DATABASE_URL',
  }),
  TESTAMUR_ROLE: Type.Union(
    ROLES.map((role) => Type.Literal(role)),
    { default: 'all', description: 'What this process does: web (answers), worker (works off jobs) or all' },
  ),
  OPERATIONS_HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'Address of the listener for operators: metrics and health',
  }),
  OPERATIONS_PORT: Type.Integer({
    default: -1,
    minimum: -1,
    maximum: 65_535,
    description: 'Port of that listener; 0 for any free one; unset for none',
  }),
  TRACES_URL: Type.String({
    default: '',
    pattern: '^(https?://.+)?$',
    description:
      'Where traces go by OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces; empty for nowhere',
  }),
  DRAIN_SECONDS: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 300,
    description:
      'How long a process that is told to end still takes requests while it says that it is not ready',
  }),
  BASE_PATH: Type.String({
    default: '',
    pattern: '^(/[A-Za-z0-9_-]+)*$',
    description: 'Path below which a proxy serves us, such as /testamur; the portal is built for it',
  }),
  PUBLIC_URL: Type.String({
    default: '',
    pattern: '^(https?://[^/?#]+(/[A-Za-z0-9_/-]*)?)?$',
    description:
      'Where people reach us, such as https://testamur.example.org; passkeys and links in mails are for this address. Empty: as requests say it',
  }),
  TRUST_PROXY: Type.String({
    default: '',
    description:
      'Addresses of the proxies in front, comma-separated, whose X-Forwarded-* headers are believed',
  }),
  PORTAL_OUT: Type.String({
    default: 'build',
    minLength: 1,
    description: 'The built portal, from apps/portal',
  }),
  REQUESTS_PER_MINUTE: Type.Integer({ default: 600, minimum: 1, description: 'Limit per client address' }),
  BODY_LIMIT_BYTES: Type.Integer({ default: 1_048_576, minimum: 1_024, maximum: 16_777_216 }),
  SECURITY_CONTACT: Type.String({
    default: '',
    pattern: '^((mailto:[^@\\s]+@|https://)\\S+)?$',
    description: 'Where weaknesses are told, mailto:… or https://… ; shown at /.well-known/security.txt',
  }),
  SECURITY_CONTACT_UNTIL: Type.String({
    default: '',
    pattern: '^(\\d{4}-\\d{2}-\\d{2})?$',
    description: 'The day until which that holds, such as 2027-06-30; needed with SECURITY_CONTACT',
  }),
  PORTAL_URL: Type.String({
    default: 'http://127.0.0.1:8080',
    pattern: '^https?://[^\\s?#]+[^\\s?#/]$',
    description:
      'Address at which people reach the portal, without a slash at its end; links in letters begin with it',
  }),
  MAIL_FROM: Type.String({
    default: 'Testamur <testamur@localhost>',
    pattern: '^[^\\r\\n]*[^\\s<>@]+@[^\\s<>@]+>?$',
    description: 'Who letters are from: an address, or a name with one in angle brackets',
  }),
  SMTP_URL: Type.String({
    default: '',
    pattern: '^(smtps?://\\S+)?$',
    description:
      'smtps://user:password@host:465 or smtp://user:password@host:587 (STARTTLS); empty writes letters into the data folder',
  }),
  SMTP_PLAIN: Type.Union([Type.Literal('no'), Type.Literal('yes')], {
    default: 'no',
    description: 'yes lets a mail server without TLS pass; for one on the same machine',
  }),
  EGRESS: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    default: 'on',
    description: 'off reaches no address that somebody else chose: no webhooks are sent',
  }),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].map((level) => Type.Literal(level)),
    { default: 'warn' },
  ),
});

export type Configuration = {
  readonly role: Role;
  /** The listener for operators; none where absent. */
  readonly operations: { readonly host: string; readonly port: number } | undefined;
  readonly tracesUrl: string | undefined;
  readonly drainSeconds: number;
  /** While this file is there, acts are halted as it says. */
  readonly haltFile: string;
  readonly databaseConnections: number;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly personKeysFolder: string;
  readonly masterKey: string | undefined;
  readonly masterKeyFile: string | undefined;
  /** The secret itself. */
  readonly logKey: string | undefined;
  readonly logFolder: string;
  readonly basePath: string;
  /** `https://testamur.example.org`, without a path. */
  readonly publicOrigin: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly portalBuild: string;
  readonly requestsPerMinute: number;
  readonly bodyLimitBytes: number;
  readonly logLevel: string;
  /** Where weaknesses are told, and until which day that holds; undefined where the operator has named nobody. */
  readonly securityContact: { readonly address: string; readonly until: string } | undefined;
  readonly portalUrl: string;
  readonly mail: MailSettings;
  readonly egress: EgressSettings;
};

/** Reads the configuration; `folder` is where a relative data folder begins. Each variable may instead be named in a file: `DATABASE_URL_FILE`. */
export function readConfiguration(
  given: Readonly<Record<string, string | undefined>>,
  folder: string,
): Result<Configuration, ServerProblem> {
  const filled = readFromFiles(given, Object.keys(Environment.properties));
  if (!filled.ok) return filled;
  const environment = filled.value;
  const own = Object.keys(Environment.properties).filter(
    (name) => environment[name] !== undefined && environment[name] !== '',
  );
  const read = Object.fromEntries(own.map((name) => [name, readNumber(environment[name] ?? '')]));
  const values = Value.Default(Environment, read);
  if (!Value.Check(Environment, values)) return err(describeFirst(values, environment));
  const { SECURITY_CONTACT: contact, SECURITY_CONTACT_UNTIL: until } = values;
  if (contact !== '' && !isDay(until)) return err(untilMissing(until));
  return ok(toConfiguration(values, folder));
}

const isDay = (text: string): boolean => parseDay(text).ok;

const untilMissing = (until: string): ServerProblem => ({
  code: 'SERVER_CONFIGURATION_INVALID',
  message: `SECURITY_CONTACT_UNTIL=${JSON.stringify(until)} cannot be used: it is no day, and SECURITY_CONTACT needs one (RFC 9116 section 2.5.5).`,
  hint: 'Give the day until which the contact holds, within a year: SECURITY_CONTACT_UNTIL=2027-06-30.',
});

/** Whole numbers only: a converter that makes 80 of "80.5" hides a mistake. */
function readNumber(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function toConfiguration(values: Static<typeof Environment>, folder: string): Configuration {
  return {
    role: values.TESTAMUR_ROLE as Role,
    operations:
      values.OPERATIONS_PORT < 0 ? undefined : { host: values.OPERATIONS_HOST, port: values.OPERATIONS_PORT },
    tracesUrl: values.TRACES_URL || undefined,
    drainSeconds: values.DRAIN_SECONDS,
    haltFile: path.join(path.resolve(folder, values.TESTAMUR_DATA), HALT_FILE),
    databaseConnections: values.DATABASE_CONNECTIONS,
    host: values.HOST,
    port: values.PORT,
    dataFolder: path.resolve(folder, values.TESTAMUR_DATA),
    databaseUrl: values.DATABASE_URL || undefined,
    personKeysFolder: path.resolve(
      folder,
      values.TESTAMUR_PERSON_KEYS || `${values.TESTAMUR_DATA}-person-keys`,
    ),
    masterKey: values.TESTAMUR_MASTER_KEY || undefined,
    masterKeyFile: values.TESTAMUR_MASTER_KEY_FILE || undefined,
    logKey: values.LOG_KEY || undefined,
    logFolder: path.resolve(folder, values.LOG_FOLDER || path.join(values.TESTAMUR_DATA, 'log')),
    basePath: values.BASE_PATH,
    publicOrigin: values.PUBLIC_URL === '' ? undefined : new URL(values.PUBLIC_URL).origin,
    trustedProxies: values.TRUST_PROXY.split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
    portalBuild: values.PORTAL_OUT,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    bodyLimitBytes: values.BODY_LIMIT_BYTES,
    logLevel: values.LOG_LEVEL,
    securityContact:
      values.SECURITY_CONTACT === ''
        ? undefined
        : { address: values.SECURITY_CONTACT, until: values.SECURITY_CONTACT_UNTIL },
    portalUrl: values.PORTAL_URL,
    mail: mailOf(values, folder),
    egress: { isOffline: values.EGRESS === 'off' },
  };
}

function mailOf(values: Static<typeof Environment>, folder: string): MailSettings {
  const { MAIL_FROM: from, SMTP_URL: url, SMTP_PLAIN, TESTAMUR_DATA } = values;
  if (url === '') return { from, by: { kind: 'file', folder: path.resolve(folder, TESTAMUR_DATA, 'mail') } };
  return { from, by: { kind: 'smtp', url, isPlainAllowed: SMTP_PLAIN === 'yes' } };
}

function describeFirst(
  values: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): ServerProblem {
  const [first] = Value.Errors(Environment, values);
  const name = first?.instancePath.split('/')[1] ?? 'environment';
  const isFromFile = Boolean(environment[`${name}_FILE`]);
  const schema = (Environment.properties as Record<string, { description?: string; default?: unknown }>)[
    name
  ];
  return {
    code: 'SERVER_CONFIGURATION_INVALID',
    message: `${isFromFile ? `What is in the file of ${name}_FILE` : `${name}=${JSON.stringify(environment[name])}`} cannot be used: it ${first?.message ?? 'is invalid'}.`,
    hint: `${name}: ${schema?.description ?? 'see the README'}. Unset it for the default, ${JSON.stringify(schema?.default)}.`,
  };
}
