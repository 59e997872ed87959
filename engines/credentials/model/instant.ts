import { err, ok, parseDay, quoteText, type Result } from '@testamur/engines/kernel';
import { type CredentialsProblem, refuse } from '../errors.ts';

const INSTANT =
  /^([1-9]\d{3}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/u;

/** Milliseconds since 1970 of an `xsd:dateTimeStamp`: a day of the calendar, a time, an offset. */
export function parseInstant(value: unknown): Result<number, CredentialsProblem> {
  const [, day = '', hour = '', minute = '', second = '', fraction = '', offset = ''] =
    INSTANT.exec(typeof value === 'string' ? value : '') ?? [];
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (day === '' || !isTime || !parseDay(day).ok) return err(malformed(value));
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const milliseconds = Math.floor(Number(`0${fraction}`) * 1000);
  const at = Date.UTC(year, month - 1, date, Number(hour), Number(minute), Number(second), milliseconds);
  return ok(offset === 'Z' ? at : at - offsetOf(offset));
}

function offsetOf(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** As `parseInstant` reads it, whole seconds. */
export const formatInstant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const malformed = (value: unknown): CredentialsProblem =>
  refuse('CREDENTIALS_INSTANT_FORMAT', `${quoteText(String(value))} is not a date, a time and an offset.`, {
    hint: 'It is written like 2026-03-01T09:30:00Z.',
  });
