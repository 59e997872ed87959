/** What the worker of the page of a change answers. */
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import {
  englishWords,
  type LawBook,
  type Pack,
  type RegistryView,
  type Rule,
  type SchoolLookup,
  translateVocabulary,
  type Words,
  wordsIn,
} from '@testamur/engines/recognition';
import { registryViewOf } from '@testamur/engines/recognition/registry';
import { unpackLawFile, unpackRegistryFile } from '@testamur/services/recognising';
import { findMessage, loadAreas } from '../language/catalogue-store.ts';
import { type Language, makeLanguage } from '../language/language.ts';
import { type Locale, SOURCE } from '../language/languages.ts';
import { speechIn, tongueOf } from '../language/tongue.ts';
import { pointing } from '../rules/pointer.ts';
import { type RuleView, viewRule } from '../rules/rule-view.ts';
import {
  type CutLaw,
  type CutRegistry,
  joinLaw,
  joinRegistry,
  type VocabularyFile,
} from '../worker/cut-law.ts';
import { loadFile } from '../worker/load-file.ts';
import { judgePeople } from './affected-people.ts';
import type { AuthoringCall, AuthoringCalls } from './messages.ts';
import type { PackText } from './pack-text.ts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { writeChange } from './write-change.ts';

type Desk = {
  readonly bench: Workbench;
  readonly book: LawBook;
  readonly language: Language;
  readonly words: Words;
  readonly today: Day;
  readonly registry: RegistryView;
  readonly schools: SchoolLookup;
};

let desk: Promise<Desk> | undefined;

async function theDesk(): Promise<Desk> {
  if (desk === undefined) throw new Error('No rule has been opened.');
  return desk;
}

type Ask<Name extends AuthoringCall> = AuthoringCalls[Name]['ask'];

async function openDesk({ files, text, rule, locale, today, root }: Ask<'open'>): Promise<Desk> {
  const [law, vocabulary, registry, pack] = await Promise.all([
    loadFile<CutLaw>(files.law),
    loadFile<VocabularyFile>(files.vocabulary),
    loadFile<CutRegistry>(files.registry),
    loadFile<PackText>(text),
    loadAreas(locale as Locale, ['common', 'phrases', 'rules']),
  ]);
  const book = unpackLawFile(joinLaw(law, vocabulary));
  const language = makeLanguage({ locale: locale as Locale, root, find: findMessage });
  const day = expectOk(parseDay(today), 'the day of the page');
  const bench = openWorkbench({ book, text: pack, rule, today: day });
  if (bench === undefined) throw new Error(`The rule ${rule} could not be found in the files of its pack.`);
  const held = unpackRegistryFile(joinRegistry(registry));
  return {
    ...{ bench, book, language, today: day },
    words: await wordsOf(book, language, files.labels[locale]),
    registry: registryViewOf(held),
    schools: (id) => held.schools.get(id),
  };
}

async function wordsOf(book: LawBook, language: Language, labels: string | undefined): Promise<Words> {
  const titles = new Map(book.packs.flatMap(({ rules }) => rules.map(({ rule, title }) => [rule, title])));
  const ruleTitle = (rule: string): string => titles.get(rule) ?? rule;
  if (language.locale === SOURCE) return englishWords(book.vocabulary, ruleTitle);
  const told = labels === undefined ? {} : await loadFile<Readonly<Record<string, string>>>(labels);
  const vocabulary = translateVocabulary(book.vocabulary, tongueOf(told, language));
  return wordsIn({ ...speechIn(language), vocabulary, ruleTitle, day: (day) => day });
}

function show({ book, language, words, today }: Desk, pack: Pack, rule: Rule): RuleView {
  const packs = new Map(book.packs.map((each) => [each.pack, { pack: each }]));
  const point = pointing({ packs, book }, { link: language.link, query: '' });
  return viewRule(pack, rule, { on: today, knownOn: today }, { words, point, language });
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type Answers = {
  readonly [Name in AuthoringCall]: (
    ask: Ask<Name>,
    tell: (judged: number) => void,
  ) => Promise<AuthoringCalls[Name]['answer']>;
};

export const AUTHORING: Answers = {
  open: async (ask) => {
    desk = openDesk(ask);
    const opened = await desk;
    const { original, file, pack } = opened.bench;
    const rule = pack.rules.find((each) => each.rule === ask.rule) as Rule;
    return { original, file, rule: show(opened, pack, rule) };
  },

  check: async ({ text }) => {
    const opened = await theDesk();
    const { rule, pack, ...checked } = opened.bench.check(text);
    return {
      ...checked,
      ...(rule === undefined || pack === undefined ? {} : { rule: show(opened, pack, rule) }),
    };
  },

  affected: async ({ text, people, seed }, tell) => {
    const { bench, today, registry, schools } = await theDesk();
    const { pack } = bench.check(text);
    if (pack === undefined) throw new Error('The text has faults that must be mended first.');
    const search = judgePeople({
      before: bench.bookWith(bench.pack),
      after: bench.bookWith(pack),
      pack: pack.pack,
      on: today,
      ...{ people, seed, registry, schools },
      models: bench.models,
    });
    for (let step = search.next(); ; step = search.next()) {
      if (step.done === true) return step.value;
      tell(step.value);
      await rest();
    }
  },

  write: async ({ text, basis, wording, cite }) => {
    const { bench } = await theDesk();
    const { pack, rule } = bench.check(text);
    if (pack === undefined || rule === undefined) return { problem: 'notRead' };
    const { original, file, fileText, fileWith } = bench;
    const written = writeChange({
      ...{ rule: rule.rule, basis, file, original, fileWith, wording, cite },
      before: fileText,
      changed: text,
    });
    return written.ok ? { patch: written.value } : { problem: written.error };
  },
};
