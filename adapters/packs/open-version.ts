/**
 * A version of the rules by what a person calls it: a folder of packs, the folder of one pack, a revision of git (`HEAD~3:`), or a rule
 * base that was published (`law.json`). Whatever it takes is read; nothing is written but a copy that is thrown away.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import type { LawBook } from '@testamur/engines/recognition';
import { type LawFile, unpackLawFile } from '@testamur/services/recognising';
import { checkOutRevision, type RevisionCode } from './check-out-revision.ts';
import { loadPacks, type PackFault, type PackSet } from './load-packs.ts';

export type RulesVersion = {
  /** As the person called it. */
  readonly name: string;
  readonly book: LawBook;
  /** Files that cannot be read; their packs are not in the book. */
  readonly problems: readonly PackFault[];
  /** Cases and stories, where they come with it. */
  readonly suites: PackSet['suites'];
  /** The pack, where the folder of one was given. */
  readonly only?: string;
};

export type VersionCode = 'RULES_NOT_FOUND' | 'RULES_UNREADABLE' | RevisionCode;

export type VersionContext = {
  /** Packs whose vocabulary and neighbours a single pack is read with, where it does not lie among its own. */
  readonly packsFolder: string;
  /** Where relative names and revisions of git are looked up. */
  readonly from: string;
};

export function openVersion(
  name: string,
  { packsFolder, from }: VersionContext,
): Result<RulesVersion, Problem<VersionCode>> {
  const place = path.resolve(from, name);
  if (!existsSync(place)) return isRevision(name) ? openRevision(name, from) : notFound(name);
  if (statSync(place).isFile()) return openPublished(name, place);
  if (existsSync(path.join(place, 'vocabulary'))) return ok(openFolder(name, place));
  if (existsSync(path.join(place, 'pack.yaml'))) return ok(openOnePack(name, place, packsFolder));
  const law = PUBLISHED.map((file) => path.join(place, file)).find((file) => existsSync(file));
  return law === undefined ? notFound(name) : openPublished(name, law);
}

/** Where a published rule base keeps its law. */
const PUBLISHED = ['law.json', 'data/law.json', 'packs/law.json'];

/** One letter before the colon is a drive of Windows. */
const isRevision = (name: string): boolean => /^[^:]{2,}:/.test(name) || /^[^:]+:$/.test(name);

const notFound = (name: string): Result<never, Problem<VersionCode>> =>
  err({
    code: 'RULES_NOT_FOUND',
    message: `${name} holds no packs.`,
    hint: 'Give a folder that holds vocabulary and jurisdictions, the folder of one pack, a published law.json, or a revision of git with a colon: HEAD~3:',
  });

function openFolder(name: string, folder: string): RulesVersion {
  const set = loadPacks(folder);
  return { name, book: set, suites: set.suites, problems: set.problems };
}

function openRevision(name: string, from: string): Result<RulesVersion, Problem<VersionCode>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-revision-'));
  try {
    const [revision = '', within = ''] = name.split(/:(.*)/s);
    const written = checkOutRevision({ revision, within, from, into: folder });
    return written.ok ? ok(openFolder(name, folder)) : written;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With the packs around it: those of its own folder, or those that came with the product. */
function openOnePack(name: string, pack: string, packsFolder: string): RulesVersion {
  const own = path.resolve(pack, '../..');
  const around = existsSync(path.join(own, 'vocabulary')) ? own : packsFolder;
  const only = /^pack:\s*["']?([A-Za-z0-9.-]+)/m.exec(
    readFileSync(path.join(pack, 'pack.yaml'), 'utf8'),
  )?.[1];
  const id = only ?? path.basename(pack);
  if (around === own) return { ...openFolder(name, own), only: id };
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-pack-'));
  try {
    for (const part of ['vocabulary', 'registry/countries.jsonl', 'jurisdictions'])
      cpSync(path.join(around, part), path.join(folder, part), { recursive: true });
    rmSync(path.join(folder, 'jurisdictions', id), { recursive: true, force: true });
    cpSync(pack, path.join(folder, 'jurisdictions', id), { recursive: true });
    return { ...openFolder(name, folder), only: id };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openPublished(name: string, file: string): Result<RulesVersion, Problem<VersionCode>> {
  const refused = (message: string): Result<never, Problem<VersionCode>> =>
    err({
      code: 'RULES_UNREADABLE',
      message: `${name}: ${message}`,
      hint: 'Give the law.json of a published rule base (schema testamur/law/1), or its folder.',
    });
  try {
    const law = JSON.parse(readFileSync(file, 'utf8')) as LawFile;
    if (law?.schema !== 'testamur/law/1') return refused('this is no law of a published rule base.');
    return ok({ name, book: unpackLawFile(law), suites: new Map(), problems: [] });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
