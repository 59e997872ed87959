/** One row per authority, as list and map show it: words for statuses, nothing decided anew. */
import type {
  Assessment,
  AuthorityResult,
  Pack,
  RouteResult,
  RouteStatus,
  UnknownReason,
} from '@testamur/engines/recognition';
import { type Region, regionOf } from '../map/regions.ts';
import { type Look, type Shown, showStatus } from '../ui/looks.ts';

export type Row = {
  readonly pack: string;
  readonly jurisdiction: string;
  readonly region?: Region;
  readonly name: string;
  readonly regulator: string;
  /** In which the authority works, as its pack says; none while the packs are not known. */
  readonly languages: readonly string[];
  /** Too little of its law is established for a verdict: what stands here is what the known steps come to. */
  readonly stepsOnly?: true;
  readonly status: RouteStatus;
  readonly shown: Shown;
  /** Of the best limited, supervised or temporary class. */
  readonly restricted?: Shown;
  readonly best?: RouteResult;
  readonly ifSelected: boolean;
  readonly authorityDecides: boolean;
  readonly steps: readonly string[];
};

/** Layers and regimes have no status: they speak through the authorities that pull them in. */
export function rowsOf(
  assessment: Assessment,
  packs: readonly (Pick<Pack, 'pack' | 'languages'> & Partial<Pick<Pack, 'readiness'>>)[] = [],
): readonly Row[] {
  return assessment.authorities.flatMap((authority) => {
    const { status } = authority;
    if (status === undefined) return [];
    const best = authority.routes.find((route) => route.route === authority.bestRoute);
    const region = regionOf(authority.jurisdiction);
    const pack = packs.find((each) => each.pack === authority.pack);
    return [
      {
        pack: authority.pack,
        jurisdiction: authority.jurisdiction,
        ...(region === undefined ? {} : { region }),
        name: authority.name,
        regulator: authority.regulator.name,
        languages: pack?.languages ?? [],
        ...(pack?.readiness === 'steps-only' ? { stepsOnly: true as const } : {}),
        status,
        shown: showStatus(status, reasonsOf(sameAs(authority, status))),
        ...(authority.restrictedStatus === undefined
          ? {}
          : { restricted: restrictedOf(authority, authority.restrictedStatus) }),
        ...(best === undefined ? {} : { best }),
        ifSelected: authority.ifSelected,
        authorityDecides: authority.authorityDecides,
        steps: best?.remainingSteps ?? [],
      },
    ];
  });
}

function restrictedOf(authority: AuthorityResult, status: RouteStatus): Shown {
  return showStatus(
    status,
    reasonsOf(authority.routes.filter((route) => !route.independent && route.status === status)),
  );
}

/** The routes that give an authority its status. */
function sameAs({ routes }: AuthorityResult, status: RouteStatus): readonly RouteResult[] {
  const independent = routes.filter((route) => route.independent);
  return (independent.length > 0 ? independent : routes).filter((route) => route.status === status);
}

/** Why routes are unknown: the reasons of the requirements that keep them so. */
export function reasonsOf(routes: readonly RouteResult[]): readonly UnknownReason[] {
  const open = routes
    .flatMap((route) => [...route.scope, ...route.requirements])
    .filter((result) => result.standing === 'unknown');
  const reasons = [...new Set(open.flatMap((result) => result.reasons))];
  // What is asked is met by a step that is itself unknown: then the answers asked for decide.
  return reasons.length === 0 && routes.some((route) => route.decidingQuestions.length > 0)
    ? ['notSaid']
    : reasons;
}

export const isDecided = (row: Row): boolean => row.status !== 'unknown';

/** How many rows look so, for the filter and for the progress. */
export function countLooks(rows: readonly Row[]): ReadonlyMap<Look, number> {
  const counts = new Map<Look, number>();
  for (const { shown } of rows) counts.set(shown.look, (counts.get(shown.look) ?? 0) + 1);
  return counts;
}
