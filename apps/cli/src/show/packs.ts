import type { LintFault, PackSummary, PackTest } from '@testamur/adapters/packs';
import type { Holder, MutationReport } from '@testamur/engines/recognition';

/** `packs/FILE:LINE:COLUMN`, as editors follow it; then what is wrong and how to mend it. */
export function showFaults(faults: readonly LintFault[]): string {
  const lines = faults.map(
    ({ file, line, column, severity, code, message, mend }) =>
      `packs/${file}:${line}:${column} ${severity} ${code} ${message}${mend === undefined ? '' : ` — ${mend}`}`,
  );
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  return `${[...lines, `${errors} errors, ${faults.length - errors} warnings`].join('\n')}\n`;
}

export function showTests(tests: readonly PackTest[]): string {
  const lines = tests.flatMap(({ pack, passed, failures, decided, unknown }) => [
    ...failures.map(
      ({ file, line, column, name, problems }) =>
        `packs/${file}:${line}:${column} ${name}\n    ${problems.join('\n    ')}`,
    ),
    `${pack}: ${passed} passed, ${failures.length} failed; in its stories ${decided} requirements decided, ${unknown} unknown`,
  ]);
  return `${lines.join('\n')}\n`;
}

export function showMutation(reports: readonly MutationReport[]): string {
  const lines = reports.flatMap(
    ({ pack, mutants, killed, equivalent, provedEqual, survivors, wrongClaims, score }) => [
      ...survivors.map(({ rule, id }) => `${rule}: no case notices ${id}`),
      ...wrongClaims.map(({ rule, mutant, problem }) => `${rule}: listed as equal, ${mutant}: ${problem}`),
      `${pack}: ${(100 * score).toFixed(1)} % (${mutants} mutants, ${killed} killed, ${equivalent} listed as equal, ${provedEqual} of them proved, ${survivors.length} survive)`,
    ],
  );
  return `${lines.join('\n')}\n`;
}

export function showSummary({
  pack,
  name,
  kind,
  version,
  readiness,
  hash,
  routes,
  rules,
  steps,
  sources,
  cases,
  stories,
  openQuestions,
  notResearched,
  doubts,
  maintainers,
}: PackSummary): string {
  return [
    `${name} (${pack} ${version}, ${kind}, ${readiness})`,
    `  ${hash}`,
    `  ${rules} rules, ${steps} steps, ${cases} cases, ${stories} stories; sources: ${sources.A} statute or treaty, ${sources.B} regulator’s rule, ${sources.C} its guidance, ${sources.D} others`,
    ...routes.map(
      ({ route, title, grants, rules: count }) => `  ${route}: ${title} → ${grants}, ${count} rules`,
    ),
    ...openQuestions.map((question) => `  open: ${question}`),
    ...notResearched.map((point) => `  not researched: ${point}`),
    ...doubts.map(
      ({ rule, text, recordedOn, source }) =>
        `  doubt about ${rule} (${recordedOn}${source === undefined ? '' : `, ${source}`}): ${text}`,
    ),
    ...(maintainers === undefined
      ? ['  maintainers: nobody is named']
      : [
          `  maintainers: ${maintainers.approvals} approvals needed; ${maintainers.roles.map(showHolder).join('; ')}`,
        ]),
    '',
  ].join('\n');
}

const showHolder = (holder: Holder): string =>
  'contact' in holder
    ? `${holder.role} ${holder.holder} (${holder.contact}, from ${holder.from}${holder.to === undefined ? '' : ` to ${holder.to}`})`
    : `${holder.role} vacant`;
