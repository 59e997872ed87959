/** One figure, with what it should be where something was promised. */
export type Line = {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number | null;
  readonly better: 'higher' | 'lower';
  readonly holds: boolean;
};

type Measured = Pick<Line, 'id' | 'value' | 'unit' | 'better'>;

export const figure = ({ id, value, unit, better }: Measured): Line => ({
  id,
  value: rounded(value),
  unit,
  bar: null,
  better,
  holds: true,
});

export function barred({ id, value, unit, bar, better }: Measured & { readonly bar: number }): Line {
  const holds = better === 'lower' ? value <= bar : value >= bar;
  return { id, value: rounded(value), unit, bar, better, holds };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ id, value, unit, bar, better, holds }) => [
    id,
    String(value),
    unit,
    bar === null ? '' : `${better === 'lower' ? 'at most' : 'at least'} ${bar}`,
    bar === null ? '' : holds ? 'holds' : 'DOES NOT HOLD',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
