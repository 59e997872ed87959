/** Finding a school as people type it. */
import { openSchoolSearch } from '@testamur/services/institutions';
import { barred, figure, type Line } from '../line.ts';
import { measure } from '../measure.ts';
import { openProduct } from '../product.ts';

const WORDS = [
  'bangalore med',
  'Мечников',
  'universty of nairobi',
  'king edward',
  'jagiellonian',
  'b',
  'medical college',
  'universidad nacional autonoma',
  'zzzzqqq xyzzy',
] as const;
const ROUNDS = 10;
/** “Tens of milliseconds”, read strictly. */
const BAR = 50;

export async function* benchSearch(): AsyncIterable<Line> {
  const { search: file } = openProduct();
  const search = openSchoolSearch(file);
  if (search('bangalore med').length === 0) throw new Error('The search finds nothing.');
  const cost = await measure(
    Object.fromEntries(WORDS.map((words) => [words, { times: 1, run: () => search(words) }])),
    ROUNDS,
  );
  const times = WORDS.map((words) => (cost[words] ?? 0) / 1_000).sort((a, b) => a - b);
  const [slowest = 0, middle = 0] = [times.at(-1), times[Math.floor(times.length / 2)]];
  yield barred({ id: 'search.school.slowest', value: slowest, unit: 'ms', bar: BAR, better: 'lower' });
  yield figure({ id: 'search.school.middle', value: middle, unit: 'ms', better: 'lower' });
  const { opening } = await measure({ opening: { times: 1, run: () => openSchoolSearch(file) } }, 3);
  yield figure({ id: 'search.school.opening', value: opening / 1_000, unit: 'ms', better: 'lower' });
}
