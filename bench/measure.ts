/** Tasks in interleaved rounds: each is done once per round, and the least CPU time of each counts. */
export type Task = {
  /** How many of the thing measured one call does. */
  readonly times: number;
  readonly run: () => unknown;
};

/** Microseconds of CPU time for one of each. */
export async function measure<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  rounds: number,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(tasks) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >;
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const { run, times } = tasks[name];
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      best[name] = Math.min(best[name], (user + system) / times);
    }
  return best;
}
