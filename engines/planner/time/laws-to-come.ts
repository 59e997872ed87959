/** The law on days after the one that was asked for. A plan is judged by the law of its own dates. */
import { type Day, parsePartialDate } from '../../kernel/index.ts';
import {
  type LawBook,
  type Pack,
  type PreparedLaw,
  prepareLaw,
  type RuleVersion,
} from '../../recognition/index.ts';

/**
 * The law of any later day, prepared once for each stretch between two changes. Changes already enacted count on their dates; for the
 * rest the law is assumed to go on, past the day by which it should be read again, or no plan could look further than that.
 */
export function lawsToCome(law: PreparedLaw): LawOn {
  const held = KNOWN.get(law) ?? prepareLater(law);
  KNOWN.set(law, held);
  return held;
}

export type LawOn = (day: Day) => PreparedLaw;

/** The same for everybody who is judged by one law. */
const KNOWN = new WeakMap<PreparedLaw, LawOn>();

function prepareLater(law: PreparedLaw): LawOn {
  const changes = daysOfChange(law.book).filter((day) => day > law.on);
  const book = { ...law.book, packs: law.book.packs.map((pack) => goingOn(pack, law.on)) };
  const prepared = new Map<Day, PreparedLaw>([[law.on, law]]);
  return (day) => {
    const from = changes.findLast((change) => change <= day) ?? law.on;
    const held = prepared.get(from) ?? prepareLaw({ ...law, book, on: from });
    prepared.set(from, held);
    return held;
  };
}

function daysOfChange({ packs, vocabulary }: LawBook): readonly Day[] {
  const ranges = [
    ...packs.flatMap(({ rules, routes }) => [
      ...rules.flatMap(({ versions }) => versions.map(({ inForce }) => inForce)),
      ...routes.map(({ inForce }) => inForce),
    ]),
    ...[...vocabulary.groups.values()].flatMap(({ members }) => members),
  ];
  const days = ranges
    .flatMap((range) => [range?.from, range?.to])
    .flatMap((text) => {
      const day = text === undefined ? undefined : parsePartialDate(text);
      return day?.ok ? [day.value.earliest] : [];
    });
  return [...new Set(days)].sort((a, b) => a - b);
}

const NEVER = '9999-12-31';

/** What is stale already stays so. */
function goingOn(pack: Pack, on: Day): Pack {
  const renew = (version: RuleVersion): RuleVersion => {
    const due = parsePartialDate(version.reviewBy);
    return due.ok && due.value.latest >= on ? { ...version, reviewBy: NEVER } : version;
  };
  return { ...pack, rules: pack.rules.map((rule) => ({ ...rule, versions: rule.versions.map(renew) })) };
}
