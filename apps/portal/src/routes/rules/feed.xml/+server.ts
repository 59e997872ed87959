import { readIn } from '$lib/reference/read-in.ts';
import { answerFeed } from '$lib/upkeep/answer-feed.ts';
import { feedEntries, latestRecord } from '$lib/upkeep/feed-entries.ts';

/** What a reader of feeds takes at once; the feed of a pack has all of its own. */
const MOST = 500;

/** The newest changes of all packs. */
export async function GET({ locals, url }) {
  const reading = await readIn(locals, 'upkeep');
  const { language, reference } = reading;
  const options = { now: new Date(), origin: url.origin };
  const packs = [...reference.packs.values()].map(({ pack }) => pack);
  const entries = packs
    .flatMap((pack) => feedEntries(reading, pack, options))
    .toSorted((a, b) => (a.updatedOn < b.updatedOn ? 1 : a.updatedOn > b.updatedOn ? -1 : 0));
  return answerFeed({
    url,
    language,
    of: ['rules'],
    title: language.say('upkeep.feed.all'),
    page: '/rules',
    recordedOn: latestRecord(packs),
    entries: entries.slice(0, MOST),
  });
}
