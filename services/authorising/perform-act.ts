import { err, hashOf, type Result } from '@testamur/engines/kernel';
import type { ApprovalFound } from './approval-store.ts';
import { type AuthorisingProblem, refuseAct } from './errors.ts';
import { gainsFrom } from './gains-from.ts';
import { halted, isStopped } from './halt.ts';
import { type ActName, ruleOf } from './matrix.ts';
import { actorId, actorOf, isInstant, isUuid, NOBODY, type Request } from './request.ts';
import { NO_STANDING, type StandingRows } from './standing.ts';
import type { ActStores, Platform } from './unit-of-work.ts';

export type ActGiven = {
  readonly act: ActName;
  readonly request: Request;
  /** What is to be done, as the approver of a four-eyes act is shown it. */
  readonly content: unknown;
};

/** Every act of every service goes through here: one transaction, the actor's standing, the matrix, the halt, four eyes, then the work. */
export async function performAct<S extends ActStores, T, P>(
  platform: Platform<S>,
  given: ActGiven,
  work: (stores: S, standing: StandingRows) => Promise<Result<T, P>>,
): Promise<Result<T, P | AuthorisingProblem>> {
  const { act, request } = given;
  const misshapen = findMisshapen(request);
  if (misshapen) return err(misshapen);
  return platform.unitOfWork<T, P | AuthorisingProblem>(act, request, async (stores) => {
    const actor = actorId(request.actor) ?? NOBODY;
    const standing =
      request.actor.kind === 'anonymous'
        ? NO_STANDING
        : await stores.standing.load(actor, request.organisation);
    const refused = platform.authorise({ act, rule: ruleOf(act), request, standing });
    if (refused) return err(refused);
    const stopped = await findHalt(platform, stores, act);
    if (stopped) return err(stopped);
    const unreviewed = await reviewAct(stores, given);
    if (unreviewed) return err(unreviewed);
    return work(stores, standing);
  });
}

/** What a request names goes into settings of the transaction; only well-formed values do. */
function findMisshapen(request: Request): AuthorisingProblem | undefined {
  const ids = [actorId(request.actor), request.organisation, request.approval, request.subject];
  if (ids.every((id) => id === undefined || isUuid(id)) && isInstant(request.at)) return undefined;
  return refuseAct(
    'AUTHORISING_INPUT',
    'The request names an actor, organisation, approval or time that is not well formed.',
    'Send identifiers as Testamur gave them.',
  );
}

/** What no halt could stop does not ask for one. */
async function findHalt<S extends ActStores>(
  { haltHere }: Platform<S>,
  { halts }: S,
  act: ActName,
): Promise<AuthorisingProblem | undefined> {
  const rule = ruleOf(act);
  if (!isStopped(rule, { scope: 'writes', since: '' })) return undefined;
  for (const halt of [haltHere?.(), await halts.current()])
    if (halt !== undefined && isStopped(rule, halt)) return halted(halt);
  return undefined;
}

async function reviewAct(
  stores: ActStores,
  { act, request, content }: ActGiven,
): Promise<AuthorisingProblem | undefined> {
  if (!ruleOf(act).fourEyes || request.organisation === undefined) return undefined;
  const needed = await stores.approvals.countNeeded(request.organisation, act);
  if (needed === 0) return undefined;
  if (request.approval === undefined) return approvalNeeded(needed);
  const found = await stores.approvals.find(request.organisation, request.approval);
  const unfit = judgeApproval(found, { act, request, content, needed });
  if (unfit) return unfit;
  const personId = actorOf(request);
  await stores.approvals.use(request.organisation, { requestId: request.approval, personId, at: request.at });
  return undefined;
}

/** The hash of what is to be done; values that are no JSON cannot be approved. */
export function contentHashOf(content: unknown): string | undefined {
  const hashed = hashOf(content);
  return hashed.ok ? hashed.value : undefined;
}

function judgeApproval(
  found: ApprovalFound | undefined,
  { act, request, content, needed }: ActGiven & { readonly needed: number },
): AuthorisingProblem | undefined {
  if (found === undefined)
    return refuseAct(
      'AUTHORISING_APPROVAL_NOT_FOUND',
      'There is no such request for approval here.',
      'List the requests of the organisation.',
    );
  if (found.act !== act || found.contentHash !== contentHashOf(content))
    return unfit('It was asked for something else.');
  if (found.requestedBy !== actorId(request.actor)) return unfit('Somebody else asked for it.');
  if (found.isUsed) return unfit('It has been used already.');
  if (found.expiresAt <= request.at) return unfit('It has expired.');
  if (found.decisions.some((decision) => !decision.approves)) return unfit('It was refused.');
  const approvers = new Set(
    found.decisions.map(({ personId }) => personId).filter((one) => !gainsFrom(one, act, found.content)),
  );
  approvers.delete(found.requestedBy);
  return approvers.size < needed ? unfit(`It has ${approvers.size} of ${needed} approvals.`) : undefined;
}

function approvalNeeded(needed: number): AuthorisingProblem {
  return refuseAct(
    'AUTHORISING_APPROVAL_NEEDED',
    `Your organisation asks for ${needed === 1 ? 'an approval' : `${needed} approvals`} by somebody else before this is done.`,
    'Request approval, and do this again when it is given.',
  );
}

function unfit(why: string): AuthorisingProblem {
  return refuseAct(
    'AUTHORISING_APPROVAL_UNFIT',
    `The approval does not serve for this. ${why}`,
    'Request approval for exactly this act.',
  );
}
