import {
  type Day,
  dayInZone,
  err,
  expectOk,
  type KernelProblem,
  ok,
  parseDay,
  type Result,
} from '@testamur/engines/kernel';

export type Now = { readonly today: Day; readonly latest: Day };

/**
 * The day it is in UTC, for whoever names no day; and the latest day on earth, because nobody said where the person is and nobody's today
 * may be called the future.
 */
export function daysOf(now: number): Now {
  const dayIn = (zone: string) => expectOk(dayInZone(now, zone), 'the clock is an instant');
  return { today: dayIn('UTC'), latest: dayIn('Pacific/Kiritimati') };
}

type Days = { readonly on: Day; readonly knownOn: Day };

/** The days of a query; every one that is no day is named. */
export function readDays(
  query: { readonly on?: string; readonly knownOn?: string },
  { today, latest }: Now,
): Result<Days, readonly KernelProblem[]> {
  const read = (name: 'on' | 'knownOn', otherwise: Day): Result<Day, KernelProblem> => {
    const text = query[name];
    if (text === undefined) return ok(otherwise);
    const day = parseDay(text);
    return day.ok ? day : err({ ...day.error, at: `/${name}` });
  };
  const [on, knownOn] = [read('on', today), read('knownOn', latest)];
  if (on.ok && knownOn.ok) return ok({ on: on.value, knownOn: knownOn.value });
  return err([on, knownOn].flatMap((day) => (day.ok ? [] : [day.error])));
}
