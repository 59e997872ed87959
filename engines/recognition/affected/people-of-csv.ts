/**
 * People from a table: a row for each, a column for each fact (`pmq.school`, `person.citizenships`, `exams.1.result`). Every row is
 * either a dossier that may be judged or named with its line and column; none is passed over, and no cell is guessed at.
 */
import { quoteText } from '../../kernel/index.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { DossierContext } from '../facts/dossier-desk.ts';
import { validateDossier } from '../facts/validate-dossier.ts';
import type { FactDefinition, Section } from '../language/vocabulary.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import { type Cell, type CsvRow, parseCsv } from './parse-csv.ts';

export type TablePerson = { readonly id: string; readonly dossier: Dossier };

export type TableProblem = {
  readonly line: number;
  readonly column: number;
  /** The fact of the column, where it has one. */
  readonly fact?: string;
  /** What stands there. */
  readonly text: string;
  readonly message: string;
  readonly hint: string;
};

export type PeopleTable = {
  /** Rows below the first line. */
  readonly rows: number;
  readonly people: readonly TablePerson[];
  /** In the order of the rows; a row may have several. */
  readonly problems: readonly TableProblem[];
  /** Rows that are not judged. */
  readonly refused: number;
  /** The first line itself cannot be used: then nobody is read. */
  readonly headless: boolean;
};

/** Where a column puts its values in a dossier. */
type Target = {
  readonly fact: string;
  readonly path: readonly (string | number)[];
  readonly read: (text: string) => unknown;
};

export function peopleOfCsv(text: string, context: DossierContext): PeopleTable {
  const { rows, unclosed } = parseCsv(text);
  const [head, ...body] = rows;
  const open: readonly TableProblem[] =
    unclosed === undefined
      ? []
      : [
          {
            ...unclosed,
            text: '"',
            message: 'Nothing closes this quotation mark.',
            hint: 'Close it, or double it within a text. The rows from here on were not read.',
          },
        ];
  const targets = (head?.cells ?? []).map((cell) => targetOf(cell, context));
  const wrong = targets.filter(
    (target): target is TableProblem => typeof target === 'object' && 'message' in target,
  );
  const twice = (head?.cells ?? []).filter(
    ({ text: name }, index, all) => all.findIndex((each) => each.text === name) < index,
  );
  const faults = [
    ...wrong,
    ...twice.map((cell) => problemAt(cell, 'This column stands twice.', 'Keep one of them.')),
  ];
  if (head === undefined || faults.length > 0)
    return {
      rows: body.length,
      people: [],
      problems:
        head === undefined
          ? [
              {
                line: 1,
                column: 1,
                text: '',
                message: 'The table is empty.',
                hint: 'Begin with a line of fact ids: pmq.graduatedOn,person.citizenships',
              },
              ...open,
            ]
          : [...faults, ...open],
      refused: body.length + Number(unclosed !== undefined),
      headless: true,
    };
  const sound = targets as readonly (Target | 'id')[];
  const read = body.map((row) => readRow(row, sound, context));
  return {
    rows: body.length + Number(unclosed !== undefined),
    people: read.flatMap((each) => ('dossier' in each ? [each] : [])),
    problems: [...read.flatMap((each) => ('problems' in each ? each.problems : [])), ...open],
    refused: read.filter((each) => 'problems' in each).length + Number(unclosed !== undefined),
    headless: false,
  };
}

const problemAt = (
  { line, column, text }: Cell,
  message: string,
  hint: string,
  fact?: string,
): TableProblem => ({
  line,
  column,
  ...(fact === undefined ? {} : { fact }),
  text,
  message,
  hint,
});

const ID = ['id', 'person'];

function targetOf(cell: Cell, { vocabulary }: DossierContext): Target | 'id' | TableProblem {
  const name = cell.text;
  if (ID.includes(name)) return 'id';
  if (name === 'planned.applicationOn')
    return { fact: name, path: ['planned', 'applicationOn'], read: (text) => text };
  const [head = '', ...rest] = name.split('.');
  const section = vocabulary.sections.get(head === 'qualifications' ? 'pmq' : head);
  if (section === undefined) {
    const near = nearestWord(head, [...vocabulary.sections.keys()]);
    return problemAt(
      cell,
      `No section of a dossier is called ${quoteText(head)}.`,
      near === undefined
        ? 'Columns are called by fact ids: pmq.graduatedOn, exams.1.result, id.'
        : `Did you mean ${[near, ...rest].join('.')}?`,
    );
  }
  return section.kind === 'list'
    ? listTarget(cell, section, rest)
    : factTarget(cell, section, rest.join('.'));
}

function factTarget(cell: Cell, section: Section, field: string): Target | TableProblem {
  const definition = factIn(section, field);
  if (definition === undefined) return noFact(cell, section, field, `${section.section}.`);
  const path = section.kind === 'basis' ? ['qualifications', 0, field] : [section.section, field];
  return { fact: cell.text, path, read: readerOf(definition) };
}

