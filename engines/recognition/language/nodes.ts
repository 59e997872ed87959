/**
 * The rule language: a closed set of operators. A node is plain data; each back end gives it the same meaning
 * (`docs/semantics.md`). Every node may carry `id`, `label`, its own citations and what cures it.
 */
import type { Citation } from '../../kernel/index.ts';

export type Rounding = 'clamp' | 'next-day';
export type Scalar = string | number | boolean;

/** A set of codes: listed, or a dated group of the vocabulary read on the law date. */
export type CodeSet = readonly string[] | { readonly group: string };

export type FactRef = { readonly fact: string };

/** A day: a literal `YYYY-MM-DD`, a fact of type day, or the latest or earliest day of a field over the matching entries of a list. */
export type DayExpression =
  | string
  | FactRef
  | { readonly latest: ListSelection & { readonly field: string } }
  | { readonly earliest: ListSelection & { readonly field: string } };

export type ListSelection = { readonly list: string; readonly where?: Node };

/** Which registry knows the answer, about whom, on which day; `otherwise` is the fact asked of the person when it does not. */
export type RegistryJoin = {
  /** `accredited`: the school held an accreditation on the day by an agency that `recognisedBy` recognised for its country on that day. */
  readonly join: 'accredited';
  readonly subject: string;
  readonly on: DayExpression;
  readonly recognisedBy?: string;
  readonly otherwise?: string;
};

type Operator =
  // logic
  | { readonly all: readonly Node[] }
  | { readonly any: readonly Node[] }
  | { readonly not: Node }
  | { readonly atLeast: { readonly n: number; readonly of: readonly Node[] } }
  | { readonly exactly: { readonly n: number; readonly of: readonly Node[] } }
  /** `if` false and no `else`: not applicable. */
  | { readonly if: Node; readonly then: Node; readonly else?: Node }
  /** `unless` true: not applicable; otherwise `then` decides. */
  | { readonly unless: Node; readonly then: Node }
  // comparison of one fact
  | (FactRef & { readonly equals: Scalar | FactRef })
  | (FactRef & { readonly notEquals: Scalar | FactRef })
  | (FactRef & { readonly atLeast: number })
  | (FactRef & { readonly moreThan: number })
  | (FactRef & { readonly atMost: number })
  | (FactRef & { readonly lessThan: number })
  | (FactRef & { readonly between: readonly [number, number] })
  | (FactRef & { readonly onOrAfter: DayExpression })
  | (FactRef & { readonly after: DayExpression })
  | (FactRef & { readonly onOrBefore: DayExpression })
  | (FactRef & { readonly before: DayExpression })
  | (FactRef & { readonly in: CodeSet })
  | (FactRef & { readonly notIn: CodeSet })
  | (FactRef & { readonly includes: string | FactRef })
  | (FactRef & { readonly includesAny: CodeSet })
  | (FactRef & { readonly onlyFrom: CodeSet })
  // time
  | {
      readonly withinPeriod: {
        readonly from: DayExpression;
        readonly to: DayExpression;
        readonly period: string;
        readonly rounding: Rounding;
        readonly inclusive: boolean;
      };
    }
  // registry
  | { readonly asOf: RegistryJoin }
  // lists
  | { readonly some: ListSelection }
  | { readonly every: { readonly list: string; readonly where?: Node; readonly satisfies: Node } }
  | { readonly count: ListSelection & { readonly atLeast?: number; readonly atMost?: number } }
  | {
      readonly sumDuration: ListSelection & {
        readonly from: string;
        readonly to: string;
        /** A number field between 0 and 1; overlapping entries never count for more than 1. */
        readonly weight?: string;
        /** `total`: all days added, overlaps once. `longest`: the longest unbroken run. */
        readonly measure: 'total' | 'longest';
        /** Only days in the period that ends on this day count. */
        readonly window?: {
          readonly endsOn: DayExpression;
          readonly period: string;
          readonly rounding: Rounding;
        };
        readonly atLeast: string;
      };
    }
  | {
      readonly examWindow: {
        readonly list: string;
        /** One selection per component: each must be satisfied by a different entry of the list. */
        readonly parts: readonly Node[];
        readonly field: string;
        readonly within: string;
        readonly rounding: Rounding;
        readonly inclusive: boolean;
        /** The parts must be taken in the order given. */
        readonly ordered?: boolean;
      };
    }
  // tables and references
  | { readonly table: { readonly name: string; readonly where: Node } }
  | { readonly rule: string }
  // the edge of what is known
  | { readonly notResearched: string };

export type NodeFrame = {
  /** Stable within its rule; given by the compiler where the author gives none. */
  readonly id?: string;
  readonly label?: string;
  readonly cite?: readonly Citation[];
  /** Steps that would make this node true. A false node without `cure` below or on it is final. */
  readonly cure?: readonly string[];
  /** The authority may set this failure aside: `notMet, waiver possible`. */
  readonly waiver?: string;
};

export type Node = NodeFrame & Operator;
