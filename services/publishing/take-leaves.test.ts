import { err, ok, type Problem, type Result, utf8Of } from '@testamur/engines/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEnds, type LeafQueue, type LogTaking, takeLeaves } from './take-leaves.ts';

type Stop = Problem<'STOPPED'>;
const STOPPED: Stop = { code: 'STOPPED', message: 'The process was killed.' };

/** A store in which leaves arrive, and what it has given places to. */
function makeQueue(): LeafQueue<Stop> & {
  readonly arrive: (...entries: string[]) => void;
  placed: string[];
} {
  const waiting: string[] = [];
  const placed: string[] = [];
  return {
    placed,
    arrive: (...entries) => void waiting.push(...entries),
    sequence: async () => {
      placed.push(...waiting.splice(0));
      return ok(placed.length);
    },
    read: async ({ from, limit }) => ok(placed.slice(from, from + limit)),
  };
}

/** A log on a disk that outlives the process, which dies after so many appends. */
function makeLog(disk: string[], dieAfter = Number.POSITIVE_INFINITY): LogTaking<Stop> {
  let left = dieAfter;
  return {
    size: () => disk.length,
    append: async (entry): Promise<Result<number, Stop>> => {
      if (left <= 0) return err(STOPPED);
      left -= 1;
      disk.push(new TextDecoder().decode(entry));
      return ok(disk.length - 1);
    },
    read: async (index) => ok(utf8Of(disk[index] ?? '')),
  };
}

describe('leaves that are taken into the log', () => {
  it('are there in the order of their places, each once, wherever the process dies in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ arrive: fc.nat(700), dieAfter: fc.nat(400) }), { maxLength: 8 }),
        async (lives) => {
          const queue = makeQueue();
          const disk: string[] = [];
          let named = 0;
          for (const { arrive, dieAfter } of lives) {
            queue.arrive(...Array.from({ length: arrive }, () => `leaf ${named++}`));
            await takeLeaves(queue, makeLog(disk, dieAfter));
            expect(queue.placed.slice(0, disk.length)).toEqual(disk);
          }
          const end = await takeLeaves(queue, makeLog(disk));
          expect(end.ok).toBe(true);
          expect(disk).toEqual(Array.from({ length: named }, (_, index) => `leaf ${index}`));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are refused by a log that holds more than the store knows: it was restored from before', async () => {
    const queue = makeQueue();
    queue.arrive('a');
    const disk = ['a', 'b'];
    expect(await takeLeaves(queue, makeLog(disk))).toMatchObject({ error: { code: 'PUBLISHING_LOG_AHEAD' } });
    expect(disk).toEqual(['a', 'b']);
  });
});

describe('the ends of store and log', () => {
  it.each([
    ['agree when the last entry is the same', ['a', 'b', 'c'], ['a', 'b'], undefined],
    ['agree when the log is empty', ['a'], [], undefined],
    ['differ when the log is of another database', ['a', 'x'], ['a', 'b'], 'PUBLISHING_LOG_DIFFERS'],
    ['differ when the database is older than the log', ['a'], ['a', 'b'], 'PUBLISHING_LOG_AHEAD'],
  ])('%s', async (_what, placed, disk, code) => {
    const queue = makeQueue();
    queue.arrive(...placed);
    await queue.sequence();
    const compared = await compareEnds(queue, makeLog([...disk]));
    expect(compared.ok ? undefined : compared.error.code).toBe(code);
  });

  it('are noticed when the log gives an index that was not the next', async () => {
    const queue = makeQueue();
    queue.arrive('a');
    const log = { ...makeLog([]), append: async () => ok(7) };
    expect(await takeLeaves(queue, log)).toMatchObject({ error: { code: 'PUBLISHING_LOG_DIFFERS' } });
  });
});
