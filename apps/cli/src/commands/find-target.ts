/** A rule or a route by its id, and the pack that has it. */
import { err, ok, quoteText, type Result } from '@testamur/engines/kernel';
import type { InquiryTarget, Pack } from '@testamur/engines/recognition';
import type { InputProblem } from '../input/read-request.ts';

export type Target = { readonly pack: Pack; readonly target: InquiryTarget; readonly title: string };

export function findTarget(id: string, packs: readonly Pack[]): Result<Target, InputProblem> {
  for (const pack of packs) {
    const rule = pack.rules.find((each) => each.rule === id);
    if (rule !== undefined) return ok({ pack, target: { rule: id }, title: rule.title });
    const route = pack.routes.find((each) => each.route === id);
    if (route !== undefined) return ok({ pack, target: { route: id }, title: route.title });
  }
  const near = nearbyIds(id, packs);
  return err({
    code: 'INPUT_TARGET_UNKNOWN',
    message: `There is no rule and no route ${quoteText(id)}.`,
    hint:
      near.length === 0
        ? 'An assessment names them; `testamur packs show` lists the routes.'
        : `Did you mean one of: ${near.join(', ')}?`,
  });
}

const MOST_NEAR = 6;

/** Ids that hold what was typed, or every part of it. */
function nearbyIds(typed: string, packs: readonly Pack[]): readonly string[] {
  const parts = typed
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length > 1);
  if (parts.length === 0) return [];
  return packs
    .flatMap((pack) => [...pack.routes.map(({ route }) => route), ...pack.rules.map(({ rule }) => rule)])
    .filter((id) => parts.every((part) => id.includes(part)))
    .slice(0, MOST_NEAR);
}
