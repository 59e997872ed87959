/** What the tests of printed documents share: a small plan, and a reader of the PDF that is not its writer. */
import type { Plan, PlannedStep } from '@testamur/engines/planner';
import type { AuthorityResult, RequirementResult, RouteResult } from '@testamur/engines/recognition';
import { getDocumentProxy } from 'unpdf';
import type { PlanDocumentInput } from './compose-plan.ts';

const cite = [
  { source: 'act', locator: 'section 5(2)', seen: '2026-03-31', grade: 'A' as const, lang: 'en' },
];

export const STEP: PlannedStep = {
  ...{ key: 'step.xa.exam', step: 'step.xa.exam', pack: 'xa', title: 'Pass the exam', text: 'Two papers.' },
  ...{ kind: 'exam', controller: 'self' },
  cost: { known: true, amount: 1200, currency: 'GBP', asOf: '2026-04', cite },
  duration: { known: true, min: 'P3M', max: 'P6M', cite },
  validFor: { period: 'P2Y', cite },
  after: [],
  schedule: {
    ...{ earliestStart: '2026-11-22', earliestFinish: '2027-02-22', latestStart: '2026-12-01' },
    ...{ latestFinish: '2027-03-01', doneOn: '2027-03-01', critical: true, unknownBefore: 0 },
  },
  effects: [],
  unlocks: { rules: [], steps: [], routes: [] },
  cite,
};

export const PLAN: Plan = {
  schema: 'testamur/plan/1',
  target: { pack: 'xa', route: 'xa.full', title: 'Full licence', grants: 'full', independent: true },
  on: '2026-11-22',
  steps: [STEP],
  applicationOn: '2027-03-01',
  cost: { known: [{ amount: 1200, currency: 'GBP' }], unknownParts: [], upTo: [], atLeast: false },
  time: { days: 99, finishOn: '2027-03-01', atLeast: false, unknownParts: [] },
  ...{ ifSelected: false, authorityDecides: [], via: [], assumes: [], questions: [] },
  assumesLawUnchangedSince: '2026-11-22',
};

export const requirement = (change: Partial<RequirementResult>): RequirementResult => ({
  ...{ rule: 'xa.exam', title: 'The exam', text: 'The exam is passed.', kind: 'exam', verdict: 'notMet' },
  ...{ remedy: 'curable', waiverPossible: false, reasons: [], missing: [], independentOf: [] },
  ...{ questions: [], versions: [], cite },
  explanation: {} as RequirementResult['explanation'],
  ...change,
});

export const ROUTE: RouteResult = {
  ...{ route: 'xa.full', title: 'Full licence', for: 'Everyone', grants: 'full', independent: true },
  ...{ status: 'withSteps', scope: [], requirements: [requirement({})], remainingSteps: [], finally: [] },
  ...{ ifSelected: false, authorityDecides: [], notes: [], cite, decidingQuestions: [] },
};

export const AUTHORITY: AuthorityResult = {
  ...{ pack: 'xa', packVersion: '2026.11', packHash: `sha256:${'0'.repeat(64)}`, kind: 'authority' },
  ...{ name: 'Alpha', jurisdiction: 'XA', ifSelected: false, authorityDecides: false },
  ...{ regulator: { name: 'Council of Alpha', url: 'https://council.example' }, routes: [ROUTE] },
  ...{ decided: 1, unknown: 0 },
};

export const INPUT: PlanDocumentInput = {
  way: { plan: PLAN, wishes: {}, isAgainstWishes: false },
  stepTitle: (step) => step,
  ...{ authority: AUTHORITY, route: ROUTE, language: 'en' },
  ...{ on: '2026-11-22', knownOn: '2026-11-21', madeOn: '2026-11-23' },
  packs: [
    {
      ...{ pack: 'xa', uses: [] },
      sources: [
        {
          ...{ source: 'act', title: 'Medical Act', publisher: 'Parliament of Alpha', lang: 'en' },
          ...{ grade: 'A', url: 'https://law.example/act' },
        },
      ],
    },
  ],
};

export type Tag = { readonly role?: string; readonly children?: readonly Tag[] };

/** What another program finds in a PDF. */
export async function readPdf(bytes: Uint8Array) {
  // The reader takes the bytes away from whoever gives them.
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      const links = (await page.getAnnotations()).flatMap(({ url }: { url?: string }) => url ?? []);
      return { text, links, tags: (await page.getStructTree()) as Tag | null };
    }),
  );
  const { info, metadata } = await pdf.getMetadata();
  return {
    pages,
    text: pages.map(({ text }) => text).join('\n'),
    links: pages.flatMap(({ links }) => links),
    roles: pages.flatMap(({ tags }) => (tags === null ? [] : rolesOf(tags))),
    marks: await pdf.getMarkInfo(),
    preferences: await pdf.getViewerPreferences(),
    outline: await pdf.getOutline(),
    info: info as Readonly<Record<string, unknown>>,
    metadata,
  };
}

const rolesOf = ({ role, children = [] }: Tag): readonly string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesOf),
];
