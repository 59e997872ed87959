export { joinReach, type ReachPart, type ReachRequest, reachPack, reachPart } from './reach-pack.ts';
