/** What is wrong with a field before anything is sent: the key of the sentence, or nothing. */
import type { MessageKey } from '$lib/language/messages.ts';

export type Faults<Field extends string> = Readonly<Partial<Record<Field, MessageKey>>>;

const LINE = 200;
const TEXT = 2_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a line may not hold
const CONTROL = /[\u0000-\u001f\u007f]/;

function faultOfText(text: string, longest: number): MessageKey | undefined {
  const line = text.trim();
  if (line === '') return 'organisations.fault.empty';
  if (line.length > longest) return 'organisations.fault.long';
  return CONTROL.test(line) ? 'organisations.fault.line' : undefined;
}

export const faultOfLine = (text: string): MessageKey | undefined => faultOfText(text, LINE);
export const faultOfReason = (text: string): MessageKey | undefined => faultOfText(text, TEXT);
/** Names and secrets that a provider gave out. */
export const faultOfName = (text: string): MessageKey | undefined => faultOfText(text, 500);

/** OpenID Connect Discovery 1.0, section 2. */
export function faultOfIssuer(text: string): MessageKey | undefined {
  const fault = faultOfName(text);
  if (fault) return fault;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain && !/[?#]/.test(text) ? undefined : 'organisations.fault.issuer';
}

/** A public key as JWK (RFC 7517). That it is a private one must be seen before it is sent anywhere. */
export function faultOfKey(text: string): MessageKey | undefined {
  if (text.trim() === '') return 'organisations.fault.empty';
  try {
    const key: unknown = JSON.parse(text);
    if (typeof key !== 'object' || key === null || !('kty' in key)) return 'organisations.fault.key';
    return 'd' in key ? 'organisations.fault.privateKey' : undefined;
  } catch {
    return 'organisations.fault.key';
  }
}

export const faultOfChoice = (value: string): MessageKey | undefined =>
  value === '' ? 'organisations.fault.choose' : undefined;

/** Empty is right: whoever invites hands the link over. */
export const faultOfMail = (text: string): MessageKey | undefined =>
  text.trim() === '' || /^[^\s@]+@[^\s@]+$/.test(text.trim()) ? undefined : 'organisations.fault.mail';

export const MOST_DAYS = 90;
export const faultOfDays = (days: number | null | undefined): MessageKey | undefined =>
  Number.isInteger(days) && Number(days) >= 1 && Number(days) <= MOST_DAYS
    ? undefined
    : 'organisations.fault.days';

/** The last day on which a role is lent: today at the earliest, by UTC. */
export const faultOfLastDay = (day: string, today: string): MessageKey | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(day) && day >= today ? undefined : 'organisations.fault.day';

/** Those that are there. */
export function keepFaults<Field extends string>(
  found: Readonly<Record<Field, MessageKey | undefined>>,
): Faults<Field> {
  return Object.fromEntries(
    Object.entries(found).filter(([, fault]) => fault !== undefined),
  ) as Faults<Field>;
}

export const isFine = (faults: Faults<string>): boolean => Object.keys(faults).length === 0;
