/** Small verdicts for tests of what the screens make of them. Everything in them is invented. */
import type {
  Assessment,
  AuthorityResult,
  RequirementResult,
  RouteResult,
} from '@testamur/engines/recognition';

export const requirement = (change: Partial<RequirementResult> = {}): RequirementResult =>
  ({
    rule: 'xa.rule',
    title: 'A rule',
    verdict: 'met',
    standing: 'met',
    reasons: [],
    missing: [],
    ...change,
  }) as unknown as RequirementResult;

export const route = (change: Partial<RouteResult> = {}): RouteResult =>
  ({
    route: 'xa.route',
    title: 'A route',
    independent: true,
    status: 'open',
    scope: [],
    requirements: [],
    remainingSteps: [],
    decidingQuestions: [],
    ...change,
  }) as unknown as RouteResult;

export const authority = (change: Partial<AuthorityResult> = {}): AuthorityResult =>
  ({
    pack: 'xa',
    kind: 'authority',
    name: 'Atlantis',
    jurisdiction: 'XA',
    regulator: { name: 'Council', url: 'https://example.org' },
    ifSelected: false,
    authorityDecides: false,
    routes: [],
    ...change,
  }) as unknown as AuthorityResult;

export const assessment = (...authorities: readonly AuthorityResult[]): Assessment =>
  ({ authorities, decidingQuestions: [] }) as unknown as Assessment;
