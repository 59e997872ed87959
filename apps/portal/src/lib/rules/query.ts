import { type Day, dayInZone, formatDay, parseDay } from '@testamur/engines/kernel';
import type { Query } from '@testamur/engines/recognition';

/** The law date that a page is asked for; `wrong`: what was given is no day. */
export type AskedDay = { readonly day: Day; readonly text: string; readonly wrong?: string };

/** Reads `?on=`: a day, today in the authority's zone where nothing or nothing readable is given. */
export function readDay(text: string | null, now: Date, zone: string): AskedDay {
  const today = dayInZone(now.getTime(), zone);
  const fallback = today.ok ? today.value : undefined;
  if (fallback === undefined) throw new Error(`The zone ${zone} of a pack is not known; lint refuses it.`);
  const present = { day: fallback, text: formatDay(fallback) };
  if (text === null || text === '') return present;
  const asked = parseDay(text);
  if (asked.ok) return { day: asked.value, text };
  return { ...present, wrong: text.slice(0, 40) };
}

/** Where a day begins first: what anybody entered today, wherever that was, is known by the day that it is here. */
const FIRST_ZONE = 'Pacific/Kiritimati';

export type AskedLaw = { readonly asked: AskedDay; readonly query: Query; readonly keep: string };

/** The law that an address asks for, as it is known today. `keep` is what links to other pages of the law carry on. */
export function askFor(url: URL, now: Date, zone: string): AskedLaw {
  const text = url.searchParams.get('on');
  const asked = readDay(text, now, zone);
  const keep = text === null || text === '' || asked.wrong !== undefined ? '' : `?on=${asked.text}`;
  return { asked, query: { on: asked.day, knownOn: readDay(null, now, FIRST_ZONE).day }, keep };
}
