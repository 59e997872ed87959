/** Periods a unit longer or shorter, the other rounding, the edge counted or not. */
import type { Node } from '../language/nodes.ts';
import { besideDay, besidePeriod } from './change-literals.ts';
import type { NodeChange } from './mutant.ts';

export function changeTime(node: Node): readonly NodeChange[] {
  if ('withinPeriod' in node) return changeWithin(node.withinPeriod);
  return 'examWindow' in node ? changeWindow(node.examWindow) : [];
}

const other = (rounding: 'clamp' | 'next-day'): 'clamp' | 'next-day' =>
  rounding === 'clamp' ? 'next-day' : 'clamp';

type Within = Extract<Node, { withinPeriod: unknown }>['withinPeriod'];

function changeWithin(within: Within): readonly NodeChange[] {
  const put = (change: string, part: Partial<Within>): NodeChange => ({
    change,
    node: { withinPeriod: { ...within, ...part } },
  });
  return [
    ...besidePeriod(within.period).map(({ change, value }) => put(`period ${change}`, { period: value })),
    put(`rounding → ${other(within.rounding)}`, { rounding: other(within.rounding) }),
    put(`inclusive → ${!within.inclusive}`, { inclusive: !within.inclusive }),
    ...(['from', 'to'] as const).flatMap((name) => {
      const day = within[name];
      return typeof day === 'string'
        ? besideDay(day).map(({ change, value }) => put(`${name} ${change}`, { [name]: value }))
        : [];
    }),
  ];
}

type Window = Extract<Node, { examWindow: unknown }>['examWindow'];

function changeWindow(window: Window): readonly NodeChange[] {
  const put = (change: string, part: Partial<Window>): NodeChange => ({
    change,
    node: { examWindow: { ...window, ...part } },
  });
  return [
    ...besidePeriod(window.within).map(({ change, value }) => put(`within ${change}`, { within: value })),
    put(`rounding → ${other(window.rounding)}`, { rounding: other(window.rounding) }),
    put(`inclusive → ${!window.inclusive}`, { inclusive: !window.inclusive }),
    put(`ordered → ${window.ordered !== true}`, { ordered: window.ordered !== true }),
    ...(window.parts.length < 2
      ? []
      : window.parts.map((part, index) =>
          put(`drop ${part.id ?? index}`, {
            parts: window.parts.filter((_, position) => position !== index),
          }),
        )),
  ];
}
