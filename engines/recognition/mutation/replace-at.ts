/** A copy of a value with the part at a path replaced; what lies beside the path is shared. */
import type { Path } from '../schema/problem.ts';

export function replaceAt<T>(value: T, path: Path, part: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return part as T;
  if (Array.isArray(value))
    return value.map((each, index) => (index === step ? replaceAt(each as unknown, rest, part) : each)) as T;
  const record = value as Readonly<Record<string, unknown>>;
  if (rest.length === 0 && part === undefined)
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step)) as T;
  return { ...record, [step]: replaceAt(record[step], rest, part) } as T;
}
