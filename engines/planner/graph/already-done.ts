/** What the person need not do again. */
import type { Effect, Entry, Facts, FactValue, Scalar, Step } from '../../recognition/index.ts';

/** What the step would bring about is true already, on whatever day. A step without effects leaves no trace: it is never done. */
export function isDone({ effects }: Step, facts: Facts): boolean {
  return effects.length > 0 && effects.every((effect) => isTrue(effect, facts));
}

function isTrue(effect: Effect, facts: Facts): boolean {
  if ('fact' in effect) return isValue(facts.scalars.get(effect.fact), effect.value);
  const entries = facts.lists.get(effect.list)?.entries ?? [];
  return entries.some((entry) => matches(entry, effect.entry));
}

const matches = (entry: Entry, wanted: Readonly<Record<string, Scalar>>): boolean =>
  Object.entries(wanted).every(([field, value]) => isValue(entry.fields.get(field), value));

/** A day that counts from the day of the step may be any day that is known. */
function isValue(held: FactValue | undefined, value: Scalar): boolean {
  if (held === undefined) return false;
  if (typeof value === 'string' && value.startsWith('stepDay')) return held.state === 'range';
  if (held.state === 'range') return typeof value === 'number' && held.lo >= value;
  if (held.state !== 'known') return false;
  return Array.isArray(held.value) ? held.value.includes(String(value)) : held.value === value;
}

/** She holds a licence of that class that has not ended. */
export function isHeld(licenceClass: string, { lists }: Facts): boolean {
  return (lists.get('licences')?.entries ?? []).some(({ fields }) => {
    const status = fields.get('status');
    return (
      isValue(fields.get('class'), licenceClass) &&
      !fields.has('to') &&
      (status === undefined || isValue(status, 'active'))
    );
  });
}
