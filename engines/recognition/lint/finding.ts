/** What lint says: about which thing, where inside it, and how to mend it. */
import type { Path } from '../schema/problem.ts';

export type LintCode =
  | 'LINT_FACT_UNKNOWN'
  | 'LINT_FACT_PLACE'
  | 'LINT_TYPE'
  | 'LINT_CODE_UNKNOWN'
  | 'LINT_LIST_UNKNOWN'
  | 'LINT_GROUP_UNKNOWN'
  | 'LINT_THRESHOLD'
  | 'LINT_CURE_INSIDE_LIST'
  | 'LINT_REFERENCE'
  | 'LINT_USES'
  | 'LINT_CIRCLE'
  | 'LINT_GRANTS'
  | 'LINT_CITE_MISSING'
  | 'LINT_SOURCE_DEAD'
  | 'LINT_SOURCE_TWICE'
  | 'LINT_TRANSLATION'
  | 'LINT_REVIEW_PASSED'
  | 'LINT_VERSION_OVERLAP'
  | 'LINT_VERSION_GAP'
  | 'LINT_ANCHOR_PRECEDENCE'
  | 'LINT_NEVER'
  | 'LINT_ALWAYS'
  | 'LINT_SUBSUMED'
  | 'LINT_STEP_NEEDLESS'
  | 'LINT_STEP_CIRCLE'
  | 'LINT_EFFECT'
  | 'LINT_STEP_TIME'
  | 'LINT_CURE_FAILS'
  | 'LINT_UNREACHABLE'
  | 'LINT_RULE_UNUSED'
  | 'LINT_NOT_MONOTONE'
  | 'LINT_CASES_FEW'
  | 'LINT_BRANCH_UNTESTED'
  | 'LINT_BOUNDARY_UNTESTED'
  | 'LINT_DOSSIER'
  | 'LINT_CASE_RULE'
  | 'LINT_STORY_ROUTES'
  | 'LINT_STORIES_FEW'
  | 'LINT_LINE_MISSING'
  | 'LINT_LINE_CHANGED'
  | 'LINT_LINE_UNKNOWN'
  | 'LINT_LINE_TARGET'
  | 'LINT_CHANGELOG'
  | 'LINT_OPEN_QUESTION'
  | 'LINT_INHERITS'
  | 'LINT_MAINTAINERS'
  | 'LINT_APPROVAL'
  | 'LINT_DOUBT'
  | 'LINT_PLACEHOLDER'
  | 'LINT_VOCABULARY';

export type Severity = 'error' | 'warning';

export type Finding = {
  readonly severity: Severity;
  readonly code: LintCode;
  /** `rule:gb.plab.plab1`: a key of the origins that the parsers give. */
  readonly subject: string;
  /** Path inside the thing. */
  readonly at: Path;
  readonly message: string;
  readonly mend: string;
};

export const error = (code: LintCode, subject: string, at: Path, message: string, mend: string): Finding => ({
  severity: 'error',
  code,
  subject,
  at,
  message,
  mend,
});
export const warning = (
  code: LintCode,
  subject: string,
  at: Path,
  message: string,
  mend: string,
): Finding => ({ severity: 'warning', code, subject, at, message, mend });
