/** Leaves other than comparisons: periods, lists, registry, tables. */
import { addPeriod, asDay } from '../../kernel/index.ts';
import { literalDay, literalPeriod } from '../language/literals.ts';
import type { ListSelection, Node, RegistryJoin, Scalar } from '../language/nodes.ts';
import { endOfPair, missingOfDays } from './compile-comparison.ts';
import { type CompiledLeaf, type Place, sortedUnion } from './compiled-node.ts';
import { compileDay, newDay, RANGE, VAGUE } from './days.ts';
import { BY_HAND, codeSlot, type Frame, IN_DISPUTE, KNOWN } from './frame.ts';
import {
  DISPUTED,
  F,
  greatest,
  known,
  N,
  NOT_RESEARCHED,
  NOT_SAID,
  reasonsOf,
  strengthOf,
  T,
  truthOf,
  U,
  unknown,
} from './packed.ts';
import { readerOf, whyUnknown } from './reader.ts';
import { compileSelection, innerPlace, withEntry } from './selection.ts';

export const notResearched: CompiledLeaf = { evaluate: () => unknown(NOT_RESEARCHED), missing: () => [] };

export function compileWithinPeriod(
  node: Extract<Node, { withinPeriod: unknown }>['withinPeriod'],
  place: Place,
): CompiledLeaf {
  const [from, to] = [compileDay(node.from, place), compileDay(node.to, place)];
  const period = literalPeriod(node.period);
  const [a, b, { grade }] = [newDay(), newDay(), place];
  const late = node.inclusive ? 0 : 1;
  const lastAfter = (day: number): number => addPeriod(asDay(day), period, node.rounding) - late;
  return {
    missing: (frame) => missingOfDays(frame, from, to),
    evaluate: (frame) => {
      from.read(frame, a);
      to.read(frame, b);
      const early = endOfPair(a, b, grade);
      if (early >= 0) return early;
      const strength = Math.min(a.strength, b.strength);
      if (a.hi <= b.lo && b.hi <= lastAfter(a.lo)) return known(true, strength, grade);
      return b.hi < a.lo || b.lo > lastAfter(a.hi) ? known(false, strength, grade) : unknown(NOT_SAID);
    },
  };
}

export function compileCount(
  selection: ListSelection,
  low: number,
  high: number,
  place: Place,
): CompiledLeaf {
  const matches = compileSelection(selection, place);
  const { grade } = place;
  return {
    missing: matches.missing,
    trace: (frame) => traceOf(matches.find(frame)),
    evaluate: (frame) => {
      const found = matches.find(frame);
      const most = found.more ? Number.POSITIVE_INFINITY : found.sure + found.open;
      if (found.sure >= low && most <= high)
        return known(
          true,
          high === Number.POSITIVE_INFINITY ? nthStrongest(found, low) : found.strength,
          grade,
        );
      if (most < low) return known(false, found.strength, grade);
      if (found.sure > high) return known(false, nthStrongest(found, high + 1), grade);
      return unknown(found.reasons);
    },
  };
}

type FoundEntries = ReturnType<ReturnType<typeof compileSelection>['find']>;

const traceOf = (found: FoundEntries) => ({
  matched: found.entries.filter((_, index) => found.truths[index] === T).map((entry) => entry.id),
  possible: found.entries.filter((_, index) => found.truths[index] === U).map((entry) => entry.id),
});

function nthStrongest(found: FoundEntries, n: number): number {
  if (n <= 0) return 4;
  const sorted = found.strengths.filter((_, index) => found.truths[index] === T).sort((a, b) => b - a);
  return sorted[n - 1] ?? 4;
}

export function compileEvery(
  node: { readonly list: string; readonly where?: Node; readonly satisfies: Node },
  place: Place,
): CompiledLeaf {
  const matches = compileSelection(node, place);
  const satisfies = place.compiler.compileNode(node.satisfies, innerPlace(node.list, place), '');
  const { grade } = place;
  const look = (frame: Frame) => {
    const found = matches.find(frame);
    const tries = found.entries.map((entry, index) =>
      found.truths[index] === F ? undefined : withEntry(frame, entry, satisfies.evaluate),
    );
    return { found, tries };
  };
  const truthOfTry = (packed: number): number => (truthOf(packed) === N ? F : truthOf(packed));
  const strengthOfTry = (packed: number): number => (strengthOf(packed) === 0 ? 4 : strengthOf(packed));
  return {
    missing: (frame) => {
      const { found, tries } = look(frame);
      const open = found.entries.filter(
        (_, index) => tries[index] !== undefined && truthOfTry(tries[index] ?? 0) === U,
      );
      return sortedUnion([
        matches.missing(frame),
        ...open.map((entry) => withEntry(frame, entry, satisfies.missing)),
      ]);
    },
    trace: (frame) => {
      const { found, tries } = look(frame);
      return {
        matched: found.entries
          .filter(
            (_, index) =>
              found.truths[index] === T && tries[index] !== undefined && truthOfTry(tries[index] ?? 0) === F,
          )
          .map((entry) => entry.id),
        possible: [],
      };
    },
    evaluate: (frame) => {
      const { found, tries } = look(frame);
      let [failing, open, strength, reasons] = [0, 0, found.strength, found.reasons];
      for (let index = 0; index < tries.length; index += 1) {
        const packed = tries[index];
        if (packed === undefined) continue;
        const truth = truthOfTry(packed);
        if (truth === F && found.truths[index] === T)
          failing = Math.max(failing, Math.min(found.strengths[index] ?? 4, strengthOfTry(packed)));
        if (truth !== T) open += 1;
        if (truth === U) reasons |= reasonsOf(packed);
        strength = Math.min(strength, strengthOfTry(packed));
      }
      if (failing > 0) return known(false, failing, grade);
      return open === 0 && !found.more ? known(true, strength, grade) : unknown(reasons);
    },
  };
}

