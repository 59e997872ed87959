import type {
  Agreement,
  CodeList,
  Group,
  LawBook,
  Pack,
  Policy,
  Section,
  Step,
} from '@testamur/engines/recognition';

/** The law in the form in which it travels: plain JSON, for the browser and for a fast start of the server. */
export type LawFile = {
  readonly schema: 'testamur/law/1';
  readonly sections: readonly Section[];
  readonly codeLists: readonly CodeList[];
  readonly groups: readonly Group[];
  readonly commonSteps: readonly Step[];
  /** Each with the SHA-256 of its canonical JSON. */
  readonly packs: readonly { readonly hash: string; readonly pack: Pack }[];
  /** Information only: nothing in them is evaluated. */
  readonly agreements: readonly Agreement[];
  /** What guides states and recruiters, or says something of a school: nothing in them is evaluated. */
  readonly policies: readonly Policy[];
};

/** What stands beside the rules and decides no verdict. */
export type BesideTheLaw = Pick<LawFile, 'agreements' | 'policies'>;

export function packLawFile(book: LawBook, { agreements, policies }: BesideTheLaw): LawFile {
  return {
    schema: 'testamur/law/1',
    sections: [...book.vocabulary.sections.values()],
    codeLists: [...book.vocabulary.codeLists.values()],
    groups: [...book.vocabulary.groups.values()],
    commonSteps: book.commonSteps,
    packs: book.packs.map((pack) => ({ hash: hashIn(book, pack), pack })),
    agreements,
    policies,
  };
}

function hashIn(book: LawBook, pack: Pack): string {
  const hash = book.hashes.get(pack.pack);
  if (hash === undefined) throw new Error(`The pack ${pack.pack} came without its hash`);
  return hash;
}

/**
 * What the engine takes.
 *
 * @example unpackLawFile(packLawFile(book, set)).packs.length === book.packs.length
 */
export function unpackLawFile(file: LawFile): LawBook {
  return {
    vocabulary: {
      sections: new Map(file.sections.map((section) => [section.section, section])),
      codeLists: new Map(file.codeLists.map((list) => [list.codes, list])),
      groups: new Map(file.groups.map((group) => [group.group, group])),
    },
    commonSteps: file.commonSteps,
    packs: file.packs.map(({ pack }) => pack),
    hashes: new Map(file.packs.map(({ hash, pack }) => [pack.pack, hash])),
  };
}
