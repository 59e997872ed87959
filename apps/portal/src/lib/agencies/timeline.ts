import { type Day, dayOf, expectOk, partsOf } from '@testamur/engines/kernel';
import type { Span } from '@testamur/engines/recognition/registry';

/** The years that a chart covers, whole. */
export type Axis = { readonly first: Day; readonly end: Day; readonly years: readonly number[] };

/** A stretch of a bar in per cent of the axis. `certain`: it held; otherwise it may have begun or ended there. */
export type Stretch = { readonly x: number; readonly width: number; readonly certain: boolean };

/** Whole years around every day given. */
export function axisOver(days: readonly Day[]): Axis {
  const years = days.map((day) => partsOf(day).year);
  const from = Math.min(...years);
  const to = Math.max(...years) + 1;
  return {
    first: firstOf(from),
    end: firstOf(to),
    years: Array.from({ length: to - from }, (_, index) => from + index),
  };
}

const firstOf = (year: number): Day => expectOk(dayOf(year, 1, 1), `the first day of ${year}`);

/** Where a day stands on the axis, in per cent, not beyond its ends. */
export function placeOf({ first, end }: Axis, day: Day): number {
  const share = ((day - first) / (end - first)) * 100;
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100;
}

/** The bar of a span: what is certain in the middle, what is rough at its ends. A bound that is not known reaches to the edge. */
export function stretchesOf({ from, to }: Span, axis: Axis): readonly Stretch[] {
  const beginsFrom = from === undefined ? axis.first : (from.earliest ?? axis.first);
  const endsTo = to === undefined ? axis.end : (to.latest ?? axis.end);
  const certainFrom = from === undefined ? axis.first : (from.latest ?? endsTo);
  const certainTo = to === undefined ? axis.end : (to.earliest ?? certainFrom);
  const middle = Math.max(certainFrom, certainTo) as Day;
  return [
    stretch(axis, beginsFrom, certainFrom, false),
    stretch(axis, certainFrom, middle, true),
    stretch(axis, middle, endsTo, false),
  ].filter(({ width }) => width > 0);
}

function stretch(axis: Axis, from: Day, to: Day, certain: boolean): Stretch {
  const x = placeOf(axis, from);
  return { x, width: Math.max(0, Math.round((placeOf(axis, to) - x) * 100) / 100), certain };
}
