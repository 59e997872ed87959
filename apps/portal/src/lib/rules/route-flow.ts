/** Lays a route out as a drawing from top to bottom: for whom, what is asked with its alternatives, the last steps, the licence. */

export type FlowBox = {
  readonly title: string;
  /** Any one of these is enough. */
  readonly options: readonly string[];
  readonly unknown: boolean;
};

export type FlowBand = {
  readonly kind: 'scope' | 'requirements' | 'steps' | 'licence';
  readonly heading: string;
  readonly boxes: readonly FlowBox[];
};

export type PlacedBox = {
  readonly kind: FlowBand['kind'];
  readonly unknown: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
};

/** A line of writing, centred on x. `or` stands between two alternatives. */
export type PlacedLine = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly look: 'title' | 'option' | 'or' | 'heading';
};

export type Flow = {
  readonly width: number;
  readonly height: number;
  readonly headings: readonly PlacedLine[];
  readonly boxes: readonly PlacedBox[];
  /** From the foot of one band to the next, and from a last step to the one after it. */
  readonly arrows: readonly { readonly x: number; readonly from: number; readonly to: number }[];
};

export type FlowWords = { readonly or: string; readonly more: (count: number) => string };

export type FlowShape = { readonly width: number; readonly columns: number; readonly rightToLeft: boolean };

const GAP = 14;
const ARROW = 30;
const HEADING = 24;
const LINE = 19;
const PADDING = 12;
/** Of a letter of the text face at the size of the drawing, a little too wide rather than too narrow. */
const LETTER = 7.9;
const MOST_OPTIONS = 4;

export function layOutFlow(bands: readonly FlowBand[], words: FlowWords, shape: FlowShape): Flow {
  const boxes: PlacedBox[] = [];
  const headings: PlacedLine[] = [];
  const arrows: { x: number; from: number; to: number }[] = [];
  const middle = shape.width / 2;
  let y = 0;
  for (const [index, band] of bands.entries()) {
    if (index > 0) {
      arrows.push({ x: middle, from: y + 4, to: y + ARROW - 2 });
      y += ARROW;
    }
    headings.push({ text: band.heading, x: middle, y: y + LINE - 3, look: 'heading' });
    y += HEADING;
    for (const row of rowsOf(band, shape)) {
      const placed = placeRow(row, { band, y, words, shape });
      boxes.push(...placed);
      y = Math.max(...placed.map((box) => box.y + box.height)) + GAP;
    }
    y -= GAP;
  }
  return { width: shape.width, height: y + 1, headings, boxes, arrows };
}

/** A licence stands alone; a last row that is not full is drawn wider. */
function rowsOf({ kind, boxes }: FlowBand, { columns }: FlowShape): readonly (readonly FlowBox[])[] {
  const across = kind === 'licence' ? 1 : Math.min(columns, boxes.length);
  const rows: FlowBox[][] = [];
  for (let start = 0; start < boxes.length; start += across) rows.push(boxes.slice(start, start + across));
  return rows;
}

type RowPlace = {
  readonly band: FlowBand;
  readonly y: number;
  readonly words: FlowWords;
  readonly shape: FlowShape;
};

function placeRow(row: readonly FlowBox[], { band, y, words, shape }: RowPlace): readonly PlacedBox[] {
  const width = (shape.width - 2 - GAP * (row.length - 1)) / row.length;
  const written = row.map((box) => writeBox(box, width, words));
  const height = Math.max(...written.map((lines) => lines.length)) * LINE + PADDING * 2 - 2;
  return row.map((box, index) => {
    const place = shape.rightToLeft ? row.length - 1 - index : index;
    const x = 1 + place * (width + GAP);
    const lines = written[index] ?? [];
    const top = y + (height - lines.length * LINE) / 2 + LINE - 5;
    return {
      ...{ kind: band.kind, unknown: box.unknown, x, y, width, height },
      lines: lines.map((line, row_) => ({ ...line, x: x + width / 2, y: top + row_ * LINE })),
    };
  });
}

type Line = Pick<PlacedLine, 'text' | 'look'>;

function writeBox({ title, options }: FlowBox, width: number, words: FlowWords): readonly Line[] {
  const most = Math.floor((width - PADDING * 2) / LETTER);
  const shown = options.length > MOST_OPTIONS ? options.slice(0, MOST_OPTIONS - 1) : options;
  const rest = options.length - shown.length;
  return [
    ...wrap(title, most).map((text) => ({ text, look: 'title' as const })),
    ...shown.flatMap((option, index) => [
      ...(index > 0 ? [{ text: words.or, look: 'or' as const }] : []),
      ...wrap(option, most).map((text) => ({ text, look: 'option' as const })),
    ]),
    ...(rest > 0 ? [{ text: words.more(rest), look: 'or' as const }] : []),
  ];
}

/** Between words; a word that is longer than a line stands alone. Nothing is cut off. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
