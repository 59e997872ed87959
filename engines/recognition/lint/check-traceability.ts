/** Every line of a fact sheet is mapped to what became of it, and every mapping names something that is there. */
import { canonicalise, expectOk, sha256Hex } from '../../kernel/index.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import type { Placed, Sheet, SheetLine } from '../language/suite.ts';
import { isRecord } from '../schema/guard.ts';
import { error, type Finding, type LintCode } from './finding.ts';
import type { LawIndex } from './law-index.ts';

const TARGETS = ['rule', 'step', 'note', 'discretion', 'table', 'route', 'not'] as const;

export const sheetSubject = (file: string, index: string | number | undefined): string =>
  subjectOf('sheet', `${file}#${index ?? 0}`);

/** What a line is mapped to exists; needs no sheet. */
export function checkTargets(
  pack: Pack,
  sheets: readonly Placed<Sheet>[],
  law: LawIndex,
): readonly Finding[] {
  return sheets.flatMap(({ value, origin }) =>
    value.lines.flatMap((line, index) => {
      const say = (code: LintCode, message: string, mend: string): Finding =>
        error(code, sheetSubject(origin.file, origin.at[0]), ['lines', index], message, mend);
      if (!TARGETS.some((target) => line[target] !== undefined))
        return [
          say('LINT_LINE_TARGET', `${line.line} leads to nothing.`, `Give it one of ${TARGETS.join(', ')}.`),
        ];
      return missingTargets(pack, line, law).map((name) =>
        say('LINT_LINE_TARGET', `${line.line} leads to ${name}, which does not exist.`, 'Correct the id.'),
      );
    }),
  );
}

function missingTargets(pack: Pack, line: SheetLine, law: LawIndex): readonly string[] {
  const missing = (['rule', 'step', 'table', 'route'] as const).flatMap((kind) => {
    const id = line[kind];
    return id === undefined || law[`${kind}s`].has(id) ? [] : [id];
  });
  const remarks = (['note', 'discretion'] as const).flatMap((kind) => {
    const id = line[kind];
    return id === undefined || hasRemark(pack, kind === 'note' ? 'notes' : 'discretion', id, line.route)
      ? []
      : [id];
  });
  return [...missing, ...remarks];
}

/** Written as `note: id` with its route beside it, as `route/id`, or alone where one route has it. */
function hasRemark(pack: Pack, kind: 'notes' | 'discretion', id: string, route: string | undefined): boolean {
  return pack.routes.some(
    (each) =>
      (route === undefined || each.route === route) &&
      each[kind].some((remark) => remark.id === id || `${each.route}/${remark.id}` === id),
  );
}

/** Every line that the sheet has, none that it has not. `sheet` is the sheet as read from its YAML. */
export function checkTraceability({ value, origin }: Placed<Sheet>, sheet: unknown): readonly Finding[] {
  if (!isRecord(sheet)) return [];
  const subject = sheetSubject(origin.file, origin.at[0]);
  const lines = value.lines.map(({ line }) => normalise(line));
  const wanted = linesOf(sheet);
  const heads = headsOf(sheet);
  const missing = wanted
    .filter(
      (line) =>
        !lines.some((each) => each === line || each.startsWith(`${line}/`) || each === line.split('/')[0]),
    )
    .map((line) =>
      error(
        'LINT_LINE_MISSING',
        subject,
        ['lines'],
        `The line ${line} of the sheet ${value.sheet} is not mapped.`,
        'Map it to a rule, step, note, … or say not and why.',
      ),
    );
  const unknown = lines.flatMap((line, index) =>
    heads.has(line.split('/')[0] ?? '')
      ? []
      : [
          error(
            'LINT_LINE_UNKNOWN',
            subject,
            ['lines', index, 'line'],
            `The sheet ${value.sheet} has no ${line}.`,
            'Correct the line.',
          ),
        ],
  );
  return [...missing, ...unknown, ...changedSince(value, sheet, subject)];
}

