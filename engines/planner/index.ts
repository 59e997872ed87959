/** The door of the planner's room: from verdicts to the steps that remain, their order, cost and time. */
export { earliestEverywhere } from './earliest-everywhere.ts';
export type * from './front.ts';
export { frontFor, searchFrontFor } from './front-for.ts';
export type { FrontOptions } from './front-targets.ts';
export type { Graph, GraphNode, GraphStep, NodeId } from './graph/graph.ts';
export type { Moment } from './graph/knuth-pass.ts';
export type * from './plan.ts';
export { type PlanOptions, planFor } from './plan-for.ts';
export { openPlanning, type Planning } from './planning.ts';
export { findFront, searchFront } from './search/find-front.ts';
export type * from './search/front-search.ts';
export type { Way } from './search/ways.ts';
export { type Simulation, simulatePlan } from './simulate-plan.ts';