export function compileRegistryJoin(join: RegistryJoin, place: Place): CompiledLeaf {
  const school = readerOf(join.subject, place);
  const otherwise = join.otherwise === undefined ? undefined : readerOf(join.otherwise, place);
  const on = compileDay(join.on, place);
  const [cell, { grade }] = [newDay(), place];

  /** What the person says; the reasons are negative when nothing can be read. */
  const declared = (frame: Frame, weaker: boolean | undefined): number => {
    const slots = otherwise?.slots(frame);
    if (otherwise === undefined || slots === undefined) return unknown(NOT_SAID);
    if (slots.state[otherwise.slot] !== KNOWN) return unknown(whyUnknown(slots, otherwise.slot));
    const said = slots.lo[otherwise.slot] === 1;
    return weaker !== undefined && weaker !== said
      ? unknown(DISPUTED)
      : known(said, slots.strength[otherwise.slot] ?? 0, grade);
  };
  const evaluate = (frame: Frame): number => {
    const slots = school.slots(frame);
    const state = slots?.state[school.slot];
    on.read(frame, cell);
    if (state === KNOWN && cell.state === RANGE) {
      const id = frame.facts.scalars.get(join.subject);
      const answer = frame.registry.accredited(
        id?.state === 'known' ? String(id.value) : '',
        { lo: asDay(cell.lo), hi: asDay(cell.hi) },
        join.recognisedBy,
      );
      if (answer.state === 'silent') return declared(frame, answer.weaker);
      return known(
        answer.state === 'true',
        Math.min(3, slots?.strength[school.slot] ?? 4, cell.strength),
        grade,
      );
    }
    const said = declared(frame, undefined);
    if (truthOf(said) !== U) return said;
    if (state !== KNOWN && state !== BY_HAND) return unknown(state === IN_DISPUTE ? DISPUTED : NOT_SAID);
    return cell.state === VAGUE ? unknown(cell.reasons) : said;
  };
  return {
    evaluate,
    missing: (frame) => {
      const state = school.slots(frame)?.state[school.slot];
      on.read(frame, cell);
      const asked = otherwise === undefined ? [] : [otherwise.name(frame)];
      if (state === KNOWN && cell.state === RANGE) return asked;
      if (state !== KNOWN && state !== BY_HAND) return [school.name(frame)];
      return cell.state === VAGUE ? on.missing(frame) : asked;
    },
  };
}

export function compileTable(
  { name, where }: { readonly name: string; readonly where: Node },
  place: Place,
): CompiledLeaf {
  const table = place.compiler.law.tables.get(name);
  if (table === undefined) throw new Error(`No table ${name}; lint refuses the pack.`);
  const columns = Object.keys(table.columns);
  const test = place.compiler.compileNode(where, { ...place, columns }, '');
  const rows = table.rows.map((row) =>
    columns.map((column) => cellNumber(row[column], table.columns[column], place)),
  );
  const { grade } = place;
  const onRow = <R>(frame: Frame, row: readonly (number | undefined)[], use: (frame: Frame) => R): R => {
    const held = frame.row;
    frame.row = row;
    const result = use(frame);
    frame.row = held;
    return result;
  };
  return {
    missing: (frame) =>
      sortedUnion(
        rows
          .filter((row) => truthOf(onRow(frame, row, test.evaluate)) === U)
          .map((row) => onRow(frame, row, test.missing)),
      ),
    evaluate: (frame) => {
      let [open, strongest, weakest] = [0, 0, 4];
      let reasons = 0;
      for (const row of rows) {
        const packed = onRow(frame, row, test.evaluate);
        const truth = truthOf(packed);
        const strength = strengthOf(packed) === 0 ? 4 : strengthOf(packed);
        if (truth === T) strongest = greatest(strongest, strength);
        else if (truth === U) {
          open += 1;
          reasons |= reasonsOf(packed);
        } else weakest = Math.min(weakest, strength);
      }
      if (strongest > 0) return known(true, strongest, grade);
      return open > 0 ? unknown(reasons) : known(false, weakest, grade);
    },
  };
}

function cellNumber(
  cell: Scalar | null | undefined,
  type: string | undefined,
  { compiler: { layout } }: Place,
): number | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (type === 'day') return literalDay(String(cell));
  return typeof cell === 'string' ? codeSlot(cell, layout) : Number(cell);
}
