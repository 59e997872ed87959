/** What is scheduled and what comes out. Days are civil days; whatever is absent is not established and adds no day. */
import type { Day, Period, Rounding } from '../../kernel/index.ts';

/** The days on which an exam can be sat. */
export type SittingCalendar = {
  readonly dates?: readonly { readonly on: Day; readonly registerBy?: Day }[];
  /** 1 to 12: held in these months of every year, on a day that is not established; a pair: once between these months. */
  readonly months?: readonly (number | readonly [number, number])[];
};

/** `MM-DD`, both included; over the new year where it closes before it opens. */
export type SeasonOfYear = { readonly opens: string; readonly closes: string };

export type ScheduleTask = {
  readonly id: string;
  /** Done before this one begins. */
  readonly after: readonly string[];
  readonly duration?: Period;
  /** It is done on one of these days. */
  readonly sittings?: SittingCalendar;
  /** It is begun on one of these days. */
  readonly season?: SeasonOfYear;
  /** It does not begin before, and is done by. */
  readonly notBefore?: Day;
  readonly notAfter?: Day;
  /** The day of the exam is no earlier than this: the wait after an attempt that failed already. */
  readonly resitFrom?: Day;
  /** Time kept for preparing it until the day it is sat; one exam at a time. */
  readonly study?: Period;
  /** Takes her whole working time: one at a time. */
  readonly isPost?: boolean;
  /** Its result lapses: taken as late as it can be without holding up anything else. */
  readonly late?: boolean;
  readonly retake?: RetakeRules;
};

/** Of an exam that can be failed. */
export type RetakeRules = {
  /** Least wait between this attempt and the next; absent: not established. */
  readonly wait?: Period;
  /** This attempt is the last that is allowed. */
  readonly isLastAttempt?: boolean;
};

/** The day the application goes in: a task of no length between what is needed for it and the last steps of the route. */
export const APPLICATION = '#application';

export type Moment = 'submission' | 'decision' | 'registration' | 'use';

/** The result of `of` must still be valid when `by` begins or ends. */
export type ValidityWindow = {
  readonly of: string;
  readonly period: Period;
  readonly rounding: Rounding;
  /** Whether the day reached by the whole period still counts. */
  readonly inclusive: boolean;
  readonly by: string;
  readonly at: 'start' | 'finish';
  /** What that day is: said to the reader. */
  readonly moment: Moment;
};

export type ScheduleInput = {
  readonly on: Day;
  readonly tasks: readonly ScheduleTask[];
  readonly windows: readonly ValidityWindow[];
  /** `late`: what lapses as late as it can, the rest early. */
  readonly placement?: Placement;
  /** Orders of exams looked at before the best so far is taken. */
  readonly limit?: number;
  /** Bounds worked out before the best so far is taken: what keeps one call short, however many exams there are. */
  readonly effort?: number;
};

export type Placement = 'lapsingLate' | 'allLate' | 'allEarly';

export type ScheduledTask = {
  readonly id: string;
  readonly earliestStart: Day;
  readonly earliestFinish: Day;
  readonly latestStart: Day;
  readonly latestFinish: Day;
  readonly startOn: Day;
  readonly doneOn: Day;
  /** When the preparation begins at the latest, where its length is known. */
  readonly studyFrom?: Day;
  /** Its calendar is not published for that day, so that a later day may come of it. */
  readonly calendarOpen: boolean;
};

export type Schedule = {
  readonly tasks: readonly ScheduledTask[];
  /** The last day of all. No schedule of these tasks ends earlier, when `exact`. */
  readonly end: Day;
  readonly exact: boolean;
  readonly advice: readonly Advice[];
};

/** Slack in words, as data: when to take a step, and why not earlier or later. */
export type Advice = {
  readonly step: string;
  readonly kind: 'notBefore' | 'notAfter';
  /** What is done on that day: the step is finished (an exam sat, a paper issued), begun, or signed up for. */
  readonly act: 'take' | 'begin' | 'register';
  readonly day: Day;
  readonly because: AdviceReason;
};

export type AdviceReason =
  /** Earlier, it lapses before the day that counts. */
  | { readonly reason: 'lapses'; readonly before: string; readonly moment: Moment }
  /** Later, it holds up that step. */
  | { readonly reason: 'holdsUp'; readonly step: string }
  /** Later, the plan ends later. */
  | { readonly reason: 'end' }
  | { readonly reason: 'seasonCloses' }
  | { readonly reason: 'sitting'; readonly sitting: Day }
  /** She said so: a day before which she cannot leave, or a deadline. */
  | { readonly reason: 'wish' };

/** Why these tasks cannot be scheduled together. */
export type NoGood = {
  /** No fewer of them contradict each other. */
  readonly tasks: readonly string[];
  /** The relations among them that the contradiction rests on: another plan with the same steps and other relations may hold. */
  readonly after: readonly (readonly [before: string, then: string])[];
  readonly windows: readonly (readonly [of: string, by: string])[];
  readonly because: NoGoodReason;
};

export type NoGoodReason =
  /** However it is placed, the first lapses before the second needs it. */
  | { readonly reason: 'lapses'; readonly step: string; readonly before: string; readonly moment: Moment }
  /** It cannot be done by the day it has to be. */
  | { readonly reason: 'tooLate'; readonly step: string; readonly by: Day }
  /** Each waits for the other. */
  | { readonly reason: 'circle'; readonly step: string }
  /** No order was found within the limit: not shown to be impossible. */
  | { readonly reason: 'limit' };
