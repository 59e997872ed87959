import { error } from '@sveltejs/kit';
import { readIn } from '$lib/reference/read-in.ts';
import { answerFeed } from '$lib/upkeep/answer-feed.ts';
import { feedEntries, latestRecord } from '$lib/upkeep/feed-entries.ts';

/** Every change of the law of one pack, and every version of it. */
export async function GET({ locals, params, url }) {
  const reading = await readIn(locals, 'upkeep');
  const pack = reading.reference.packs.get(params.pack)?.pack;
  if (pack === undefined) error(404, `There are no rules under “${params.pack}”.`);
  const { language } = reading;
  return answerFeed({
    url,
    language,
    of: ['rules', pack.pack],
    title: language.say('upkeep.feed.title', { name: pack.name }),
    page: `/rules/${pack.pack}/changes`,
    recordedOn: latestRecord([pack]),
    entries: feedEntries(reading, pack, { now: new Date(), origin: url.origin }),
  });
}
