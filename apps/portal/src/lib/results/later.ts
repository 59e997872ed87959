/** What the list of results shows after its verdicts: ways within her wishes, the map, what stands below. One file, loaded when the list stands. */
export { default as PickedBar } from '../compare/picked-bar.svelte';
export { default as WorldMap } from '../map/world-map.svelte';
export { default as AdviceNote } from '../ui/advice-note.svelte';
export { knowJurisdictions, openWishes, wishes } from '../wishes/wishes.svelte.ts';
export { default as ArrangeBar } from './arrange-bar.svelte';
export { default as AskedOn } from './asked-on.svelte';
export { excludedWords } from './excluded-words.ts';
export { keepPlanned, ways } from './outlooks.svelte.ts';
export { default as PassRates } from './pass-rates.svelte';
export { ratesOf } from './pass-rates.ts';
export { default as RowNext } from './row-next.svelte';
export { showCost, showTime } from './show-plan.ts';
