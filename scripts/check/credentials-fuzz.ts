/** The mutation fuzzer of credentials at length: how often each code was said, and that no change of meaning passes. */
import { barred, figure, type Line } from '../../bench/line.ts';
import { runFuzz } from '../../engines/credentials/fuzz.fixture.ts';
import type { CheckOptions } from './options.ts';

export async function* checkCredentialsFuzz({ inputs, tell }: CheckOptions): AsyncIterable<Line> {
  const before = process.memoryUsage().rss;
  const report = await runFuzz(inputs, 7_919, (done) => tell(`credentials-fuzz: ${done} of ${inputs}`));
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  for (const told of [...report.wrong, ...report.crashes].slice(0, 20)) tell(told);
  const line = (id: string, value: number, unit: string) => ({ id: `credentials-fuzz.${id}`, value, unit });
  yield figure({ ...line('inputs', report.inputs, 'credentials'), better: 'higher' });
  yield barred({
    ...line('passed-with-another-meaning', report.wrong.length, 'of them'),
    bar: 0,
    better: 'lower',
  });
  yield barred({ ...line('thrown', report.crashes.length, 'of them'), bar: 0, better: 'lower' });
  yield barred({ ...line('slowest', report.slowest, 'ms'), bar: 1000, better: 'lower' });
  yield barred({ ...line('memory-grown', grown, 'MiB'), bar: 500, better: 'lower' });
  yield figure({ ...line('controls', report.controls, 'untouched'), better: 'higher' });
  yield barred({
    ...line('controls-refused', report.controls - report.controlsAccepted, 'of them'),
    bar: 0,
    better: 'lower',
  });
  yield figure({
    ...line('same-meaning', report.sameMeaning, 'passed, and say what they said'),
    better: 'higher',
  });
  yield barred({ ...line('codes', report.codes.size, 'different'), bar: 40, better: 'higher' });
  for (const [code, times] of [...report.codes].sort(([, a], [, b]) => b - a))
    yield figure({ ...line(code, times, 'times'), better: 'higher' });
}
