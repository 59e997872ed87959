import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalise, err, expectOk, ok, type Result, sha256Hex } from '@testamur/engines/kernel';
import { Value } from 'typebox/value';
import type { LibraryProblem } from './errors.ts';
import type { LibraryFile } from './library-file.ts';
import { makeSet } from './make-set.ts';
import { type PublishedFile, RULE_BASE_FILE, type RuleBase, RuleBaseSchema } from './rule-base.ts';

/**
 * A published rule base as the library it was made from. Every file is checked against its hash, and the index against its schema and
 * its own: a copy that was changed on the way is refused whole.
 */
export function readRuleBase(folder: string): Result<LibraryFile, LibraryProblem> {
  const index = readIndex(folder);
  if (!index.ok) return index;
  const { packs, parts } = index.value;
  const problems: LibraryProblem[] = [];
  const read = <T>(published: PublishedFile): T => {
    const text = readChecked(folder, published);
    if (!text.ok) problems.push(text.error);
    return (text.ok ? JSON.parse(text.value) : undefined) as T;
  };
  const law = packs.map(({ law: published }) => ({
    hash: `sha256:${published.sha256}`,
    pack: read<LibraryFile['law']['packs'][number]['pack']>(published),
  }));
  const vocabulary = read<Pick<LibraryFile['law'], 'sections' | 'codeLists' | 'groups'>>(parts.vocabulary);
  const commonSteps = read<LibraryFile['law']['commonSteps']>(parts.steps);
  const agreements = read<LibraryFile['law']['agreements']>(parts.agreements);
  const registry = read<LibraryFile['registry']>(parts.registry);
  const search = read<LibraryFile['search']>(parts.search);
  const cases = read<LibraryFile['cases']>(parts.cases);
  const languages = read<LibraryFile['languages']>(parts.languages);
  const changelogs = read<LibraryFile['changelogs']>(parts.changelogs);
  const maintainers = read<LibraryFile['maintainers']>(parts.maintainers);
  const places = read<Pick<LibraryFile, 'countries' | 'subdivisions' | 'regulators' | 'sources'>>(
    parts.places,
  );
  const [first] = problems;
  if (first !== undefined) return err(first);
  const rows = [...places.countries, ...places.subdivisions] as { readonly code: string }[];
  return ok({
    schema: 'testamur/library/1',
    law: { schema: 'testamur/law/1', ...vocabulary, commonSteps, packs: law, agreements },
    ...{ languages, registry, search, cases, changelogs, maintainers, ...places },
    sets: [
      makeSet(
        'jurisdictions',
        rows.map((body) => ({ id: body.code, body })),
      ),
      makeSet(
        'packs',
        law.map(({ pack: body }) => ({ id: body.pack, body })),
      ),
      makeSet(
        'schools',
        registry.schools.map((body) => ({ id: body.id, body })),
      ),
    ],
  });
}

function readIndex(folder: string): Result<RuleBase, LibraryProblem> {
  const file = path.join(folder, RULE_BASE_FILE);
  if (!existsSync(file))
    return damaged(
      'RULE_BASE_MISSING',
      `There is no ${RULE_BASE_FILE} in ${folder}.`,
      'Name the folder that testamur packs publish wrote, or a copy of it.',
    );
  let index: unknown;
  try {
    index = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return damaged('RULE_BASE_DAMAGED', `${file} is not JSON.`);
  }
  const [first] = Value.Errors(RuleBaseSchema, index);
  if (first !== undefined)
    return damaged('RULE_BASE_DAMAGED', `${file}${first.instancePath} ${first.message}.`);
  const base = index as RuleBase;
  const { packs, parts } = base;
  const hash = `sha256:${sha256Hex(expectOk(canonicalise({ packs, parts }), 'an index is JSON'))}`;
  return hash === base.hash
    ? ok(base)
    : damaged('RULE_BASE_DAMAGED', `The hash in ${file} is not that of what it names.`);
}

function readChecked(folder: string, { file, sha256 }: PublishedFile): Result<string, LibraryProblem> {
  const place = path.join(folder, file);
  if (!existsSync(place)) return damaged('RULE_BASE_DAMAGED', `${place} is missing.`);
  const bytes = readFileSync(place);
  return sha256Hex(bytes) === sha256
    ? ok(bytes.toString('utf8'))
    : damaged('RULE_BASE_DAMAGED', `${place} is not what its name says: its SHA-256 is ${sha256Hex(bytes)}.`);
}

const damaged = (
  code: LibraryProblem['code'],
  message: string,
  hint = 'Copy the rule base again from where it was published; nothing of this copy was used.',
): Result<never, LibraryProblem> => err({ code, message, hint });
