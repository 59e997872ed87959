import { canonicalise, expectOk, sha256Hex } from '@testamur/engines/kernel';
import type { LibraryFile } from './library-file.ts';
import type { PublishedFile, RuleBase } from './rule-base.ts';

/** `files` by address: what stands beside the index. */
export type Publication = { readonly index: RuleBase; readonly files: ReadonlyMap<string, string> };

/**
 * The same library gives the same bytes, whoever publishes it.
 *
 * @example publishLibrary(library, '2026-11-22').index.packs[0]?.law.file // 'files/6b3f….json'
 */
export function publishLibrary(library: LibraryFile, publishedOn: string): Publication {
  const files = new Map<string, string>();
  const keep = (value: unknown): PublishedFile => {
    const text = canonical(value);
    const sha256 = sha256Hex(text);
    const file = `files/${sha256}.json`;
    files.set(file, text);
    return { file, sha256, bytes: Buffer.byteLength(text) };
  };
  const { law, registry, search, cases, languages, changelogs, maintainers } = library;
  const { countries, subdivisions, regulators, sources } = library;
  const { sections, codeLists, groups, commonSteps, agreements } = law;
  const packs = law.packs.map(({ pack }) => ({
    pack: pack.pack,
    name: pack.name,
    kind: pack.kind,
    jurisdiction: pack.jurisdiction,
    version: pack.version,
    readiness: pack.readiness,
    routes: pack.routes.length,
    rules: pack.rules.length,
    openQuestions: pack.openQuestions.length,
    law: keep(pack),
  }));
  const parts = {
    vocabulary: keep({ sections, codeLists, groups }),
    steps: keep(commonSteps),
    agreements: keep(agreements),
    registry: keep(registry),
    search: keep(search),
    cases: keep(cases),
    places: keep({ countries, subdivisions, regulators, sources }),
    changelogs: keep(changelogs),
    maintainers: keep(maintainers),
    languages: keep(languages),
  };
  const hash = `sha256:${sha256Hex(canonical({ packs, parts }))}`;
  return {
    index: { schema: 'testamur/rule-base/1', publishedOn, licence: 'CC-BY-4.0', hash, packs, parts },
    files,
  };
}

/** Through JSON first: what is undefined is not there. */
const canonical = (value: unknown): string =>
  expectOk(canonicalise(JSON.parse(JSON.stringify(value))), 'the library is JSON');
