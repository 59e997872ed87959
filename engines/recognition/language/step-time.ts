/** What a source says of when a step can be taken and how long its result counts. Whatever is absent is not established. */
import type { Citation } from '../../kernel/index.ts';

type Cited<T> = T & { readonly cite: readonly Citation[] };

/** A month, or the first and the last of a few months. */
export type MonthOfYear = number | readonly [number, number];

/** The calendar of an exam. At least one of its parts is given; without `dates`, `months` and `continuous` only a count is known. */
export type Sittings = Cited<{
  /** Published days, in order; `registerBy` is the last day to sign up. */
  readonly dates?: readonly { readonly on: string; readonly registerBy?: string }[];
  /**
   * Months of each year (1 to 12) in which it is held, on a day that is not established; `[10, 11]` for once in October or November,
   * `[12, 1]` over the new year.
   */
  readonly months?: readonly MonthOfYear[];
  /** Held all the year round. */
  readonly continuous?: boolean;
  /** How often a year: a count, no calendar. */
  readonly perYear?: number;
}>;

/** Days of each year (`MM-DD`, both included) on which it can be begun; a season may run over the new year. */
export type Season = Cited<{ readonly opens: string; readonly closes: string }>;

/** The least time between two attempts; before the attempt number `from` and later ones, another one. At least one of the two is given. */
export type RetakeAfter = Cited<{
  readonly period?: string;
  readonly later?: readonly { readonly from: number; readonly period: string }[];
}>;

/** The most attempts, in all or within a period. */
export type Attempts = Cited<{ readonly most: number; readonly within?: string }>;

/** The share that passed, from 0 to 1, of whom and in which year. */
export type PassRate = Cited<{
  readonly value: number;
  readonly population: string;
  readonly year: string;
}>;

/** An exam that has to be prepared, one at a time; the length of the preparation where it is established. */
export type Study = Cited<{ readonly min?: string; readonly max?: string }>;

/** Whether it can be taken part-time, and the least share of full time. */
export type PartTime = Cited<{ readonly allowed: boolean; readonly least?: number }>;

export type StepTime = {
  readonly sittings?: Sittings;
  readonly season?: Season;
  readonly retakeAfter?: RetakeAfter;
  readonly attempts?: Attempts;
  readonly passRate?: PassRate;
  readonly study?: Study;
  readonly partTime?: PartTime;
};

export const STEP_TIME_FIELDS = [
  'sittings',
  'season',
  'retakeAfter',
  'attempts',
  'passRate',
  'study',
  'partTime',
] as const satisfies readonly (keyof StepTime)[];

/**
 * Until when what meets a rule must stay valid: the day the application goes in, the day it is decided, or the day of registration.
 * A route says so for a rule; where it is silent, the day the application goes in.
 */
export type MustBeValid = Cited<{
  readonly rule: string;
  readonly until: 'submission' | 'decision' | 'registration';
}>;