/** `exams.1.result` is a field of the first entry; `exams.complete` says that these are all. */
function listTarget(
  cell: Cell,
  section: Section,
  [place = '', ...rest]: readonly string[],
): Target | TableProblem {
  if (place === 'complete')
    return { fact: cell.text, path: [section.section, 'complete'], read: readYesOrNo };
  const number = Number(place);
  if (!/^[1-9]\d?$/.test(place))
    return problemAt(
      cell,
      `${quoteText(section.section)} is a list.`,
      `Number its entries: ${section.section}.1.${Object.keys(section.facts)[0] ?? 'field'}, and ${section.section}.complete for “these are all”.`,
    );
  const field = rest.join('.');
  const definition = factIn(section, field);
  if (definition === undefined) return noFact(cell, section, field, `${section.section}.${place}.`);
  return {
    fact: cell.text,
    path: [section.section, 'entries', number - 1, field],
    read: readerOf(definition),
  };
}

const factIn = (section: Section, field: string): FactDefinition | undefined => {
  const found = Object.hasOwn(section.facts, field) ? section.facts[field] : undefined;
  return found?.derived === true ? undefined : found;
};

function noFact(cell: Cell, section: Section, field: string, prefix: string): TableProblem {
  const near = nearestWord(
    field,
    Object.keys(section.facts).filter((name) => factIn(section, name) !== undefined),
  );
  return problemAt(
    cell,
    `“${section.label}” has no fact ${quoteText(field)} that a person states.`,
    near === undefined ? 'See the vocabulary for its facts.' : `Did you mean ${prefix}${near}?`,
  );
}

const YES = ['yes', 'true', '1', 'y'];
const NO = ['no', 'false', '0', 'n'];

function readYesOrNo(text: string): unknown {
  const word = text.toLowerCase();
  return YES.includes(word) ? true : NO.includes(word) ? false : text;
}

/** What does not read stays as it stands, for the checks of a dossier to name. */
function readerOf({ type }: FactDefinition): (text: string) => unknown {
  if (type === 'boolean') return readYesOrNo;
  if (type === 'number') return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
  if (type === 'codes')
    return (text) => (text === 'unknown' ? text : text.split(/[\s;|,]+/).filter((code) => code !== ''));
  return (text) => text;
}

type Read = TablePerson | { readonly problems: readonly TableProblem[] };

function readRow(row: CsvRow, targets: readonly (Target | 'id')[], context: DossierContext): Read {
  if (row.cells.length !== targets.length) {
    const last = row.cells.at(Math.min(row.cells.length, targets.length) - 1) as Cell;
    return {
      problems: [
        problemAt(
          row.cells[targets.length] ?? last,
          `This row has ${row.cells.length} cells; the first line has ${targets.length}.`,
          'Give a cell to every column; put a text that holds the separator in quotation marks.',
        ),
      ],
    };
  }
  const dossier: Record<string, unknown> = {};
  let id = `line ${row.line}`;
  const places = new Map<string, number>();
  for (const [index, target] of targets.entries()) {
    const { text } = row.cells[index] as Cell;
    if (text === '') continue;
    if (target === 'id') id = text;
    else {
      put(dossier, target.path, target.read(text));
      places.set(pointerOf(target.path), index);
    }
  }
  const named = nameEntries(dossier);
  const checked = validateDossier(named, context);
  if (checked.ok) return { id, dossier: checked.value };
  return {
    problems: checked.error.map(({ at = '', message, hint = '' }) => {
      const index = [...places].find(([place]) => at === place || at.startsWith(`${place}/`))?.[1];
      const target = index === undefined ? undefined : targets[index];
      const cell = row.cells[index ?? 0] as Cell;
      return problemAt(
        cell,
        message,
        hint,
        target === undefined || target === 'id' ? undefined : target.fact,
      );
    }),
  };
}

const pointerOf = (path: readonly (string | number)[]): string => path.map((step) => `/${step}`).join('');

function put(
  into: Record<string | number, unknown>,
  [key, ...rest]: readonly (string | number)[],
  value: unknown,
): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= typeof rest[0] === 'number' ? [] : {};
  put(into[key] as Record<string | number, unknown>, rest, value);
}

/** Entries have ids; a number that was left out is an entry without fields. */
function nameEntries(dossier: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const name = (entries: readonly unknown[], list: string): readonly object[] =>
    Array.from(entries, (entry, index) => ({ id: `${list}-${index + 1}`, ...(entry as object | undefined) }));
  return Object.fromEntries(
    Object.entries(dossier).map(([key, section]) => {
      if (Array.isArray(section)) return [key, name(section, 'degree')];
      const entries = (section as { readonly entries?: readonly unknown[] }).entries;
      return entries === undefined
        ? [key, section]
        : [key, { ...(section as object), entries: name(entries, key) }];
    }),
  );
}
