import { canonicalise, err, expectOk, ok, type Result } from '@testamur/engines/kernel';
import type { PlanTarget } from '@testamur/engines/planner';
import {
  choosePacks,
  findTarget,
  type Library,
  planEverywhere,
  planRoute,
} from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { type Asked, type InputProblem, readRequest } from '../input/read-request.ts';
import { libraryOf } from '../open-library.ts';
import { startProgress } from '../progress.ts';
import { cannotRun, refuse } from '../refuse.ts';
import { showPlan, showReaches } from '../show/plan.ts';
import { runFront } from './plan-front.ts';
import { readWishes, type WishArguments } from './plan-wishes.ts';

export type PlanArguments = Asked & {
  readonly target?: string | undefined;
  readonly json: boolean;
  /** All plans that no other betters, to the target or to any. */
  readonly front?: boolean;
  readonly anywhere?: boolean;
  readonly wishes?: WishArguments;
};

/** `testamur plan FILE [ROUTE|PACK]`: the cheapest way to one licence, or the earliest licence on every route. */
export async function runPlan(given: PlanArguments, host: Host): Promise<ExitCode> {
  const library = libraryOf(host);
  if (!library.ok) return cannotRun(library.error, host, given.json);
  const target = given.target === undefined ? ok(undefined) : readTarget(given.target, library.value);
  const request = await readRequest(given, host, library.value);
  const wished = readWishes(given.wishes ?? { noSelection: false });
  const clash = clashOf(given);
  if (!request.ok || !target.ok || !wished.ok || clash.length > 0) {
    const problems = [target, request, wished].flatMap((each) => (each.ok ? [] : each.error));
    return refuse([...clash, ...problems], host, given);
  }
  const { only, ...asked } = request.value;
  if (given.anywhere === true || given.front === true) {
    const front = { ...wished.value, ...(target.value === undefined ? {} : { target: target.value }) };
    return runFront(library.value, asked, { ...front, json: given.json }, host);
  }
  const progress = await startProgress(host, 'Planning');
  if (target.value !== undefined) {
    const answer = planRoute(library.value, asked, target.value);
    progress.stop();
    host.write(given.json ? asJson(answer) : showPlan(answer, library.value.book, host));
    return EXIT.answered;
  }
  const reaches = planEverywhere(library.value, asked);
  progress.stop();
  const routes = reaches.routes.filter(({ pack }) => only === undefined || only.includes(pack));
  host.write(
    given.json
      ? asJson({ ...reaches, routes })
      : showReaches({ ...reaches, routes }, library.value.book, host),
  );
  return EXIT.answered;
}

/** What the options ask for together. */
function clashOf({ target, front, anywhere, wishes }: PlanArguments): readonly InputProblem[] {
  const clash = (message: string, hint: string): readonly InputProblem[] => [
    { code: 'INPUT_ARGUMENTS', message, hint },
  ];
  if (front === true && target === undefined)
    return clash('--front needs a target.', 'Name a route or a pack, or ask for --anywhere.');
  if (anywhere === true && (front === true || target !== undefined))
    return clash('--anywhere goes without a target and without --front.', 'Leave one of them out.');
  const isWished = Object.values(wishes ?? {}).some((each) => each !== undefined && each !== false);
  if (isWished && front !== true && anywhere !== true)
    return clash('Wishes go with --front or --anywhere.', 'Add one of them.');
  return [];
}

const asJson = (answer: unknown): string => `${expectOk(canonicalise(answer), 'a plan is JSON')}\n`;

/** A route by its id, or a pack by its id or its jurisdiction. */
function readTarget(id: string, library: Library): Result<PlanTarget, readonly InputProblem[]> {
  const route = findTarget(library, { route: id });
  if (route.ok) return route;
  const [pack] = expectPacks(id, library);
  if (pack !== undefined) return ok({ pack });
  return err([
    {
      code: 'INPUT_TARGET_UNKNOWN',
      message: `There is no route and no pack ${JSON.stringify(id)}.`,
      hint: `There are packs for: ${library.book.packs.map((each) => each.pack).join(', ')}; \`testamur packs show\` lists their routes.`,
    },
  ]);
}

function expectPacks(id: string, { book }: Library): readonly string[] {
  const packs = choosePacks([id], book.packs);
  return packs.ok ? packs.value.map(({ pack }) => pack) : [];
}