/** A line whose text is not among those that were read may say something else now; one that was read and is gone may be law no more. */
function changedSince(
  { sheet: name, read }: Sheet,
  sheet: Readonly<Record<string, unknown>>,
  subject: string,
): readonly Finding[] {
  if (read === undefined) return [];
  const now = readLines(sheet);
  const say = (line: string, what: string): Finding =>
    error(
      'LINT_LINE_CHANGED',
      subject,
      ['read'],
      `The line ${line} of the sheet ${name} ${what} since it was mapped.`,
      'Read it again, correct the pack, then write the marks anew: npm run check traceability -- --facts DIR --write',
    );
  const changed = Object.entries(now).flatMap(([line, marks]) =>
    [...marks].sort().join() === [...(read[line] ?? [])].sort().join() ? [] : [say(line, 'was changed')],
  );
  const gone = Object.keys(read).flatMap((line) => (Object.hasOwn(now, line) ? [] : [say(line, 'is gone')]));
  return [...changed, ...gone];
}

/**
 * A mark for the text of every line of a sheet: of a requirement its words and conditions, of any other entry the whole of it. An id
 * that repeats has a mark for each.
 *
 * @example readLines(sheet) // { 'plab/pmq-directory': ['3fa91c0d22be'] }
 */
export function readLines(sheet: unknown): Readonly<Record<string, readonly string[]>> {
  const marks: Record<string, string[]> = {};
  if (!isRecord(sheet) || Object.hasOwn(sheet, 'agreements')) return marks;
  const add = (line: string, text: unknown): void => {
    marks[line] = [...(marks[line] ?? []), markOf(text)];
  };
  for (const [key, part] of Object.entries(sheet)) {
    if (!Array.isArray(part) || IGNORED.has(key)) continue;
    if (key === 'open_questions')
      for (const [index, text] of part.entries()) add(`open-questions/${index + 1}`, text);
    else if (key !== 'routes')
      for (const each of part.filter(isRecord)) add(`${key}/${String(each['id'])}`, each);
    else
      for (const route of part.filter(isRecord))
        for (const each of (Array.isArray(route['requirements']) ? route['requirements'] : []).filter(
          isRecord,
        ))
          add(`${String(route['id'])}/${String(each['id'])}`, [
            each['text'] ?? each,
            each['conditions'] ?? null,
          ]);
  }
  return marks;
}

const MARK_LENGTH = 12;
const markOf = (value: unknown): string =>
  sha256Hex(expectOk(canonicalise(JSON.parse(JSON.stringify(value))), 'a sheet is plain YAML')).slice(
    0,
    MARK_LENGTH,
  );

const normalise = (line: string): string => line.replace(/^open_questions/, 'open-questions');

/** A sheet of agreements is used by several packs, each for its own. Elsewhere: requirements as `route/requirement`; entries of every other list as `list/id`; open questions by their number. */
function linesOf(sheet: Readonly<Record<string, unknown>>): readonly string[] {
  if (Object.hasOwn(sheet, 'agreements')) return [];
  return Object.entries(sheet).flatMap(([key, part]): readonly string[] => {
    if (!Array.isArray(part) || IGNORED.has(key)) return [];
    if (key === 'open_questions') return part.map((_, index) => `open-questions/${index + 1}`);
    if (key !== 'routes') return idsOf(part).map((id) => `${key}/${id}`);
    return part
      .filter(isRecord)
      .flatMap((route) =>
        idsOf(Array.isArray(route['requirements']) ? route['requirements'] : []).map(
          (id) => `${String(route['id'])}/${id}`,
        ),
      );
  });
}

/** Statistics are no law. */
const IGNORED = new Set(['outcomes_statistics']);

const idsOf = (part: readonly unknown[]): readonly string[] =>
  part.filter(isRecord).flatMap((each) => (typeof each['id'] === 'string' ? [each['id']] : []));

/** What a line may begin with: a route, an agreement, or a part of the sheet. */
function headsOf(sheet: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const lists = ['routes', 'agreements'].flatMap((key) =>
    Array.isArray(sheet[key]) ? idsOf(sheet[key]) : [],
  );
  return new Set([...Object.keys(sheet), 'open-questions', ...lists]);
}
