import { canonicalise, expectOk, hashOf } from '@testamur/engines/kernel';
import { englishWords, inquire, type RequirementResult, type Words } from '@testamur/engines/recognition';
import { type AssessmentRequest, describeRule, type Library } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type Asked, readRequest } from '../input/read-request.ts';
import { libraryOf } from '../open-library.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showTree } from '../show/explanation.ts';
import { showRule } from '../show/rule.ts';
import { requirementWords } from '../show/status.ts';
import { makeStyle } from '../show/style.ts';
import { findTarget, type Target } from './find-target.ts';

export type ExplainArguments = Omit<Asked, 'file' | 'jurisdictions'> & {
  readonly rule: string;
  readonly dossier?: string | undefined;
  readonly json: boolean;
};

/** `testamur explain RULE`: the rule for a reader; with a dossier also how each of its conditions stands for that person. */
export async function runExplain(given: ExplainArguments, host: Host): Promise<ExitCode> {
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, given.json);
  const found = findTarget(given.rule, library.value.book.packs);
  if (!found.ok) return refuse([found.error], host, given);
  if ('route' in found.value.target)
    return refuse(
      [
        {
          code: 'INPUT_NOT_A_RULE',
          message: `${given.rule} is a route.`,
          hint: `Ask \`testamur why-not FILE ${given.rule}\`, or explain one of its rules.`,
        },
      ],
      host,
      given,
    );
  // Without a dossier the same options are checked with an empty one, about which nothing is asked.
  const asked = { file: given.dossier ?? '', on: given.on, knownOn: given.knownOn };
  const reader =
    given.dossier === undefined
      ? { ...host, readText: async () => ({ ok: true as const, value: '{}' }) }
      : host;
  const request = await readRequest(asked, reader, library.value);
  if (!request.ok) return refuse(request.error, host, given);
  const result =
    given.dossier === undefined ? undefined : judge(library.value, request.value, found.value, given.rule);
  const described = describe(library.value, request.value, found.value, given.rule);
  if (given.json) {
    const about =
      result === undefined
        ? {}
        : {
            dossierHash: expectOk(hashOf(request.value.dossier), 'a dossier that was read from JSON'),
            requirement: result,
          };
    const answer = { schema: 'testamur/rule-explained/1', ...described, ...about };
    host.write(`${expectOk(canonicalise(answer), 'an explanation is JSON')}\n`);
    return EXIT.answered;
  }
  const page = { style: makeStyle(host.colour), width: host.width };
  host.write(`${showRule(described, found.value.pack, wordsOf(library.value), page)}\n`);
  if (result !== undefined)
    host.write(
      `\n${page.style.bold(`For this dossier: ${requirementWords(result)}`)}\n${showTree(result.explanation, page)}\n`,
    );
  return EXIT.answered;
}

function judge(
  library: Library,
  request: AssessmentRequest,
  { pack }: Target,
  rule: string,
): RequirementResult {
  const prepared = library.lawOf(request.on, request.knownOn);
  const person = {
    dossier: request.dossier,
    schools: (id: string) => library.registry.schools.get(id),
    registry: library.view,
  };
  return inquire(prepared, person, pack.pack).requirement(rule);
}

function describe({ book }: Library, { on, knownOn }: AssessmentRequest, { pack }: Target, id: string) {
  const rule = pack.rules.find((each) => each.rule === id);
  if (rule === undefined) throw new Error(`No rule ${id}, which was found.`);
  return describeRule(rule, { pack, hash: book.hashes.get(pack.pack) ?? '' }, { on, knownOn });
}

const wordsOf = ({ book }: Library): Words => {
  const titles = new Map(book.packs.flatMap(({ rules }) => rules.map(({ rule, title }) => [rule, title])));
  return englishWords(book.vocabulary, (rule) => titles.get(rule) ?? rule);
};
